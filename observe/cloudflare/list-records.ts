import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import { isRecordType, parseRecord } from "../../lib/dns/parse-record";
import { recordData } from "../../lib/dns/record";
import { unquoteTxt } from "../../lib/dns/txt";
import type { LiveRecord } from "../../lib/review/existing/live";
import type { CloudflareAccess } from "./access";

/** https://developers.cloudflare.com/api/resources/dns/subresources/records/methods/list/ */
const RecordPage = v.object({
  success: v.literal(true),
  result: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      type: v.string(),
      content: v.optional(v.string(), ""),
      priority: v.optional(v.nullable(v.number())),
      ttl: v.optional(v.number(), 1),
    }),
  ),
  result_info: v.optional(v.object({ total_pages: v.optional(v.number(), 1) }), { total_pages: 1 }),
});

const Refusal = v.object({ errors: v.array(v.object({ code: v.number(), message: v.string() })) });

/** The most that one answer holds; a zone with more takes several. */
const PAGE = 5000;
const MOST_PAGES = 40;
const ATTEMPTS = 3;

/** In octets: a page holds some 3 megabytes of records as Cloudflare writes them. */
const MOST_OF_ANSWER = 32 * 1024 * 1024;

/**
 * All records of a zone, with their ids.
 * @param signal ends the wait for all answers together
 * @throws Error that says why they cannot be had, without credentials
 */
export async function listRecords(
  access: CloudflareAccess,
  zoneId: string,
  signal: AbortSignal,
): Promise<readonly LiveRecord[]> {
  const found: LiveRecord[] = [];
  for (let page = 1, pages = 1; page <= pages; page++) {
    if (page > MOST_PAGES) throw new Error(`the zone has more than ${PAGE * MOST_PAGES} records`);
    const path = `zones/${encodeURIComponent(zoneId)}/dns_records?per_page=${PAGE}&page=${page}`;
    const { result, result_info } = await get(access, path, signal);
    for (const listed of result) found.push(liveRecord(listed));
    pages = result_info.total_pages;
  }
  return found;
}

async function get(access: CloudflareAccess, path: string, signal: AbortSignal) {
  for (let attempt = 1; ; attempt++) {
    const response = await ask(access, path, signal);
    const text = await textOf(response, signal);
    if (response.ok) {
      const read = v.safeParse(v.pipe(v.string(), v.parseJson(), RecordPage), text);
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

/** What stands before the content as Cloudflare writes it. */
const PREFERRED: ReadonlySet<string> = new Set(["MX", "SRV", "URI"]);

type Listed = v.InferOutput<typeof RecordPage>["result"][number];

function liveRecord({ id, name, type, content, priority, ttl }: Listed): LiveRecord {
  const text = PREFERRED.has(type) && typeof priority === "number" ? `${priority} ${content}` : content;
  const unquoted = type === "TXT" && text.startsWith('"') ? unquoteTxt(text) : undefined;
  const data = unquoted?.ok ? unquoted.value : text;
  const read = isRecordType(type) ? parseRecord(name, type, data, ttl) : undefined;
  if (!read?.ok) return { id, name: name.toLowerCase(), type, data };
  return { id, name: read.value.name, type, data: recordData(read.value), record: read.value };
}
