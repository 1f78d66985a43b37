import { isMapping } from "../../lib/mapping";
import { CloudError } from "./cloud-error";
import { field, text } from "./json";
import { retryAfter } from "./retry-after";
import { redact } from "./secret";
import type { HttpAnswer } from "./send";

/** Statuses that pass by themselves. A plain 500 is Exchange's answer to a cmdlet that failed, and does not. */
const PASSING = new Set([408, 429, 502, 503, 504]);

const PLAIN: Readonly<Record<number, string>> = {
  401: "the token was refused",
  403: "the application is not permitted to do this",
  404: "there is nothing at this address",
  429: "too many requests",
  503: "the service is unavailable",
};

/**
 * The error in an answer of Graph or of Exchange's admin API, in Microsoft's own words.
 *
 * Exchange: `error.details[].message` or `error.innererror.internalexception.message`, as
 * `Ex6F9304|Microsoft.Exchange.….ManagementObjectNotFoundException|The operation couldn't be performed …`.
 * Graph: `error.code` and `error.message`.
 */
export function answerError(
  answer: Pick<HttpAnswer, "status" | "body"> & Partial<HttpAnswer>,
  secrets: readonly string[],
  now: number,
  needs?: string,
): CloudError {
  const { status, body, headers } = answer;
  const error = field(body, "error");
  const said = exchangeDetail(error) ?? exchangeInner(error) ?? text(field(error, "message"));
  const parts = (said ?? "").split("|");
  const exception = parts.length >= 3 ? (parts[1] ?? "").split(".").at(-1) : undefined;
  const words = parts.length >= 3 ? parts.slice(2).join("|") : said;
  const wait = headers === undefined ? undefined : retryAfter(headers, now);
  const requestId = text(headers?.["request-id"]) ?? text(field(field(error, "innerError"), "request-id"));
  const message = words?.trim() || PLAIN[status] || `answered with status ${status}`;
  const denied =
    needs !== undefined && (status === 401 || status === 403) ? `; the application needs ${needs}` : "";
  return new CloudError({
    status,
    code: redact(exception || text(field(error, "code")) || `http-${status}`, ...secrets),
    message: redact(`${message}${denied}`, ...secrets),
    retryable: PASSING.has(status),
    untouched: status === 429 || status === 401,
    ...(wait === undefined ? {} : { retryAfter: wait }),
    ...(requestId ? { requestId } : {}),
  });
}

function exchangeDetail(error: unknown): string | undefined {
  const details = field(error, "details");
  if (!Array.isArray(details)) return undefined;
  const messages = details.map((detail) => text(field(detail, "message"))).filter((message) => message);
  return messages.length === 0 ? undefined : messages.join("; ");
}

function exchangeInner(error: unknown): string | undefined {
  const inner = field(error, "innererror");
  // Both spellings have been seen.
  return (
    text(field(field(inner, "internalexception"), "message")) ??
    text(field(field(inner, "internalException"), "message"))
  );
}

/** An answer that should have been a JSON object. */
export function objectIn(answer: HttpAnswer): Readonly<Record<string, unknown>> {
  if (isMapping(answer.body)) return answer.body;
  throw new CloudError({
    status: answer.status,
    code: "unreadable-answer",
    message: "the answer is not a JSON object",
  });
}
