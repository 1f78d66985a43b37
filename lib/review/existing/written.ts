import type { RecordResource } from "../../../hosts/host";
import type { DnsName } from "../../dns/name";
import type { DnsRecord, DnsRecordType } from "../../dns/record";
import { type Attributes, knownValue } from "../../plan/attributes";
import type { Plan } from "../../plan/plan";
import { recordResource } from "../resources";
import { Names } from "../resources/names";
import { ZONE_IDS } from "../resources/of-hosts";
import { type Contribution, contributions } from "../side";

/** Where a record is to stand: what tells its zone from others, and the zone's name, as far as the plan says. */
interface WrittenZone {
  /** Of the host, e.g. Cloudflare's 32 hexadecimal digits. */
  readonly id?: string;
  readonly name?: string;
}

/** A record that a plan publishes for the first time: created, or taken over by an import. */
export interface WrittenRecord {
  readonly stack: string;
  readonly address: string;
  readonly name: DnsName;
  readonly type: DnsRecordType;
  /** Absent: the value is known after apply. */
  readonly record?: DnsRecord;
  readonly zone: WrittenZone;
  /** Absent: no DNS host's record, but a host name that a Worker is given. */
  readonly resource?: RecordResource;
  readonly attributes: Attributes;
  /** Does it exist already, and comes under Terraform's care? */
  readonly imported: boolean;
}

/** What a plan publishes for the first time, and what of the zone is Terraform's already. */
export interface Written {
  readonly stack: string;
  readonly records: readonly WrittenRecord[];
  /** Ids of records that the plan has in its state or takes over. */
  readonly ownIds: ReadonlySet<string>;
  /** The same by name, type and data, where ids are not told. */
  readonly own: readonly DnsRecord[];
}

/**
 * Reads from a plan what it would publish for the first time. Records in a zone that the plan creates are left out:
 * nothing stands there yet.
 */
export function writtenBy(plan: Plan): Written {
  const names = new Names(plan, "after");
  const ownIds = new Set(
    plan.changes.flatMap(({ type, before }) => {
      const id = before && recordResource(type) ? knownValue(before.text("id")) : undefined;
      return id === undefined ? [] : [id];
    }),
  );
  const own = contributions([plan], "before").flatMap(({ fact }) =>
    fact.kind === "record" ? [fact.record] : [],
  );
  const created = new Set(
    plan.changes.flatMap(({ action, type, address }) =>
      action === "create" && ZONE_IDS.has(type) ? [address] : [],
    ),
  );
  const records = contributions([plan], "after").flatMap((one): readonly WrittenRecord[] => {
    const written = writtenRecord(one, names);
    if (!written) return [];
    // What the zone is called stands in the configuration where its id is known after apply.
    const isNew = ZONE_ARGUMENTS.some((key) =>
      one.change.refersTo(key).some((address) => created.has(address)),
    );
    return isNew ? [] : [written];
  });
  return { stack: plan.stack, records, ownIds, own };
}

const ZONE_ARGUMENTS = ["zone_id", "zone_name"];

function writtenRecord({ change, fact }: Contribution, names: Names): WrittenRecord | undefined {
  const { action, imported, after, stack, address, type } = change;
  if (!after || (action !== "create" && action !== "replace" && !imported)) return undefined;
  const resource = recordResource(type);
  const id = resource ? resource.zoneOf(after) : knownValue(after.text("zone_id"));
  const common = { stack, address, attributes: after, imported, ...(resource ? { resource } : {}) };
  const zone = (name: string | undefined): WrittenZone => {
    const known = name ?? names.zone(id, change.refersTo("zone_id"));
    return { ...(id === undefined ? {} : { id }), ...(known === undefined ? {} : { name: known }) };
  };
  switch (fact.kind) {
    case "record": {
      const { record } = fact;
      return { ...common, name: record.name, type: record.type, record, zone: zone(fact.zone) };
    }
    case "unknown record":
      return { ...common, name: fact.name, type: fact.type, zone: zone(fact.zone) };
    case "worker host":
      // Cloudflare makes an AAAA record of its own there.
      return { ...common, name: fact.host, type: "AAAA", zone: zone(undefined) };
    default:
      return undefined;
  }
}
