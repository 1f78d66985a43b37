import type { IncomingMessage } from "node:http";
import type { Resolve } from "../../lib/dns/resolve";
import { Gate } from "../dns/pace";
import { Patience } from "../dns/patience";
import { type Reach, reachOf } from "../reach";
import { get, hostOf, isAddress } from "./get";
import { addressesOf, type Target } from "./target";

/** What stands at an HTTPS address, or why nobody knows. */
type FetchedFile =
  | { readonly kind: "file"; readonly octets: Buffer }
  | { readonly kind: "failed"; readonly why: string };

/** Fetches a file, once however many ask for it. It never rejects. */
export type FetchFile = (url: string) => Promise<FetchedFile>;

export interface FetchFileOptions {
  /** Milliseconds for one address, from connecting to the last octet. @default 10000 */
  readonly timeout?: number;
  /** Milliseconds for all addresses and redirects of one file together. @default 20000 */
  readonly total?: number;
  /** Which of the addresses that the DNS gives may be connected to. @default public ones */
  readonly reach?: Reach;
  /** Connect here, whatever the DNS and the location say: for tests, and in a sandbox. */
  readonly connect?: Target;
  /** Trusted in place of the authorities that Node trusts: for tests. */
  readonly ca?: string;
}

/** Much more than a logo or a chain of certificates has. */
const MOST_OCTETS = 256 * 1024;
const MOST_REDIRECTS = 3;
const AT_ONCE = 20;

/** Fetches files from web servers of strangers: over HTTPS alone, from public addresses, so much and no more. */
export function fileFetcher(resolve: Resolve, options: FetchFileOptions = {}): FetchFile {
  const { timeout = 10_000, total = 20_000, reach = reachOf(), connect, ca } = options;
  const gate = new Gate(AT_ONCE);
  const fetched = new Map<string, Promise<FetchedFile>>();

  async function fetchAll(text: string): Promise<FetchedFile> {
    const patience = new Patience(total);
    let location = text;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const url = httpsUrl(location);
      if (!url) return failed("a location that is no HTTPS address");
      const answer = await fetchUrl(url, patience);
      if (answer.kind !== "redirect") return answer;
      location = URL.canParse(answer.to, url.href) ? new URL(answer.to, url).href : "";
    }
    return failed(`more than ${MOST_REDIRECTS} redirects`);
  }

  async function fetchUrl(url: URL, patience: Patience): Promise<Answer> {
    const targets = connect ? [connect] : await targetsOf(url, resolve);
    if (typeof targets === "string") return failed(targets);
    let last: Answer = failed(`${url.hostname} has no address`);
    for (const target of targets) {
      const why = connect ? undefined : reach(target.host);
      if (why !== undefined) {
        last = failed(`${target.host} is ${why}, which is not connected to`);
        continue;
      }
      const answer = await patience.spend(timeout, (milliseconds) =>
        fetchFrom(target, url, milliseconds, ca),
      );
      if (!answer) return failed(`no answer within ${total / 1000} s in all`);
      if (answer.kind !== "failed" || answer.isHeard) return answer;
      last = answer;
    }
    return last;
  }

  return (url) => {
    const file = fetched.get(url) ?? gate.through(() => fetchAll(url));
    fetched.set(url, file);
    return file;
  };
}

type Answer =
  | Extract<FetchedFile, { readonly kind: "file" }>
  | { readonly kind: "redirect"; readonly to: string }
  /** `isHeard`: the server said so, and another of its addresses says nothing else. */
  | { readonly kind: "failed"; readonly why: string; readonly isHeard?: true };

function failed(why: string): { readonly kind: "failed"; readonly why: string } {
  return { kind: "failed", why };
}

function httpsUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === "https:" && url.username === "" && url.password === "" ? url : undefined;
}

/** A host that is an address is one: whoever wrote the record chose it, and it is held against what may be reached. */
async function targetsOf(url: URL, resolve: Resolve): Promise<readonly Target[] | string> {
  const port = url.port === "" ? 443 : Number(url.port);
  return isAddress(url) ? [{ host: hostOf(url), port }] : addressesOf(url.hostname, port, resolve);
}

async function fetchFrom(target: Target, url: URL, timeout: number, ca: string | undefined): Promise<Answer> {
  const got = await get(target, url, { timeout, ca, accept: "*/*", most: MOST_OCTETS, refuse });
  switch (got.kind) {
    case "body":
      return { kind: "file", octets: got.octets };
    case "refused":
      return got.refusal;
    case "large":
      return { ...failed(`a file of more than ${MOST_OCTETS} octets`), isHeard: true };
    default:
      return failed(got.why);
  }
}

function refuse({ statusCode = 0, headers }: IncomingMessage): Answer | undefined {
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined)
    return { kind: "redirect", to: headers.location };
  return statusCode === 200 ? undefined : { ...failed(`status ${statusCode}`), isHeard: true };
}
