import { knownValue } from "../plan/attributes";
import type { DataObject, Plan } from "../plan/plan";
import { withoutIndex } from "../plan/references";

type SideName = "before" | "after";

/** What one plan knows of ids: the zones and groups that it manages or has dataObjects up. */
export class Names {
  private readonly zones = new Map<string, string>();
  private readonly groups = new Map<string, string>();
  /** By address without index; several objects of one address have no one name. */
  private readonly byAddress = new Map<string, Set<string>>();

  /** @param side whose values count: a zone or group may change its name */
  constructor(plan: Plan, side: SideName) {
    for (const { address, type, values } of plan.dataObjects) this.take(address, type, values);
    for (const change of plan.changes) {
      const attributes = change[side];
      if (attributes) this.take(change.address, change.type, attributes);
    }
  }

  /** The name of the zone with this id, or the only one that the argument refers to. */
  zone(id: string | undefined, addresses: readonly string[]): string | undefined {
    return (id === undefined ? undefined : this.zones.get(id)) ?? this.only(addresses);
  }

  /** The display name of the group with this id; the id itself where it is not known. */
  group(id: string): string {
    return this.groups.get(id) ?? id;
  }

  /** The display names behind references, if every one has exactly one. */
  groupsAt(addresses: readonly string[]): readonly string[] | undefined {
    const names = addresses.map((address) => this.only([address]));
    const found = names.filter((name) => name !== undefined);
    return found.length === names.length ? found : undefined;
  }

  private only(addresses: readonly string[]): string | undefined {
    const names = new Set(addresses.flatMap((address) => [...(this.byAddress.get(address) ?? [])]));
    const [first] = names;
    return names.size === 1 ? first : undefined;
  }

  private take(address: string, type: string, values: DataObject["values"]): void {
    const ids = ID_KEYS[type];
    if (!ids) return;
    const isGroup = type.startsWith("azuread_");
    const named = isGroup ? values.text("display_name") : values.text("name");
    const name =
      knownValue(named) ??
      knownValue(values.text("zone")) ??
      knownValue(values.texts("display_names")[0] ?? NONE);
    if (name === undefined) return;
    const table = isGroup ? this.groups : this.zones;
    const plural = knownValue(values.texts("object_ids")[0] ?? NONE);
    for (const id of [...ids.map((key) => knownValue(values.text(key))), plural]) {
      if (id !== undefined) table.set(id, name.replace(/\.$/, ""));
    }
    const at = withoutIndex(address);
    const names = this.byAddress.get(at) ?? new Set();
    this.byAddress.set(at, names.add(name.replace(/\.$/, "")));
  }
}

const NONE = { kind: "none" } as const;

/** Under which keys a type has its id. */
const ID_KEYS: Readonly<Partial<Record<string, readonly string[]>>> = {
  cloudflare_zone: ["id", "zone_id"],
  aws_route53_zone: ["zone_id", "id"],
  azuread_group: ["object_id"],
  // Its lists have one member each where a group is dataObjects up by its name.
  azuread_groups: [],
};
