import { type HttpService, listen, type Port, type Tls } from "../http/listen";
import type { Traffic } from "../http/traffic";

/** The ports of the clouds' services, which share one log. */
export class Ports {
  private readonly ports: Port[] = [];

  /** @param asked called after every request that may have changed something */
  constructor(
    private readonly traffic: Traffic,
    private readonly asked: () => void,
  ) {}

  async open(service: HttpService, tls?: Tls): Promise<Port> {
    const { asked } = this;
    const watched: HttpService = {
      name: service.name,
      isPublic: service.isPublic ?? false,
      refusal: (status, message) => service.refusal(status, message),
      cmdlets: (path, body) => service.cmdlets?.(path, body) ?? [],
      async answer(url, request) {
        const answer = await service.answer(url, request);
        if (request.method !== "GET") asked();
        return answer;
      },
    };
    const port = await listen(watched, this.traffic, tls);
    this.ports.push(port);
    return port;
  }

  async close(): Promise<void> {
    await Promise.all(this.ports.map((port) => port.close()));
  }
}
