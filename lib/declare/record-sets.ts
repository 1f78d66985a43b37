import type { DeclaredRecord } from "../domain/declaration";
import { extraRecords } from "../domain/parts/extra";
import type { EstateDomain } from "../estate/model";
import { type Fault, within } from "../fault";

/** A record set is one resource, so the records in it must be of one stack. */
export class RecordSetOwners {
  private readonly first = new Map<
    string,
    { readonly owner: EstateDomain; readonly record: DeclaredRecord }
  >();

  /** The other domain's record, if the set of this one is its. */
  claim(
    owner: EstateDomain,
    record: DeclaredRecord,
  ): { owner: EstateDomain; record: DeclaredRecord } | undefined {
    const { name, type } = record.record;
    const key = `${owner.zone.name} ${name} ${type}`;
    const first = this.first.get(key);
    if (!first) this.first.set(key, { owner, record });
    return first && first.owner.name !== owner.name ? first : undefined;
  }
}

/** Records of others that a domain wants kept beside its own, or what is wrong with them; roles are `Keep-<key>`. */
export function keptRecords({ name, keep }: Pick<EstateDomain, "name" | "keep">): {
  readonly records: readonly DeclaredRecord[];
  readonly faults: readonly Fault[];
} {
  // Their TTL is that of the record set that they are kept in.
  const parsed = extraRecords({ domain: name, records: keep });
  if (!parsed.ok) return { records: [], faults: parsed.faults.map((fault) => within(fault, "keep")) };
  const records = parsed.value.map(({ role: published, record }) => {
    const key = published.slice("Record-".length);
    const role = `Keep-${key}`;
    return { domain: name, role, rolePath: role, record, path: ["keep", key] };
  });
  return { records, faults: [] };
}
