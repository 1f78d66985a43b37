import type { DnsRecord, DnsRecordType } from "../record";

/** One record of a zone, as far as its source knows it. */
export interface ZoneEntry {
  /** The owner: lower case, absolute, without trailing dot. */
  readonly name: string;
  readonly type: DnsRecordType;
  /** Absent: there is such a record, and its value is not known. */
  readonly record?: DnsRecord;
}

/** What a source knows of one zone (RFC 1034 §4.2): everything, or the part that it manages. */
export interface Zone<E extends ZoneEntry = ZoneEntry> {
  /** The name at which the zone begins. */
  readonly apex: string;
  /** In the order of the source. Entries that are not at or below the apex have no effect. */
  readonly entries: readonly E[];
  readonly knowledge: Knowledge;
}

/** Of which names a source would hold every record, so that one which it does not hold does not exist. */
export interface Knowledge {
  /** Is every record of this type at the name held, and the alias that could stand in its place? */
  ofRecords(name: string, type: DnsRecordType): boolean;
  /** Is everything held that stands at the name or below it, so that the name exists only if something is held? */
  ofName(name: string): boolean;
}

/** The knowledge of the zone's own server. */
export const WHOLE: Knowledge = { ofRecords: () => true, ofName: () => true };

/** An alias that was followed. */
export interface AliasStep<E extends ZoneEntry = ZoneEntry> {
  /** The name that was asked for. */
  readonly name: string;
  /** The CNAME record; its own name is that of a wildcard where it was made from one. */
  readonly entry: E;
  readonly target: string;
}

interface Reached<E extends ZoneEntry> {
  /** Aliases that lead to `name`, in order; none where the answer stands at the name that was asked for. */
  readonly path: readonly AliasStep<E>[];
  /** The last name of the path: what the answer is about. */
  readonly name: string;
}

/** What resolvers find for a name and a type, as far as the zones say. */
export type ZoneAnswer<E extends ZoneEntry = ZoneEntry> = Reached<E> &
  (
    | {
        /** At least one record; every value is known. */
        readonly kind: "records";
        readonly entries: readonly E[];
        /** The owner of the wildcard that the records are made from (RFC 4592 §3.3.1). */
        readonly wildcard?: string;
      }
    | {
        readonly kind: "none";
        /** `true`: the name exists without a record of the type. `false`: it does not exist (RFC 2308 §2.1, §2.2). */
        readonly exists: boolean;
      }
    | {
        /** Published by somebody else: no zone at hand holds what `name` is about. */
        readonly kind: "elsewhere";
        /** `alias`: `name` is the target of the last step. `delegation`: `name` is at or below a zone cut. */
        readonly how: "alias" | "delegation";
        /** The alias, or the NS records of the cut. */
        readonly by: readonly E[];
        /** The alias's target, or the name servers of the cut as far as they are known. */
        readonly to: readonly string[];
      }
    | {
        /** Aliases that never end; resolvers answer SERVFAIL. */
        readonly kind: "loop";
      }
    | {
        readonly kind: "unknown";
        /**
         * `value`: records are there, of which `entries` holds those of unknown value too.
         * `unmanaged`: the source does not know every record there.
         * `outside`: the name asked for stands in no zone at hand.
         */
        readonly why: "value" | "unmanaged" | "outside";
        readonly entries: readonly E[];
      }
  );
