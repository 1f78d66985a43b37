import { fieldsNamed, type HeaderField, readable, unfolded } from "../mail/header-fields";
import { inALabels, targetName } from "../mail/spf/check/name";

/** Whose message it says it is. */
export type Author =
  | { readonly ok: true; readonly domain: string; readonly addresses: readonly string[] }
  | { readonly ok: false; readonly why: string; readonly addresses: readonly string[] };

const LONGEST = 64 * 1024;

/** The author's domain (RFC 9989 §5.3.1): one From field, whose addresses are all of one domain. */
export function authorOf(fields: readonly HeaderField[]): Author {
  const from = fieldsNamed(fields, "From");
  const [first] = from;
  if (!first) return { ok: false, why: "there is no From", addresses: [] };
  if (from.length > 1) return { ok: false, why: `there are ${from.length} From fields`, addresses: [] };
  if (first.body.length > LONGEST) return { ok: false, why: "From is too long to be read", addresses: [] };
  const addresses = addressesIn(readable(unfolded(first.body)));
  const domains = [...new Set(addresses.map(domainOf))];
  const [domain] = domains;
  if (domain === undefined) return { ok: false, why: "From holds no address", addresses };
  if (domains.length > 1) {
    return { ok: false, why: `From holds addresses of ${domains.length} domains`, addresses };
  }
  const name = targetName(domain);
  if (name === undefined) return { ok: false, why: "the domain in From is no name of the DNS", addresses };
  return { ok: true, domain: name, addresses };
}

/** The domain of an address, in A-labels and lower case. */
export function domainOf(address: string): string {
  return inALabels(address.slice(address.lastIndexOf("@") + 1)).toLowerCase();
}

/**
 * Addresses of a list of mailboxes and groups (RFC 5322 §3.4). What is quoted or in a comment is none, whatever it
 * looks like: `"ceo@contoso.com" <x@fabrikam.com>` is of fabrikam.com.
 */
export function addressesIn(text: string): readonly string[] {
  const bare = withoutQuotes(text);
  const found: string[] = [];
  for (const piece of bare.split(/[,;]/)) {
    const angled = [...piece.matchAll(/<([^<>]*)>/g)].map(([, inner = ""]) => inner);
    // Where brackets do not match, or an address stands behind one in brackets, each reader takes another: all count.
    const isBroken =
      /[<>]/.test(piece.replace(/<[^<>]*>/g, "")) || /@/.test(piece.split(">").slice(1).join());
    const texts = isBroken ? piece.split(/[<>\s:]+/) : angled.length > 0 ? angled : [piece];
    for (const text of texts) {
      // A group's name, or a route before an address (RFC 5322 §4.4), says nothing.
      const address = text.slice(text.lastIndexOf(":") + 1).replace(/\s+/g, "");
      if (/@[^@]+$/.test(address)) found.push(address);
    }
  }
  return found;
}

/** Comments gone, quoted texts with letters in place of what they hold. */
function withoutQuotes(text: string): string {
  let out = "";
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const one = text[at] ?? "";
    if (one === "\\" && (isQuoted || depth > 0)) {
      at++;
      if (isQuoted) out += "x";
    } else if (isQuoted) {
      if (one === '"') isQuoted = false;
      else out += "x";
    } else if (one === '"' && depth === 0) isQuoted = true;
    else if (one === "(") depth++;
    else if (one === ")" && depth > 0) depth--;
    else if (depth === 0) out += one;
  }
  return out;
}
