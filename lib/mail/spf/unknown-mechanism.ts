import type { Fault } from "../../fault";
import { faultAt, type Span } from "./span";

/** What authors write when they mean a mechanism that exists. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ["ip", "ip4:"],
  ["ipv4", "ip4:"],
  ["ipv6", "ip6:"],
  ["includes", "include:"],
  ["exist", "exists:"],
  ["host", "a:"],
  ["aaaa", "a"],
]);

const QUALIFIER = /^[+\-~?]/;

const EXPECTED = "all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value";

/** The fault of a term that is neither a known mechanism nor a modifier (RFC 7208 §4.6.1), with what was meant. */
export function unknownMechanism(term: Span, name: string): Fault {
  const known = name.toLowerCase();
  if (known === "redirect" || known === "exp") {
    return faultAt(term, `${known} is a modifier`, { fix: `write ${known}=<domain>, without a qualifier` });
  }
  const equals = name.indexOf("=");
  if (equals !== -1) {
    return QUALIFIER.test(term.text) && /^[A-Za-z]/.test(name)
      ? faultAt(term, "modifier with a qualifier", { fix: `write ${term.text.slice(1)}` })
      : faultAt(term, "malformed modifier name", {
          expected: "a letter, then letters, digits, hyphens, underscores and dots",
        });
  }
  if (/^\d+(?:\.\d+){3}$/.test(name)) {
    const [qualifier = ""] = QUALIFIER.exec(term.text) ?? [];
    const address = term.text.slice(qualifier.length);
    return faultAt(term, "address without its mechanism", { fix: `write ${qualifier}ip4:${address}` });
  }
  const meant = MEANT.get(known) ?? trimmed(known);
  const fix = meant === undefined ? {} : { fix: `${meant} is meant, perhaps` };
  return faultAt(term, `unknown mechanism ${JSON.stringify(name)}`, { expected: EXPECTED, ...fix });
}

/** A mechanism with a stray character behind it, as in `-all.` or `mx,`. */
function trimmed(name: string): string | undefined {
  const bare = name.replace(/[^a-z0-9]$/, "");
  return bare !== name && (bare === "all" || bare === "a" || bare === "mx") ? bare : undefined;
}
