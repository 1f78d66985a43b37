import { formatSpfTerm } from "./format";
import type { DomainSpec, MacroPart } from "./macro";
import type { SpfTerm } from "./record";

/**
 * A text that two terms share exactly when they mean the same: case and a trailing dot make no difference
 * in a domain (RFC 4343, RFC 7208 §7.3), save in macros, where upper case asks for percent-encoding.
 */
export function termKey(term: SpfTerm): string {
  switch (term.kind) {
    case "unknown":
      return `${term.name.toLowerCase()}=${term.value.text}`;
    case "all":
    case "ip4":
    case "ip6":
      return formatSpfTerm(term);
    default:
      return term.domain === undefined
        ? formatSpfTerm(term)
        : formatSpfTerm({ ...term, domain: { ...term.domain, text: domainKey(term.domain) } });
  }
}

/** {@link termKey} for a domain-spec. */
export function domainKey(domain: DomainSpec): string {
  return domain.parts.map(partKey).join("").replace(/\.$/, "");
}

function partKey(part: MacroPart): string {
  switch (part.kind) {
    case "literal":
      return part.text.toLowerCase();
    case "escape":
      return part.expansion === "%" ? "%%" : part.expansion === " " ? "%_" : "%-";
    case "macro": {
      const letter = part.urlEncoded ? part.letter.toUpperCase() : part.letter;
      return `%{${letter}${part.keep ?? ""}${part.reversed ? "r" : ""}${part.delimiters}}`;
    }
  }
}

/** The items without those whose key an earlier one has. */
export function distinct<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const size = seen.size;
    return seen.add(key(item)).size > size;
  });
}
