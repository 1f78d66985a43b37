import { parseName } from "../../dns/name";
import { readTree } from "../../estate/tree";
import { formatLocatedFault } from "../../located-fault";
import { isMapping, type Mapping } from "../../mapping";
import { ZoneCollector } from "./collector";
import { refusal, refusals, type SourceGiven, type SourceReader } from "./source";

/** Seconds of a record that says none: the provider's `default_ttl`. */
const DEFAULT_TTL = 3600;

/** Data of each type from a value: a text, or a mapping with these keys in the order of presentation. */
const FIELDS: Readonly<Record<string, readonly (readonly string[])[] | "text" | "name" | "address">> = {
  A: "address",
  AAAA: "address",
  CNAME: "name",
  NS: "name",
  PTR: "name",
  TXT: "text",
  // Older files have value and priority.
  MX: [
    ["preference", "priority"],
    ["exchange", "value"],
  ],
  SRV: [["priority"], ["weight"], ["port"], ["target"]],
  CAA: [["flags"], ["tag"], ["value"]],
  TLSA: [["certificate_usage"], ["selector"], ["matching_type"], ["certificate_association_data"]],
  SSHFP: [["algorithm"], ["fingerprint_type"], ["fingerprint"]],
  DS: [["key_tag"], ["algorithm"], ["digest_type"], ["digest"]],
  LOC: [
    ...[["lat_degrees"], ["lat_minutes"], ["lat_seconds"], ["lat_direction"]],
    ...[["long_degrees"], ["long_minutes"], ["long_seconds"], ["long_direction"]],
    ...[["altitude"], ["size"], ["precision_horz"], ["precision_vert"]],
  ],
};

/** By which octodns answers one or the other. */
const CHOOSING = ["dynamic", "geo", "weighted"] as const;

const CHOOSES = "its host chooses at each question what it answers";

/**
 * The zone of a file of octodns's YamlProvider, as `octodns-dump` writes it: records by their name within the zone, one or a
 * list each (https://octodns.readthedocs.io/en/latest/records.html), and files that it takes in by `!include`. The file is
 * called after the zone: `contoso.com.yaml`.
 */
export const zoneFromOctodns: SourceReader = (text, given) => {
  const { file, host, beside } = given;
  const name = zoneName(given);
  if (typeof name !== "string") return refusal(...name.problems);
  const tree = readTree(file, {
    read: (path) => (path === file ? text : (beside?.read(path) ?? "")),
    glob: (pattern, relativeTo) => beside?.glob(pattern, relativeTo) ?? [],
  });
  if (tree.problems.length > 0) return refusals(tree.problems.map(formatLocatedFault));
  if (!isMapping(tree.root)) return refusal(`${file}: no records by name; expected what octodns-dump writes`);
  const zone = new ZoneCollector(name, host);
  const problems: string[] = [];
  for (const [label, held] of Object.entries(tree.root)) {
    for (const one of Array.isArray(held) ? held : [held]) {
      const problem = addRecords(zone, label, one, host.kind === "cloudflare");
      if (problem !== undefined) problems.push(`${file}: ${JSON.stringify(label)}: ${problem}`);
    }
  }
  if (problems.length > 0) return refusals(problems);
  return { zones: [zone.zone()], problems: [] };
};

function zoneName({ file, origin }: SourceGiven) {
  if (origin !== undefined) return origin;
  const base = file.split(/[/\\]/).at(-1) ?? "";
  const read = parseName(base.replace(/\.ya?ml$/i, ""));
  if (read.ok && read.value.includes(".")) return read.value;
  const split = base.startsWith("$")
    ? "; zones split into several files are not read: dump them without split"
    : "";
  return {
    problems: [`${file}: its name says no zone; expected one such as contoso.com.yaml, or --origin${split}`],
  };
}

/** Adds the records of one entry. @returns why it cannot be read */
function addRecords(
  zone: ZoneCollector,
  label: string,
  one: unknown,
  isCloudflare: boolean,
): string | undefined {
  if (!isMapping(one) || typeof one.type !== "string")
    return "no record; expected a mapping with type, ttl and values";
  const { type, value, values, ttl = DEFAULT_TTL, octodns } = one;
  if (typeof ttl !== "number") return `ttl: not a number of seconds, got ${JSON.stringify(ttl)}`;
  const name = label === "" ? zone.name : `${label}.${zone.name}`;
  const own = isMapping(octodns) ? octodns : {};
  const cloudflare = isMapping(own.cloudflare) ? own.cloudflare : {};
  if (isCloudflare && (cloudflare.comment || cloudflare.tags)) zone.addComment();
  const all: readonly unknown[] = Array.isArray(values) ? values : [values ?? value];
  const form = Object.hasOwn(FIELDS, type) ? FIELDS[type] : undefined;
  const isChosen = CHOOSING.some((key) => one[key] !== undefined);
  for (const held of all) {
    const data = form === undefined ? JSON.stringify(held ?? null) : dataOf(form, held);
    if (data === undefined)
      return `${type}: a value that octodns does not write, got ${JSON.stringify(held ?? null)}`;
    zone.add({
      name,
      type,
      data,
      // Cloudflare's own choice of a TTL is 1 there.
      ttl: isCloudflare && cloudflare["auto-ttl"] === true ? 1 : ttl,
      isProxied: isCloudflare && cloudflare.proxied === true,
      why: isChosen ? CHOOSES : form === undefined ? "its type is not read" : undefined,
    });
  }
  return undefined;
}

function dataOf(form: NonNullable<(typeof FIELDS)[string]>, held: unknown): string | undefined {
  if (typeof form === "string") {
    if (typeof held !== "string") return undefined;
    if (form === "text") return logicalText(held);
    // A name without a dot at its end is refused by octodns too: it may be meant within the zone.
    return form === "name" && !held.endsWith(".") ? undefined : held;
  }
  if (!isMapping(held)) return undefined;
  const texts = form.map((keys) => scalarOf(held, keys));
  return texts.includes(undefined) ? undefined : texts.join(" ");
}

function scalarOf(held: Mapping, keys: readonly string[]): string | undefined {
  const found = keys.map((key) => held[key]).find((one) => one !== undefined);
  return typeof found === "string" || typeof found === "number" ? String(found) : undefined;
}

/** Semicolons are escaped; a text in quotes may be cut into several. */
function logicalText(text: string): string {
  const whole = /^"(.*)"$/s.exec(text)?.[1]?.replaceAll(/"\s+"/g, "") ?? text;
  return whole.replaceAll("\\;", ";");
}
