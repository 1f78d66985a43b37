import type { NamedObject } from "../../identity/coverage";
import { knownValue } from "../../plan/attributes";
import type { DataObject, Plan } from "../../plan/plan";
import { withoutIndex } from "../../plan/references";
import { RECORDS, ZONE_IDS, ZONE_LISTS } from "./of-hosts";

type SideName = "before" | "after";

/** What one plan knows of ids: the zones and the directory's objects that it manages or looks up. */
export class Names {
  private readonly zones = new Map<string, string>();
  /** Names of the directory's objects. */
  private readonly objects = new Map<string, NamedObject>();
  /** By address without index; several objects of one address have no one name. */
  private readonly zonesAt = new Map<string, Set<string>>();
  private readonly idsAt = new Map<string, Set<string>>();

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
    return (id === undefined ? undefined : this.zones.get(id)) ?? this.onlyZone(addresses);
  }

  /** Users, groups and applications by name. */
  get directory(): readonly NamedObject[] {
    return [...this.objects.values()];
  }

  /** Ids of the directory's objects behind references; nothing unless every one stands for exactly one object. */
  idsOf(addresses: readonly string[]): readonly string[] | undefined {
    const ids = addresses.map((address) => only(this.idsAt.get(address)));
    const found = ids.filter((id) => id !== undefined);
    return found.length === ids.length ? found : undefined;
  }

  private onlyZone(addresses: readonly string[]): string | undefined {
    return only(new Set(addresses.flatMap((address) => [...(this.zonesAt.get(address) ?? [])])));
  }

  private take(address: string, type: string, values: DataObject["values"]): void {
    const zoneIds = ZONE_IDS.get(type);
    if (zoneIds) {
      const name = knownValue(values.text("name")) ?? knownValue(values.text("zone"));
      if (name === undefined) return;
      const plain = name.replace(/\.$/, "");
      for (const key of zoneIds) {
        const id = knownValue(values.text(key));
        if (id !== undefined) this.zones.set(id, plain);
      }
      push(this.zonesAt, withoutIndex(address), plain);
    }
    for (const list of ZONE_LISTS.get(type) ?? []) {
      for (const zone of values.blocks(list)) {
        const [id, name] = [knownValue(zone.text("id")), knownValue(zone.text("name"))];
        if (name === undefined) continue;
        if (id !== undefined) this.zones.set(id, name);
        push(this.zonesAt, withoutIndex(address), name);
      }
    }
    const record = RECORDS.get(type);
    const [inZone, apex] = [record?.zoneOf(values), record?.zoneNameOf(values)];
    if (inZone !== undefined && apex !== undefined && !this.zones.has(inZone)) this.zones.set(inZone, apex);
    for (const { id, name } of directoryObjects(address, type, values)) {
      this.objects.set(id, { id, name });
      push(this.idsAt, withoutIndex(address), id);
    }
  }
}

/** The objects of a resource or data source with their ids; one that is made by the plan has its address for an id. */
function directoryObjects(
  address: string,
  type: string,
  values: DataObject["values"],
): readonly NamedObject[] {
  const plural = PLURAL_KEYS.get(type);
  if (plural) {
    const [ids, names] = plural.map((key) => values.texts(key).map(knownValue));
    return (ids ?? []).flatMap((id, at) => (id === undefined ? [] : [{ id, name: names?.[at] ?? id }]));
  }
  const keys = OBJECT_KEYS.get(type);
  if (!keys) return [];
  const name = knownValue(values.text(keys.name)) ?? address;
  const known = keys.ids.flatMap((key) => knownValue(values.text(key)) ?? []);
  const ids = known.length > 0 ? known : [address];
  return ids.map((id) => ({ id: bareId(id), name }));
}

/** Providers write some ids as paths: `/identity/conditionalAccess/namedLocations/<id>`. */
export function bareId(id: string): string {
  return id.split("/").at(-1) ?? id;
}

/** The id of an object of the directory; one that is made by the plan has its address for an id. */
export function objectId(address: string, type: string, values: DataObject["values"]): string {
  return directoryObjects(address, type, values)[0]?.id ?? address;
}

function only(values: ReadonlySet<string> | undefined): string | undefined {
  const [first] = values ?? [];
  return values?.size === 1 ? first : undefined;
}

function push(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** Under which keys an object of the directory has its ids and its name. */
const OBJECT_KEYS: ReadonlyMap<string, { readonly ids: readonly string[]; readonly name: string }> = new Map([
  ["azuread_group", { ids: ["object_id"], name: "display_name" }],
  ["azuread_group_without_members", { ids: ["object_id"], name: "display_name" }],
  ["azuread_user", { ids: ["object_id"], name: "user_principal_name" }],
  ["azuread_named_location", { ids: ["object_id", "id"], name: "display_name" }],
  ["azuread_authentication_strength_policy", { ids: ["id"], name: "display_name" }],
  ["azuread_service_principal", { ids: ["object_id", "client_id"], name: "display_name" }],
  ["azuread_application", { ids: ["client_id"], name: "display_name" }],
]);

/** Data sources that hold lists, of ids and of names. */
const PLURAL_KEYS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["azuread_groups", ["object_ids", "display_names"]],
  ["azuread_users", ["object_ids", "user_principal_names"]],
]);
