import { ancestry, type DnsName, isWithin, parseName } from "../../dns/name";
import { formatFault } from "../../fault";
import type { CloudflareZoneInput, ZoneInput } from "../input";
import type { CloudflareZoneChoice, ZoneChoice } from "../model";
import type { EstateFault, Path } from "../problem";
import type { NamedKey } from "./names";
import { placed } from "./tenants";

/** A domain with what it says of its zone. */
export interface ZoneRequest extends NamedKey {
  readonly zone: ZoneInput | undefined;
}

type Report = (fault: EstateFault) => void;

/**
 * The zone of each domain: the one it names, else the closest zone of the estate that encloses it, else the one
 * that `defaults` describe. Domains are taken from the root down, so the answer does not hang on their order.
 * @param unread names whose own entries could not be read: what lies below them may well be in their zone
 */
export function resolveZones(
  requests: readonly ZoneRequest[],
  defaults: ZoneInput | undefined,
  unread: ReadonlySet<DnsName>,
  report: Report,
): ReadonlyMap<DnsName, ZoneChoice> {
  const zones = new ZoneRegister(report);
  const chosen = new Map<DnsName, ZoneChoice>();
  const fromTheRoot = [...requests].sort(byDepth);
  const reportOnce = once(report);
  for (const request of fromTheRoot) {
    if (!request.zone) continue;
    const choice = read(merged(defaults, request.zone), request, [...request.path, "zone"], report);
    if (!choice) continue;
    chosen.set(request.name, choice);
    zones.add(choice, request);
  }
  for (const request of fromTheRoot) {
    if (request.zone) continue;
    const enclosing = zones.enclosing(request.name);
    if (enclosing) {
      chosen.set(request.name, enclosing);
    } else if (defaults) {
      const choice = read(defaults, request, ["defaults", "zone"], reportOnce);
      if (!choice) continue;
      chosen.set(request.name, choice);
      zones.add(choice, request);
    } else if (![...ancestry(request.name)].some((name) => unread.has(name))) {
      report({
        path: request.path,
        message: "the domain is inside no zone",
        expected: `zone: { cloudflare: { zoneName: ${request.name} } }, or a domain of the estate above it`,
      });
    }
  }
  return chosen;
}

/** The zones of the estate by name, and whether what is said of them agrees. */
class ZoneRegister {
  readonly #report: Report;
  readonly #byName = new Map<DnsName, { readonly choice: CloudflareZoneChoice; readonly path: Path }>();

  constructor(report: Report) {
    this.#report = report;
  }

  add(choice: CloudflareZoneChoice, { path }: NamedKey): void {
    const first = this.#byName.get(choice.name);
    if (!first) this.#byName.set(choice.name, { choice, path });
    else if (first.choice.source.by === "creation" && choice.source.by === "creation") {
      this.#report({
        path: [...path, "zone"],
        message: `the zone ${choice.name} is created twice`,
        mend: "create it in one domain; the others find it by its name",
        other: { path: first.path, relation: "the other is" },
      });
    } else if (
      first.choice.source.by === "id" &&
      choice.source.by === "id" &&
      first.choice.source.id !== choice.source.id
    ) {
      this.#report({
        path: [...path, "zone", "cloudflare", "zoneId"],
        message: `the zone ${choice.name} has two ids`,
        received: `${choice.source.id} and ${first.choice.source.id}`,
        other: { path: first.path, relation: "the other is" },
      });
    }
  }

  /** What a domain in an enclosing zone does: it finds the zone as its declarer does, but never creates it. */
  enclosing(name: DnsName): ZoneChoice | undefined {
    for (const ancestor of ancestry(name)) {
      const zone = this.#byName.get(ancestor)?.choice;
      if (zone) return zone.source.by === "creation" ? { ...zone, source: { by: "name" } } : zone;
    }
    return undefined;
  }
}

/** A domain's own words over the defaults: naming a zone by id rules out creating one, and the other way round. */
function merged(defaults: ZoneInput | undefined, own: ZoneInput): ZoneInput {
  const { create, zoneId, ...rest } = defaults?.cloudflare ?? {};
  return {
    cloudflare: {
      ...rest,
      ...(create !== undefined && own.cloudflare.zoneId === undefined ? { create } : {}),
      ...(zoneId !== undefined && own.cloudflare.create === undefined ? { zoneId } : {}),
      ...own.cloudflare,
    },
  };
}

/** @param at where faults of the zone are shown */
function read(
  { cloudflare }: ZoneInput,
  domain: NamedKey,
  at: Path,
  report: Report,
): CloudflareZoneChoice | undefined {
  const name = zoneName(cloudflare, domain, at, report);
  const source = zoneSource(cloudflare, at, report);
  if (!name || !source) return undefined;
  const { accountId } = cloudflare;
  return {
    host: "cloudflare",
    name,
    ...(accountId === undefined ? {} : { accountId }),
    source,
    declaredBy: domain.name,
  };
}

function zoneName(
  { zoneName: given }: CloudflareZoneInput,
  domain: NamedKey,
  at: Path,
  report: Report,
): DnsName | undefined {
  if (given === undefined) return domain.name;
  const path = [...at, "cloudflare", "zoneName"];
  const parsed = parseName(given);
  if (!parsed.ok) {
    for (const fault of parsed.faults) report(placed(fault, path));
    return undefined;
  }
  if (isWithin(domain.name, parsed.value)) return parsed.value;
  report({
    path,
    message: "the domain does not lie in this zone",
    received: JSON.stringify(given),
    expected: `${domain.name} or a parent of it`,
  });
  return undefined;
}

function zoneSource(
  { zoneId, create, accountId }: CloudflareZoneInput,
  at: Path,
  report: Report,
): CloudflareZoneChoice["source"] | undefined {
  const path = [...at, "cloudflare"];
  if (create === undefined) return zoneId === undefined ? { by: "name" } : { by: "id", id: zoneId };
  if (zoneId !== undefined) {
    report({
      path: [...path, "create"],
      message: "a zone that has an id is not created",
      mend: "leave out zoneId or create",
    });
    return undefined;
  }
  if (accountId === undefined) {
    report({
      path: [...path, "create"],
      message: "a zone is created in an account",
      expected: "accountId beside create",
    });
    return undefined;
  }
  return { by: "creation", dnssec: create !== true && create.dnssec === true };
}

/** What is wrong with the defaults is wrong with every domain that takes them, and said once. */
function once(report: Report): Report {
  const said = new Set<string>();
  return (fault) => {
    const text = formatFault(fault);
    if (!said.has(text)) report(fault);
    said.add(text);
  };
}

/** Fewer labels first, then by name. */
function byDepth(a: NamedKey, b: NamedKey): number {
  return a.name.split(".").length - b.name.split(".").length || (a.name < b.name ? -1 : 1);
}
