import type { RecordResource } from "../../../hosts/host";
import { IN_PLANS } from "../../../hosts/in-plans";
import { type DnsName, parseName } from "../../dns/name";
import { formatFault } from "../../fault";
import { type Attributes, knownValue, knownValues } from "../../plan/attributes";
import { fullName } from "../../plan/record";
import type { WhyUnknown } from "../../plan/zone-fact";
import { type FoundZone, PROXIED_OBSTACLE } from "../found";
import { ZoneCollector } from "./collector";
import { refusal, refusals, type SourceGiven, type SourceZones } from "./source";

/** A resource that stands for records of a zone, as a Terraform provider has it. */
export interface HeldResource {
  readonly address: string;
  readonly type: string;
  readonly values: Attributes;
}

/** The types of resources that stand for records, as reviews of plans read them. */
const RECORDS: ReadonlyMap<string, RecordResource> = new Map(
  IN_PLANS.flatMap(({ records }) => Object.entries(records)),
);

/** Of a resource or data source that tells zones' names, by its type: the attributes that hold an id. */
const ZONE_IDS: ReadonlyMap<string, readonly string[]> = new Map(
  IN_PLANS.flatMap(({ zones }) => Object.entries(zones)),
);

/** Of a data source that lists zones, by its type: the blocks that hold them. */
const ZONE_LISTS: ReadonlyMap<string, readonly string[]> = new Map(
  IN_PLANS.flatMap(({ zoneLists = {} }) => Object.entries(zoneLists)),
);

const WHY: Readonly<Record<WhyUnknown, string>> = {
  routed: "its host chooses at each question what it answers",
  sensitive: "it is marked as sensitive",
  unreadable: "its data cannot be read",
  "known after apply": "its data is not known",
};

/** Does a resource of this type stand for records? */
export function isRecordResource(type: string): boolean {
  return RECORDS.has(type);
}

/** The zones that resources stand for; objects of other types tell at most how zones are called. */
export function zonesOfResources(
  objects: readonly HeldResource[],
  { file, origin }: Pick<SourceGiven, "file" | "origin">,
): SourceZones {
  const resources = objects.filter(({ type }) => RECORDS.has(type));
  if (resources.length === 0) return refusal(`${file}: no record of a zone is in it`);
  const names = zoneNames(objects);
  for (const { type, values } of resources) {
    const resource = RECORDS.get(type);
    const [id, name] = [resource?.zoneOf(values), resource?.zoneNameOf(values)];
    if (id !== undefined && name !== undefined && !names.has(id)) names.set(id, name);
  }
  const ids = new Set(resources.map(({ type, values }) => RECORDS.get(type)?.zoneOf(values)));
  // One zone, and its name was given.
  const only = ids.size === 1 ? origin : undefined;
  const zones = new Map<string, ZoneCollector>();
  const problems = new Set<string>();
  for (const { address, type, values } of resources) {
    const resource = RECORDS.get(type);
    const id = resource?.zoneOf(values);
    if (!resource || id === undefined) {
      problems.add(
        `${file}: ${address}: nothing tells its zone; expected zone_id, or zone_name and resource_group_name`,
      );
      continue;
    }
    const zone =
      zones.get(`${type.split("_")[0]} ${id}`) ?? collectorOf(type, id, values, names.get(id) ?? only);
    if (typeof zone === "string") {
      problems.add(`${file}: ${zone}`);
      continue;
    }
    zones.set(`${type.split("_")[0]} ${id}`, zone);
    addResource(zone, resource, { address, type, values });
  }
  if (problems.size > 0) return refusals([...problems]);
  return { zones: [...zones.values()].map((zone) => zone.zone()), problems: [] };
}

