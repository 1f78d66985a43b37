import type { DomainSpec, MacroString } from "./macro";

/** The verdict a directive gives when it matches: pass, fail, softfail, neutral (RFC 7208 §4.6.2). */
export type SpfQualifier = "+" | "-" | "~" | "?";

interface Directive {
  /** `+` also where the text leaves it out. */
  readonly qualifier: SpfQualifier;
}

/** Matches every client (§5.1). */
export interface SpfAll extends Directive {
  readonly kind: "all";
}

/** Matches where another domain's record passes (§5.2). */
export interface SpfInclude extends Directive {
  readonly kind: "include";
  readonly domain: DomainSpec;
}

/** Matches the addresses of a name (§5.3), or of its mail exchanges (§5.4). */
export interface SpfHost extends Directive {
  readonly kind: "a" | "mx";
  /** Absent: the domain under evaluation. */
  readonly domain?: DomainSpec;
  /** Leading bits that count in an IPv4 address, 0 to 32; 32 where the text gives none. */
  readonly cidr4: number;
  /** Leading bits that count in an IPv6 address, 0 to 128; 128 where the text gives none. */
  readonly cidr6: number;
}

/** Matches by reverse look-up (§5.5); not to be published. */
export interface SpfPtr extends Directive {
  readonly kind: "ptr";
  /** Absent: the domain under evaluation. */
  readonly domain?: DomainSpec;
}

/** Matches a network (§5.6). */
export interface SpfIp extends Directive {
  readonly kind: "ip4" | "ip6";
  /** Dotted quad, or RFC 5952 form without an embedded dotted quad. Host bits stay as they were written. */
  readonly address: string;
  /** Leading bits that count: 0 to 32, or to 128 for `ip6`; all of them where the text gives none. */
  readonly cidr: number;
}

/** Matches where a name has an A record (§5.7). */
export interface SpfExists extends Directive {
  readonly kind: "exists";
  readonly domain: DomainSpec;
}

/** The record of another domain answers where no mechanism matched (§6.1). */
export interface SpfRedirect {
  readonly kind: "redirect";
  readonly domain: DomainSpec;
}

/** The name whose TXT record explains a fail (§6.2); read that text with `parseExplanation`. */
export interface SpfExp {
  readonly kind: "exp";
  readonly domain: DomainSpec;
}

/** A modifier that RFC 7208 does not define; receivers ignore it (§6). */
export interface SpfUnknownModifier {
  readonly kind: "unknown";
  /** As written. */
  readonly name: string;
  readonly value: MacroString;
}

/** A mechanism with its qualifier (RFC 7208 §4.6.1). */
export type SpfDirective = SpfAll | SpfInclude | SpfHost | SpfPtr | SpfIp | SpfExists;
/** A modifier (RFC 7208 §6). */
export type SpfModifier = SpfRedirect | SpfExp | SpfUnknownModifier;
/** A directive or a modifier. */
export type SpfTerm = SpfDirective | SpfModifier;

/** A record that receivers accept, its terms in the order of the text. */
export interface SpfRecord {
  readonly terms: readonly SpfTerm[];
}
