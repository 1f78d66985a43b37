import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plain,
} from "node:http";
import { Agent as SecureAgent, request as secure } from "node:https";
import { CloudError, cancelled } from "./cloud-error";
import { field, text } from "./json";

/** One HTTP request. */
export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An HTTP answer of any status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The parsed JSON; undefined when the body was none. */
  readonly body: unknown;
  /** The body as it came. */
  readonly content: string;
}

/** Connections to one host. */
export const CONNECTIONS = 4;

/** Idle connections are closed before a server would: a write sent into a connection that just ended is not repeated. */
const IDLE = 20_000;

const AGENT = { keepAlive: true, maxSockets: CONNECTIONS, timeout: IDLE };
const AGENTS = { plain: new PlainAgent(AGENT), secure: new SecureAgent(AGENT) };

/** Failures that happen before a request can have left this machine. */
const BEFORE_SENDING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

const UNTRUSTED = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * Sends a request once, with `timeout` milliseconds for the whole answer. Redirects are not followed: they would take
 * the token to another host.
 * @throws CloudError when no answer came
 */
export async function send(
  request: HttpRequest,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  if (signal?.aborted) throw cancelled();
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeout);
  const abort = () => deadline.abort();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    return await exchange(request, deadline.signal);
  } catch (error) {
    if (signal?.aborted) throw cancelled();
    const { host } = new URL(request.url);
    if (deadline.signal.aborted) {
      const message = `${host} did not answer within ${timeout / 1000} s`;
      throw new CloudError({ status: 0, code: "timeout", message, retryable: true });
    }
    throw connectionFailure(host, reason(error));
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

function exchange({ method, url, headers, body }: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  const options = { method, headers: { ...headers, ...length }, signal };
  return new Promise((resolve, reject) => {
    const onAnswer = (answer: IncomingMessage) => {
      read(answer).then(resolve, reject);
    };
    const sent =
      new URL(url).protocol === "http:"
        ? plain(url, { ...options, agent: AGENTS.plain }, onAnswer)
        : secure(url, { ...options, agent: AGENTS.secure }, onAnswer);
    sent.on("error", reject);
    sent.end(body);
  });
}

async function read(answer: IncomingMessage): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const { statusCode: status = 0, headers } = answer;
  const content = Buffer.concat(chunks).toString();
  return { status, headers, body: parsed(content), content };
}

function connectionFailure(host: string, why: string): CloudError {
  if (BEFORE_SENDING.has(why)) {
    const message = `${host} cannot be reached (${why})`;
    return new CloudError({ status: 0, code: "unreachable", message, retryable: true, untouched: true });
  }
  if (UNTRUSTED.test(why)) {
    const message = `the certificate of ${host} is not trusted (${why})`;
    return new CloudError({ status: 0, code: "untrusted", message, untouched: true });
  }
  const message = `the connection to ${host} broke before the answer (${why})`;
  return new CloudError({ status: 0, code: "connection-lost", message, retryable: true });
}

/** Only the code: a text could quote the request. */
function reason(error: unknown): string {
  return text(field(error, "code")) ?? "unknown";
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
