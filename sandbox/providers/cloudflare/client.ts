import { STATUS_CODES } from "node:http";
import { type Clock, SYSTEM_CLOCK } from "../../../provider/http/clock";
import { CloudError } from "../../../provider/http/cloud-error";
import { field } from "../../../provider/http/json";
import { type Patience, persist } from "../../../provider/http/persist";
import { retryAfter } from "../../../provider/http/retry-after";
import { redact } from "../../../provider/http/secret";
import { type HttpAnswer, type HttpRequest, send } from "../../../provider/http/send";
import { DiagnosticError, type Json } from "../../../provider/plugin/index";

export type Method = HttpRequest["method"];

/** A request to Cloudflare's API; its body is JSON or, with a content type of its own, text. */
interface ApiRequest {
  readonly method: Method;
  /** From the base URL on: `zones/023e…/dns_records`. */
  readonly path: string;
  readonly json?: Json;
  readonly form?: { readonly contentType: string; readonly body: string };
  readonly signal: AbortSignal;
}

/** Cloudflare's API v4 as the real provider's library (cloudflare-go) calls it. */
export interface CloudflareClient {
  /**
   * The `result` of the envelope.
   * @throws DiagnosticError with the request, the status and the answer
   */
  call(request: ApiRequest): Promise<unknown>;
  /** The whole answer, or undefined where there is nothing at the path (404). */
  find(request: ApiRequest): Promise<HttpAnswer | undefined>;
}

/** As in cloudflare-go: two repetitions, for writes too. */
const PATIENCE: Patience = {
  attempts: 3,
  unanswered: 3,
  firstPause: 500,
  longestPause: 8_000,
  total: 120_000,
};
/** cloudflare-go waits for an answer as long as it takes; so long nobody needs to find out. */
const TIMEOUT = 1_200_000;
const PASSING = new Set([408, 409, 429]);

export interface CloudflareClientOptions {
  /** With the slash at its end. */
  readonly baseUrl: string;
  /** Header fields that prove who calls. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly clock?: Clock;
}

export function cloudflareClient(options: CloudflareClientOptions): CloudflareClient {
  const { baseUrl, credentials, clock = SYSTEM_CLOCK } = options;
  const attempt = async (request: ApiRequest): Promise<HttpAnswer> => {
    const { method, path, json, form, signal } = request;
    const body = form?.body ?? (json === undefined ? undefined : JSON.stringify(json));
    const type = form?.contentType ?? "application/json";
    const headers = {
      accept: "application/json",
      ...credentials,
      ...(body !== undefined && { "content-type": type }),
    };
    const url = `${baseUrl}${path}`;
    const answer = await send({ method, url, headers, ...(body !== undefined && { body }) }, TIMEOUT, signal);
    if (answer.status < 400) return answer;
    const wait = retryAfter(answer.headers, clock.now());
    throw new CloudError({
      status: answer.status,
      code: `http-${answer.status}`,
      message: `${method} ${JSON.stringify(url)}: ${answer.status} ${STATUS_CODES[answer.status] ?? ""} ${answer.content}`,
      retryable: PASSING.has(answer.status) || answer.status >= 500,
      ...(wait !== undefined && { retryAfter: wait }),
    });
  };
  const told = async (request: ApiRequest, or404: boolean): Promise<HttpAnswer | undefined> => {
    const { signal } = request;
    try {
      return await persist(() => attempt(request), { repeat: "read", patience: PATIENCE, clock, signal });
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      if (or404 && error.status === 404) return undefined;
      const detail = redact(error.message, ...Object.values(credentials));
      throw new DiagnosticError({ summary: "failed to make http request", detail });
    }
  };
  return {
    find: (request) => told(request, true),
    call: async (request) => field((await told(request, false))?.body, "result"),
  };
}
