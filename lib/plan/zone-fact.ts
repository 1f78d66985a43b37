import type { DnsName } from "../dns/name";
import type { DnsRecord, DnsRecordType } from "../dns/record";
import type { Attribute, Attributes } from "./attributes";

/** What a resource of a zone contributes to one side of a plan. */
export type ZoneFact =
  | {
      readonly kind: "record";
      readonly record: DnsRecord;
      /** The apex of its zone. Absent: not known. */
      readonly zone?: DnsName;
      /** Of an alias: beside other data at its name the host answers with addresses in its place. */
      readonly flattens?: true;
    }
  /** A record that is there, without its value being known. */
  | {
      readonly kind: "unknown record";
      readonly name: DnsName;
      readonly type: DnsRecordType;
      readonly zone?: DnsName;
      readonly why: WhyUnknown;
      /** What is written there and could not be read. */
      readonly data?: string;
    }
  /** A record that cannot be placed or understood: it is shown, never judged. */
  | { readonly kind: "unread"; readonly why: string }
  /** A program that may serve an MTA-STS policy: the policy's text, or why it is not known. */
  | { readonly kind: "policy worker"; readonly script: string; readonly text: string; readonly why?: never }
  | { readonly kind: "policy worker"; readonly script: string; readonly text?: never; readonly why: string }
  /** The host at which one answers. */
  | { readonly kind: "worker host"; readonly script: string; readonly host: DnsName }
  | ZoneFeatureFact;

/** What all names of a zone hang on. */
export type ZoneFeature =
  | "zone"
  | "zone type"
  | "pause"
  | "name servers"
  | "DNSSEC"
  | "DNSSEC key"
  | "DS record"
  | "zone transfer"
  | "mail routing"
  | "transfer lock"
  | "renewal";

/** The state of one of them: `on`, `off`, or its value in words. */
export interface ZoneFeatureFact {
  readonly kind: "zone feature";
  readonly feature: ZoneFeature;
  /** The zone's name. Absent: the plan does not tell it. */
  readonly zone?: string;
  readonly state: Attribute<string>;
}

/**
 * `routed`: the host chooses at each answer (an alias, a routing policy); `sensitive`: Terraform must not show it;
 * `unreadable`: the plan holds no data of its type.
 */
export type WhyUnknown = "known after apply" | "sensitive" | "routed" | "unreadable";

/** A resource of a zone on one side of a plan. */
interface ZoneResource {
  readonly attributes: Attributes;
  refersTo(...path: readonly string[]): readonly string[];
}

/** What the plan knows of zones. */
interface ZoneNames {
  /** The name of the zone with this id, or the only one that an argument refers to, by the addresses in it. */
  zone(id: string | undefined, addresses: readonly string[]): string | undefined;
}

/** Reads resources of one type. */
export type ZoneReader = (resource: ZoneResource, names: ZoneNames) => readonly ZoneFact[];
