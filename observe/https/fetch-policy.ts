import type { IncomingMessage } from "node:http";
import type { DnsName } from "../../lib/dns/name";
import type { Resolve } from "../../lib/dns/resolve";
import { mtaStsPolicyHost, mtaStsPolicyUrl } from "../../lib/mail/mta-sts";
import { Gate } from "../dns/pace";
import { Patience } from "../dns/patience";
import { type Reach, reachOf } from "../reach";
import { get } from "./get";
import { addressesOf, type Target } from "./target";

/** The text of a domain's MTA-STS policy, or why it cannot be fetched. */
export type FetchedPolicy =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "failed"; readonly why: string };

export type FetchPolicy = (domain: DnsName) => Promise<FetchedPolicy>;

export interface FetchPolicyOptions {
  /** Milliseconds for one address, from connecting to the last octet. RFC 8461 §3.3 suggests a minute. @default 10000 */
  readonly timeout?: number;
  /** Milliseconds for all addresses of one host together. @default 20000 */
  readonly total?: number;
  /** Which of the addresses that the DNS gives may be connected to. @default public ones */
  readonly reach?: Reach;
  /** Where policy hosts listen: another one in tests. @default 443 */
  readonly port?: number;
  /** Connect here, whatever the DNS says: for tests. */
  readonly connect?: { readonly host: string; readonly port: number };
  /** Trusted beside no others: for tests. @default the authorities that Node trusts */
  readonly ca?: string;
}

/** RFC 8461 §3.3 suggests 64 kilobytes. */
const MOST_OCTETS = 64 * 1024;

/**
 * Fetches policies as senders do (RFC 8461 §3.3): from the addresses that the resolver gives, with a certificate that is
 * valid for the policy host, no redirects, status 200, `text/plain`.
 */
export function policyFetcher(resolve: Resolve, options: FetchPolicyOptions = {}): FetchPolicy {
  const { reach = reachOf(), timeout = 10_000, total = 20_000, port = 443 } = options;
  const gate = new Gate(AT_ONCE);
  /** How often an address has been silent in a row. */
  const silent = new Map<string, number>();

  async function fetchAt(target: Target, domain: DnsName, patience: Patience): Promise<FetchedPolicy> {
    const { host } = target;
    const why = options.connect ? undefined : reach(host);
    if (why !== undefined) return { kind: "failed", why: `${host} is ${why}, which is not connected to` };
    const before = silent.get(host) ?? 0;
    if (before >= PATIENCE) return { kind: "failed", why: `${host} has answered nothing so far` };
    const fetched = await patience.spend(timeout, (milliseconds) =>
      fetchFrom(target, domain, { ...options, timeout: milliseconds }),
    );
    if (!fetched) return { kind: "failed", why: `no answer within ${total / 1000} s in all` };
    silent.set(host, fetched.kind === "silent" ? before + 1 : 0);
    return fetched.kind === "silent" ? { kind: "failed", why: fetched.why } : fetched;
  }

  async function fetchOne(domain: DnsName): Promise<FetchedPolicy> {
    const host = mtaStsPolicyHost(domain);
    const targets = options.connect ? [options.connect] : await addressesOf(host, port, resolve);
    if (typeof targets === "string") return { kind: "failed", why: targets };
    let failed: FetchedPolicy = { kind: "failed", why: `${host} has no address` };
    const patience = new Patience(total);
    for (const target of targets) {
      const fetched = await fetchAt(target, domain, patience);
      if (fetched.kind === "text") return fetched;
      failed = fetched;
    }
    return failed;
  }

  return (domain) => gate.through(() => fetchOne(domain));
}

/** So many times silent in a row, and an address is taken for down: hundreds of domains may be at it. */
const PATIENCE = 3;

/** Policies that are fetched at once: hundreds of domains mostly have one web server behind all of them. */
const AT_ONCE = 20;

/** What one address made of it; `silent` if its time ran out. */
async function fetchFrom(
  target: Target,
  domain: DnsName,
  { timeout, ca }: { readonly timeout: number; readonly ca?: string },
): Promise<FetchedPolicy | { readonly kind: "silent"; readonly why: string }> {
  const url = new URL(mtaStsPolicyUrl(domain));
  const got = await get(target, url, { timeout, ca, accept: "text/plain", most: MOST_OCTETS, refuse: unfit });
  switch (got.kind) {
    case "body":
      return { kind: "text", text: got.octets.toString("utf8") };
    case "refused":
      return { kind: "failed", why: got.refusal };
    case "large":
      return { kind: "failed", why: `a policy of more than ${MOST_OCTETS} octets` };
    default:
      return got;
  }
}

function unfit({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  if (statusCode >= 300 && statusCode < 400)
    return `a redirect (status ${statusCode}), which senders do not follow`;
  if (statusCode !== 200) return `status ${statusCode}`;
  const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "text/plain") return `content type ${type || "missing"}, where text/plain is due`;
  return undefined;
}
