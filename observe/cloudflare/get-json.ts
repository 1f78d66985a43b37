import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import type { CloudflareAccess } from "./access";

const Refusal = v.object({ errors: v.array(v.object({ code: v.number(), message: v.string() })) });

const ATTEMPTS = 3;

/** In octets: a page holds some 3 megabytes of records as Cloudflare writes them. */
const MOST_OF_ANSWER = 32 * 1024 * 1024;

/**
 * What Cloudflare answers to a question, asked again where it has too much to do.
 * @throws Error that says why there is no answer, without credentials
 */
export async function getJson<T>(
  access: CloudflareAccess,
  path: string,
  form: v.GenericSchema<unknown, T>,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const response = await ask(access, path, signal);
    const text = await textOf(response, signal);
    if (response.ok) {
      const read = v.safeParse(v.pipe(v.string(), v.parseJson(), form), text);
      if (read.success) return read.output;
      throw new Error("Cloudflare's answer cannot be read");
    }
    const isPassing = response.status === 429 || response.status >= 500;
    if (!isPassing || attempt === ATTEMPTS)
      throw new Error(`Cloudflare answers ${refusal(response.status, text)}`);
    await sleep(waitOf(response.headers.get("retry-after"), attempt), undefined, { signal }).catch(() => {
      throw new Error(`Cloudflare answers ${refusal(response.status, text)}`);
    });
  }
}

async function ask(
  { baseUrl, headers }: CloudflareAccess,
  path: string,
  signal: AbortSignal,
): Promise<Response> {
  for (;;) {
    try {
      // Credentials are for this host alone.
      return await fetch(`${baseUrl}/${path}`, { headers, signal, redirect: "error" });
    } catch (error) {
      // A budget of 5 minutes may keep a call back for longer than fetch waits for an answer, which are 5 minutes as well.
      if (HEADERS_TIMEOUT.test(String(causeOf(error))) && !signal.aborted) continue;
      throw unreached(error, signal);
    }
  }
}

/** An answer's text, of which no more is read than one can be: what the base URL leads to need not be Cloudflare. */
async function textOf({ body }: Response, signal: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  let octets = 0;
  try {
    for await (const chunk of body ?? []) {
      octets += chunk.length;
      if (octets > MOST_OF_ANSWER) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw unreached(error, signal);
  }
  if (octets > MOST_OF_ANSWER) {
    throw new Error(`Cloudflare's answer is longer than the ${MOST_OF_ANSWER} octets that are read`);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unreached(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) return new Error("Cloudflare did not answer in time");
  const cause = causeOf(error);
  const why = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
  return new Error(`Cloudflare cannot be reached: ${why}`);
}

/** What fetch wraps: all its own message says is that it failed. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}

/** As Node's own undici calls it. */
const HEADERS_TIMEOUT = /^HeadersTimeoutError/;

/** Seconds as the host asks for, at most 30; without its word one, two. */
function waitOf(retryAfter: string | null, attempt: number): number {
  const seconds = /^\d{1,4}$/.test(retryAfter ?? "") ? Number(retryAfter) : attempt;
  return Math.min(seconds, 30) * 1000;
}

function refusal(status: number, text: string): string {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Refusal), text);
  const [first] = read.success ? read.output.errors : [];
  return first ? `${status}: ${first.message} (${first.code})` : String(status);
}
