import { Agent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import { request as httpsRequest, Agent as TlsAgent } from "node:https";
import { pipeline, type Readable } from "node:stream";

/** A request to the API. */
export interface Call {
  readonly method: string;
  /** Below the API's base, with its query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  /** What is sent. A stream can be sent once only. @default nothing */
  readonly body?: Uint8Array | Readable;
}

/** The API, by connections that are kept open. */
export class Upstream {
  private readonly isTls: boolean;
  private readonly agent: Agent | TlsAgent;

  constructor(private readonly base: URL) {
    this.isTls = base.protocol === "https:";
    // A connection that has idled may be closed by the other side just as it is used again: free ones are let go early.
    const options = { keepAlive: true, maxSockets: 64, maxFreeSockets: 16, timeout: 15_000 };
    this.agent = this.isTls ? new TlsAgent(options) : new Agent(options);
  }

  /** Sends a request once. @throws Error if the connection fails before there is an answer */
  send({ method, path, headers, body }: Call): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { hostname, port, host } = this.base;
      const outgoing = (this.isTls ? httpsRequest : httpRequest)(
        {
          hostname: hostname.replace(/^\[|\]$/g, ""),
          port,
          method,
          path: this.base.pathname.replace(/\/$/, "") + path,
          headers: { ...headers, host },
          agent: this.agent,
        },
        resolve,
      );
      outgoing.on("error", reject);
      if (body === undefined || body instanceof Uint8Array) outgoing.end(body);
      else pipeline(body, outgoing, (error) => error && outgoing.destroy(error));
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
