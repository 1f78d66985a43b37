import type { DnsName } from "../dns/name";
import type { OwnedRecord } from "./conflicts";
import type { MtaStsPart } from "./parts/mta-sts";
import type { DomainPlan, PartName } from "./plan";

/**
 * What one mail domain, with the mail domains below it, tells the world: declared, not yet published. It is made once:
 * rules, lists and constructs all take their records from here.
 */
export interface DomainDeclaration {
  readonly domain: DnsName;
  /** Which parts the domain is made of, with the decisions behind its records. */
  readonly plan: DomainPlan;
  /** The domain's own records by the parts of the plan, in the order of {@link PARTS}. */
  readonly parts: readonly DeclaredPart[];
  /** The domain's own records and those of its subdomains; `rolePath` is unique among them. */
  readonly records: readonly DeclaredRecord[];
  /** MTA-STS policies, the domain's own and its subdomains'. */
  readonly mtaSts: readonly MtaStsPart[];
  /** What each mail domain below declares, by relative name, sorted. */
  readonly subdomains: readonly { readonly label: string; readonly declaration: DomainDeclaration }[];
}

/** The records of one part of the plan; none where the part's options ask for none. */
export interface DeclaredPart {
  readonly name: PartName;
  readonly records: readonly DeclaredRecord[];
  /** Of part `mtaSts`: the policy that must be served before its record is there. */
  readonly policy?: MtaStsPart;
}

/** A declared record and its place in the domain's stack. */
export interface DeclaredRecord extends OwnedRecord {
  /** The role, behind the relative name of the subdomain it belongs to: `Spf`, `news/Spf`. */
  readonly rolePath: string;
  /** Where in the domain's options the record was declared. */
  readonly path: readonly (string | number)[];
}
