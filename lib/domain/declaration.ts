import type { DnsName } from "../dns/name";
import type { OwnedRecord } from "./conflicts";
import type { MtaStsPart } from "./parts/mta-sts";
import type { DomainPlan } from "./plan";

/** What one mail domain, with the mail domains below it, tells the world: declared, not yet published. */
export interface DomainDeclaration {
  readonly domain: DnsName;
  /** Which parts the domain is made of, with the decisions behind its records. */
  readonly plan: DomainPlan;
  /** The domain's own records and those of its subdomains; `rolePath` is unique among them. */
  readonly records: readonly DeclaredRecord[];
  /** MTA-STS policies, the domain's own and its subdomains'. */
  readonly mtaSts: readonly MtaStsPart[];
}

/** A declared record and its place in the domain's stack. */
export interface DeclaredRecord extends OwnedRecord {
  /** The role, behind the relative name of the subdomain it belongs to: `Spf`, `news/Spf`. */
  readonly rolePath: string;
  /** Where in the domain's options the record was declared. */
  readonly path: readonly (string | number)[];
}
