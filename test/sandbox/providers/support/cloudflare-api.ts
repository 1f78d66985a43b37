import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Stored = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status?: number;
  readonly result?: unknown;
  readonly raw?: { readonly type: string; readonly body: string };
}

/** A few calls of Cloudflare's API v4 over a map of objects by path; checks nothing. */
export class CloudflareApi {
  /** Method, path and body of each request. */
  readonly requests: string[] = [];
  readonly #objects = new Map<string, Stored>();
  readonly #failures: number[] = [];
  readonly #server = createServer(async (request, response) => {
    const body = await textOf(request);
    const path = (request.url ?? "").replace("/client/v4/", "");
    this.requests.push(`${request.method} ${path} ${body}`.trim());
    const failure = this.#failures.shift();
    const answer = failure ? { status: failure } : this.#answer(request, path, body);
    const { status = 200, result = null, raw } = answer;
    const errors = status < 400 ? [] : [{ code: 81044, message: "Record does not exist." }];
    const json = { result, success: status < 400, errors, messages: [] };
    response.writeHead(status, { "content-type": raw?.type ?? "application/json", "retry-after": "0" });
    response.end(raw?.body ?? JSON.stringify(json));
  });

  static async start(): Promise<CloudflareApi> {
    const api = new CloudflareApi();
    await new Promise<void>((resolve) => api.#server.listen(0, "127.0.0.1", resolve));
    return api;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/client/v4`;
  }

  get env() {
    return {
      CLOUDFLARE_BASE_URL: this.url,
      CLOUDFLARE_API_TOKEN: "0123456789abcdef0123456789abcdef01234567",
    };
  }

  /** The next requests are answered with these statuses. */
  fail(...statuses: readonly number[]): void {
    this.#failures.push(...statuses);
  }

  /** Someone else's change, by the ordinary API. */
  async change(method: string, path: string, body?: object): Promise<void> {
    const headers = { authorization: `Bearer ${this.env.CLOUDFLARE_API_TOKEN}` };
    const answer = await fetch(`${this.url}/${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, path: string, body: string): Answer {
    const { method = "" } = request;
    const [first = "", query = ""] = path.split("?");
    if (method === "GET" && first === "zones") {
      const name = new URLSearchParams(query).get("name");
      const zones = [...this.#objects].filter(([key, one]) => /^zones\/\w+$/.test(key) && one.name === name);
      return { result: zones.map(([, zone]) => zone) };
    }
    if (method === "GET") return this.#worker(path) ?? this.#found(path);
    if (method === "DELETE") return this.#objects.delete(path) ? { result: {} } : { status: 404 };
    const type = request.headers["content-type"] ?? "";
    if (type.startsWith("multipart/")) return { result: this.#put(path, script(path, type, body)) };
    const given: Stored = JSON.parse(body);
    if (method === "POST" || path.endsWith("/domains")) return { result: this.#add(path, given) };
    const before = method === "PATCH" ? this.#objects.get(path) : { id: path.split("/").at(-1) };
    const whole = path.includes("/dns_records/") ? record({ ...before, ...given }) : { ...before, ...given };
    const signed = path.endsWith("/dnssec") && whole.status === "active";
    return { result: this.#put(path, signed ? { ...whole, ...SIGNED } : whole) };
  }

  #add(path: string, given: Stored): Stored {
    const made = { ...given, id: randomBytes(16).toString("hex") };
    if (path === "zones") return this.#put(`zones/${made.id}`, { ...made, status: "pending" });
    return this.#put(`${path}/${made.id}`, path.endsWith("/dns_records") ? record(made) : made);
  }

  #put(path: string, stored: Stored): Stored {
    this.#objects.set(path, stored);
    return stored;
  }

  #found(path: string): Answer {
    const result = this.#objects.get(path);
    return result ? { result } : { status: 404 };
  }

  /** A Worker is read at three places. */
  #worker(path: string): Answer | undefined {
    const [, account, kind, name, part] =
      /^accounts\/(\w+)\/workers\/(services|scripts)\/([\w-]+)\/?(.*)$/.exec(path) ?? [];
    const stored = this.#objects.get(`accounts/${account}/workers/scripts/${name}`);
    if (!stored) return undefined;
    if (kind === "services")
      return { result: { default_environment: { script: { etag: stored.etag, handlers: ["fetch"] } } } };
    if (part === "settings")
      return { result: { bindings: [], placement: {}, ...(stored.metadata as object) } };
    return { raw: { type: "application/javascript", body: String(stored.content) } };
  }
}

const SIGNED = {
  ...{ status: "pending", flags: 257, algorithm: "13", key_tag: 2371 },
  ...{ dnssec_multi_signer: false, dnssec_presigned: false, dnssec_use_nsec3: false },
};

/** As the API answers it: host names in lower case, the content of a CAA record from its data. */
function record(given: Stored): Stored {
  const { type, content, data } = given;
  const { flags, tag, value } = (data ?? {}) as Stored;
  return {
    ...{ proxiable: type === "CNAME", settings: {}, meta: {}, comment: null, tags: [] },
    ...{ created_on: "2026-03-01T10:00:00Z", modified_on: "2026-03-01T10:00:00Z" },
    ...given,
    content: data
      ? `${flags} ${tag} ${JSON.stringify(value)}`
      : type === "CNAME"
        ? String(content).toLowerCase()
        : content,
  };
}

function script(path: string, type: string, body: string): Stored {
  const [, module = "", metadata = ""] = body.split(`--${type.split("boundary=")[1]}`);
  const content = (part: string) => part.slice(part.indexOf("\r\n\r\n") + 4, -2);
  return {
    id: path.split("/").at(-1),
    etag: randomBytes(16).toString("hex"),
    handlers: ["fetch"],
    content: content(module),
    metadata: JSON.parse(content(metadata)),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
