import { identityOf, mergedZone, readZone, type ZoneChoice, type ZoneInput } from "../../../hosts/index";
import { ancestry, type DnsName } from "../../dns/name";
import { formatFault, type Path } from "../../fault";
import type { EstateFault } from "../estate-fault";
import type { NamedKey } from "./names";

type Report = (fault: EstateFault) => void;

/** A domain with what it says of its zone. */
export interface ZoneRequest extends NamedKey {
  readonly zone: ZoneInput | undefined;
}

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
    const choice = readZone(mergedZone(defaults, request.zone), request, [...request.path, "zone"], report);
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
      const choice = readZone(defaults, request, ["defaults", "zone"], reportOnce);
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
  private readonly report: Report;
  private readonly byName = new Map<DnsName, { readonly choice: ZoneChoice; readonly path: Path }>();

  constructor(report: Report) {
    this.report = report;
  }

  add(choice: ZoneChoice, { path }: NamedKey): void {
    const first = this.byName.get(choice.name);
    if (!first) this.byName.set(choice.name, { choice, path });
    else if (first.choice.host !== choice.host) {
      this.report({
        path: [...path, "zone"],
        message: `the zone ${choice.name} is said to be at two hosts`,
        received: `${choice.host} and ${first.choice.host}`,
        other: { path: first.path, relation: "the other is" },
      });
    } else if (first.choice.source.by === "creation" && choice.source.by === "creation") {
      this.report({
        path: [...path, "zone"],
        message: `the zone ${choice.name} is created twice`,
        fix: "create it in one domain; the others find it by its name",
        other: { path: first.path, relation: "the other is" },
      });
    } else {
      const [one, other] = [identityOf(choice), identityOf(first.choice)];
      if (!one || !other || one.value === other.value) return;
      this.report({
        path: [...path, "zone", choice.host, one.key],
        message: `the zone ${choice.name} has two ${one.plural}`,
        received: `${one.value} and ${other.value}`,
        other: { path: first.path, relation: "the other is" },
      });
    }
  }

  /** What a domain in an enclosing zone does: it finds the zone as its declarer does, but never creates it. */
  enclosing(name: DnsName): ZoneChoice | undefined {
    for (const ancestor of ancestry(name)) {
      const zone = this.byName.get(ancestor)?.choice;
      if (zone?.source.by === "creation") return { ...zone, source: { by: "name" } };
      if (zone) return zone;
    }
    return undefined;
  }
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
