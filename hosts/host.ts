import type * as v from "valibot";
import type { DnsName } from "../lib/dns/name";
import type { DnsRecord } from "../lib/dns/record";
import type { Fault, Path } from "../lib/fault";
import type { Attributes } from "../lib/plan/attributes";
import type { ZoneReader } from "../lib/plan/zone-fact";

/** A fault whose path begins at the root of the estate. */
interface PlacedFault extends Fault {
  readonly path: Path;
}

export type Report = (fault: PlacedFault) => void;

/** What deploys the stack of a domain: Terraform, or the AWS CDK. */
export type StackKind = "terraform" | "aws";

/** A package that only those install who need it (decision 019), with the oldest version that is tested. */
export interface NeededPackage {
  readonly name: string;
  readonly version: string;
}

/** Where a domain's records go. Each host adds how its stack gets at the zone. */
export interface NamedZoneChoice {
  /** The zone's name: the domain or a parent of it. */
  readonly name: DnsName;
  /** The domain whose entry says so: the domain itself, or the one whose zone it lies in. */
  readonly declaredBy: DnsName;
}

/** What tells two zones of one name apart: the key in the estate, and its value. */
export interface ZoneIdentity {
  readonly key: string;
  readonly value: string;
  /** What two different values are, in a sentence: `ids`. */
  readonly plural: string;
}

/** A record that is to be published, with the place in the domain's options that it comes from. */
export interface HostedRecord {
  readonly record: DnsRecord;
  readonly path: Path;
  /** `Spf`, `news/Spf`. */
  readonly rolePath: string;
}

/** A domain as a host has to hold it. */
export interface HostedDomain<Choice> {
  readonly zone: Choice;
  readonly records: readonly HostedRecord[];
  /** Records of others that stay beside them. */
  readonly kept: readonly HostedRecord[];
  /** Ids of existing records by role, which the stack is to take over. */
  readonly import: Readonly<Record<string, string>>;
  /** Are those all the records, none of them left out for a fault? */
  readonly isWhole: boolean;
  /** Is the zone to serve an MTA-STS policy? */
  readonly servesPolicy: boolean;
  /** Tenants of which provider m365 is to do the Exchange side, with the place that names them. */
  readonly managedTenants: readonly { readonly path: Path; readonly tenant: string }[];
}

/** A resource of a Terraform plan that stands for records of a zone. */
export interface RecordResource {
  readonly read: ZoneReader;
  /** What tells its zone from others. */
  zoneOf(attributes: Attributes): string | undefined;
  /** The zone's name, where the resource tells the record's both in full and within the zone. */
  zoneNameOf(attributes: Attributes): string | undefined;
  /** The record's name, as far as the resource says it: relative to the zone, or in full. */
  nameOf(attributes: Attributes): string | undefined;
  /** How many records it holds. */
  countOf(attributes: Attributes): number;
  /** Does one stand for all records of its name and type? Such a set is not created beside one that exists. @default false */
  readonly isSet?: boolean;
  /** May other records stand beside an alias at the zone's apex, where the host answers with addresses? @default false */
  readonly flattensApex?: boolean;
  /** By what id Terraform takes over an existing record. Absent: the host's records have no ids of their own. */
  importId?(attributes: Attributes, recordId: string): string | undefined;
  /** How the estate names the zone with this id, as `zone` of a domain. */
  estateZone?(zoneId: string): string;
}

/** The resources of a host in Terraform plans, by their type. */
export interface HostInPlans {
  readonly records: Readonly<Record<string, RecordResource>>;
  /** Those that serve policies. */
  readonly policies: Readonly<Record<string, ZoneReader>>;
  /** Resources and data sources that tell a zone's name, with the attributes that hold its id. */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  /** Those that all names of a zone hang on: zones, their signing, their registration. */
  readonly zoneFeatures: Readonly<Record<string, ZoneReader>>;
  /** Data sources that list several, with the blocks that hold them. @default none */
  readonly zoneLists?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What a DNS host demands of those who publish there, as data and pure functions. A host is a folder of `hosts/` with one
 * of these; what is shared asks it and knows no host by name.
 */
export interface DnsHost<Input extends object, Choice extends NamedZoneChoice> {
  /** Its name in sentences: `Route 53`. */
  readonly label: string;
  readonly stackKind: StackKind;
  /** What its stacks are made with beyond what is installed with this package. */
  readonly needs: NeededPackage | undefined;
  /** The type of resource that a Terraform stack creates a zone as; stacks of other domains in the zone come after it. */
  readonly zoneResource: string | undefined;
  /** Are all records of one name and type one thing there, with one TTL? */
  readonly hasRecordSets: boolean;
  /**
   * Does it answer an alias at the apex of a zone with the addresses of its target, so that the alias may stand beside the
   * zone's other records? RFC 1034 §3.6.2 has none there.
   */
  readonly flattensApex: boolean;
  /** Does it take the null MX (RFC 7505)? Without it a domain that receives no mail has no MX. */
  readonly hasNullMx: boolean;
  /** The TTLs that it takes, in seconds. */
  readonly ttl: {
    readonly min: number;
    readonly max: number;
    /** A number beside them by which the host chooses the TTL. @default none */
    readonly automatic?: number;
  };
  /** What the estate may say of a zone there, `{ <host>: … }`. */
  readonly schema: v.GenericSchema;
  /** A domain's own words over the defaults. */
  merged(defaults: Input, own: Input): Input;
  /**
   * The zone that is meant; undefined if it has faults, which are reported.
   * @param path of the host's key, where faults are shown
   */
  read(zone: Input, domain: { readonly name: DnsName }, path: Path, report: Report): Choice | undefined;
  identityOf(zone: Choice): ZoneIdentity | undefined;
  /** What it would refuse of a domain, or its stack could not do. TTLs are held against {@link ttl} elsewhere. */
  faultsOf(domain: HostedDomain<Choice>): readonly Fault[];
}
