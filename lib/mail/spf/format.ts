import { CIDR_MAX } from "../../dns/address";
import type { SpfRecord, SpfTerm } from "./record";

/**
 * The record's canonical text: lower-case mechanisms, no `+`, no CIDR length that is the default, single spaces.
 * Domains and unknown modifiers stay as they were written. `parseSpf` reads it back to an equal record.
 */
export function formatSpf(record: SpfRecord): string {
  return ["v=spf1", ...record.terms.map(formatSpfTerm)].join(" ");
}

/** One term's canonical text, e.g. `~include:_spf.contoso.com`. */
export function formatSpfTerm(term: SpfTerm): string {
  switch (term.kind) {
    case "all":
      return `${sign(term)}all`;
    case "include":
    case "exists":
      return `${sign(term)}${term.kind}:${term.domain.text}`;
    case "ptr":
      return `${sign(term)}ptr${optional(term.domain)}`;
    case "a":
    case "mx": {
      const cidr4 = length("/", term.cidr4, CIDR_MAX.ip4);
      const cidr6 = length("//", term.cidr6, CIDR_MAX.ip6);
      return `${sign(term)}${term.kind}${optional(term.domain)}${cidr4}${cidr6}`;
    }
    case "ip4":
    case "ip6":
      return `${sign(term)}${term.kind}:${term.address}${length("/", term.cidr, CIDR_MAX[term.kind])}`;
    case "redirect":
    case "exp":
      return `${term.kind}=${term.domain.text}`;
    case "unknown":
      return `${term.name}=${term.value.text}`;
  }
}

function sign({ qualifier }: { readonly qualifier: string }): string {
  return qualifier === "+" ? "" : qualifier;
}

function optional(domain: { readonly text: string } | undefined): string {
  return domain === undefined ? "" : `:${domain.text}`;
}

function length(slashes: string, bits: number, max: number): string {
  return bits === max ? "" : `${slashes}${bits}`;
}
