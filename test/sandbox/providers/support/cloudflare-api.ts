import { Cloudflare } from "../../../../sandbox/cloudflare/cloudflare";
import { WorkerStore } from "../../../../sandbox/cloudflare/workers/worker-store";
import { ZoneStore } from "../../../../sandbox/cloudflare/zone-store";
import { listen } from "../../../../sandbox/http/listen";
import { Traffic } from "../../../../sandbox/http/traffic";

const TOKEN = "0123456789abcdef0123456789abcdef01234567";

/** The sandbox's Cloudflare, in this process. */
export interface CloudflareApi {
  /** What the provider cloudflare takes from the environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly traffic: Traffic;
  /** Method, path and body of each request. */
  requests(): readonly string[];
  /** Someone else's change, by the API itself. */
  change(method: string, path: string, body?: object): Promise<void>;
  close(): Promise<void>;
}

export async function startCloudflare(): Promise<CloudflareApi> {
  const traffic = new Traffic();
  const port = await listen(new Cloudflare(new ZoneStore(), new WorkerStore()), traffic);
  const base = `${port.origin}/client/v4`;
  return {
    env: { CLOUDFLARE_BASE_URL: base, CLOUDFLARE_API_TOKEN: TOKEN },
    traffic,
    requests: () =>
      traffic.log.map(({ method, path, body }) =>
        `${method} ${path.replace("/client/v4/", "")} ${body}`.trim(),
      ),
    async change(method, path, body) {
      const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
      const answer = await fetch(`${base}/${path}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    },
    close: () => port.close(),
  };
}