/** Names of zones by their ids. */
function zoneNames(objects: readonly HeldResource[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (values: Attributes, keys: readonly string[]) => {
    const name = knownValue(values.text("name")) ?? knownValue(values.text("zone"));
    for (const key of keys) {
      const id = knownValue(values.text(key));
      if (id !== undefined && name !== undefined) names.set(id, name);
    }
  };
  for (const { type, values } of objects) {
    const keys = ZONE_IDS.get(type);
    if (keys) add(values, keys);
    for (const block of ZONE_LISTS.get(type) ?? []) for (const one of values.blocks(block)) add(one, ["id"]);
  }
  return names;
}

/** What gathers the records of a zone, or why there is none. */
function collectorOf(
  type: string,
  id: string,
  values: Attributes,
  name: string | undefined,
): ZoneCollector | string {
  if (name === undefined) {
    return `nothing tells the name of zone ${JSON.stringify(id)}; expected a resource or data source of the zone in it, or --origin <name> for a file of one zone`;
  }
  const read = parseName(name);
  if (!read.ok) return `zone ${JSON.stringify(id)}: ${read.faults.map(formatFault).join("; ")}`;
  const host = hostOf(type, id, values);
  return host ? new ZoneCollector(read.value, host) : `zones of ${type} are not read`;
}

function hostOf(type: string, id: string, values: Attributes): FoundZone["host"] | undefined {
  if (type.startsWith("cloudflare_")) return { kind: "cloudflare", zoneId: id };
  if (type.startsWith("aws_")) return { kind: "route53" };
  const resourceGroup = knownValue(values.text("resource_group_name"));
  return resourceGroup === undefined ? undefined : { kind: "azure", resourceGroup };
}

function addResource(
  zone: ZoneCollector,
  resource: RecordResource,
  { type: resourceType, values }: HeldResource,
): void {
  const { name: apex } = zone;
  const isCloudflare = resourceType.startsWith("cloudflare_");
  const isProxied = isCloudflare && (knownValue(values.flag("proxied")) ?? false);
  if (isCloudflare && isCommented(values)) zone.addComment();
  const facts = resource.read(
    { attributes: isProxied ? values.without("proxied") : values, refersTo: () => [] },
    { zone: () => apex },
  );
  const type = knownValue(values.text("type")) ?? typeOf(resourceType);
  for (const fact of facts) {
    switch (fact.kind) {
      case "record":
        zone.addRecord({
          record: { ...fact.record, ...(isCloudflare ? ttlOf(values) : {}) },
          ...(isCloudflare ? idOf(values) : {}),
          ...(resourceType === "cloudflare_dns_record" && fact.record.type === "TXT"
            ? contentOf(values)
            : {}),
          ...(isProxied ? { obstacle: PROXIED_OBSTACLE } : {}),
        });
        break;
      case "unknown record":
        zone.addUnread({
          name: fact.name,
          type: fact.type,
          data: fact.why === "sensitive" ? "" : (fact.data ?? dataOf(values)),
          why: isProxied ? PROXIED_OBSTACLE : WHY[fact.why],
        });
        break;
      case "unread":
        zone.addUnread({ name: nameOf(resource, values, apex), type, data: dataOf(values), why: fact.why });
    }
  }
  // Of types that say nothing in a plan the record is there all the same.
  if (facts.length === 0)
    zone.addUnread({ name: nameOf(resource, values, apex), type, data: dataOf(values) });
}

/** What is written there, as far as the resource holds it in one place. */
function dataOf(values: Attributes): string {
  const texts = knownValues([values.text("content"), values.text("value"), ...values.texts("records")]);
  return texts.join(" ");
}

function nameOf(resource: RecordResource, values: Attributes, apex: DnsName): string {
  return fullName(resource.nameOf(values) ?? "", apex);
}

/** `azurerm_dns_txt_record` is of type TXT. */
function typeOf(resourceType: string): string {
  return (/^azurerm_dns_(.+)_record$/.exec(resourceType)?.[1] ?? resourceType).toUpperCase();
}

function isCommented(values: Attributes): boolean {
  const comment = knownValue(values.text("comment")) ?? "";
  return comment !== "" || values.texts("tags").length > 0;
}

/** As Cloudflare has it: 1 leaves it to Cloudflare. */
function ttlOf(values: Attributes): { readonly ttl?: number } {
  const ttl = knownValue(values.number("ttl"));
  return ttl === undefined ? {} : { ttl };
}

function idOf(values: Attributes): { readonly id?: string } {
  const id = knownValue(values.text("id"));
  return id === undefined ? {} : { id };
}

/** Provider 5 keeps a text as Cloudflare has it, quotes included. */
function contentOf(values: Attributes): { readonly content?: string } {
  const content = knownValue(values.text("content"));
  return content === undefined ? {} : { content };
}
