import type { DeclaredRecord } from "../domain/declaration";
import type { EstateDomain } from "../estate/model";

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
