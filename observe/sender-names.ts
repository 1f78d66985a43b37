import { canonicalIp6 } from "../lib/dns/address";
import { isWithin, parseName } from "../lib/dns/name";
import { type Resolve, recordsOf } from "../lib/dns/resolve";
import { identify } from "../lib/mail/spf/check/identity";
import type { SpfTree } from "../lib/mail/spf/tree";
import type { SenderName } from "../lib/posture/evidence";

/** Addresses of a domain whose names are looked up, and names of an address: RFC 7208 §4.6.4 takes ten of them, too. */
const MOST_ADDRESSES = 64;
const MOST_NAMES = 10;

/**
 * The names of the addresses from which a domain sends by its own SPF record: of single addresses, and of hosts of its own.
 * Which address of a network sends, the DNS does not tell; those of vendors are the vendors'.
 */
export async function senderNames(
  { domain, steps }: SpfTree,
  resolve: Resolve,
): Promise<readonly SenderName[]> {
  const own = steps.flatMap(({ term, target, queries }): readonly string[] => {
    if (!("qualifier" in term) || term.qualifier === "-") return [];
    if (term.kind === "ip4" || term.kind === "ip6") {
      return term.cidr === (term.kind === "ip4" ? 32 : 128) ? [term.address] : [];
    }
    if (term.kind !== "a" || target === undefined || !isOwn(target, domain)) return [];
    const answers = queries.filter(({ type }) => type === "A" || type === "AAAA");
    return answers.flatMap(({ answer }) => recordsOf(answer)).filter((data) => typeof data === "string");
  });
  const addresses = [...new Set(own.map(canonical))];
  return Promise.all(
    addresses.map((address, at) => (at < MOST_ADDRESSES ? nameOf(address, resolve) : { address })),
  );
}

/** The name under which an address has its PTR records (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(address: string): string {
  return identify({ ip: address, helo: "", sender: "" }).reverseName;
}

function isOwn(target: string, domain: string): boolean {
  const [read, around] = [parseName(target, "owner"), parseName(domain, "owner")];
  return read.ok && around.ok && isWithin(read.value, around.value);
}

/** Reads the names of an address, and looks whether one of them leads back to it. */
async function nameOf(address: string, resolve: Resolve): Promise<SenderName> {
  const found = await resolve(reverseName(address), "PTR");
  if (found.kind === "failure") return { address };
  const names = [...new Set(recordsOf<"PTR">(found).map((name) => name.toLowerCase()))].sort();
  let isOpen = false;
  for (const name of names.slice(0, MOST_NAMES)) {
    const back = await (address.includes(":") ? resolve(name, "AAAA") : resolve(name, "A"));
    if (back.kind === "failure") isOpen = true;
    const leadsTo: readonly string[] = back.kind === "records" ? back.records : [];
    if (leadsTo.map(canonical).includes(address)) return { address, names, confirmed: name };
  }
  return { address, names, ...(isOpen || names.length > MOST_NAMES ? { isOpen: true } : {}) };
}

function canonical(address: string): string {
  return canonicalIp6(address) ?? address;
}
