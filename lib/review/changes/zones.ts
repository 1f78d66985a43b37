import { isWithin, parseName } from "../../dns/name";
import { knownValue } from "../../plan/attributes";
import type { ResourceChange } from "../../plan/plan";
import type { ZoneFeature, ZoneFeatureFact } from "../../plan/zone-fact";
import type { Domains } from "../domains";
import type { Contribution, SideName } from "../side";
import { type Change, high, low, medium, UNKNOWN_WORDS } from "./change";

/** What changes for all names of a zone. */
export interface ZoneChange extends Change {
  /** The zone's name, or the resource's address where the plan does not tell it. */
  readonly zone: string;
  /** Is it unknown what the change comes to? */
  readonly unjudged: boolean;
}

type Pair = Partial<Record<SideName, ZoneFeatureFact>>;

/** What plans change about zones, each resource for itself. */
export function zoneChanges(
  sides: Readonly<Record<SideName, readonly Contribution[]>>,
): readonly ZoneChange[] {
  const found = new Map<ResourceChange, Map<ZoneFeature, Pair>>();
  for (const side of ["before", "after"] as const) {
    for (const { change, fact } of sides[side]) {
      if (fact.kind !== "zone feature" || change.action === "none" || change.action === "forget") continue;
      const features: Map<ZoneFeature, Pair> = found.get(change) ?? new Map();
      found.set(change, features.set(fact.feature, { ...features.get(fact.feature), [side]: fact }));
    }
  }
  return [...found].flatMap(([change, features]) =>
    [...features].flatMap(([feature, pair]) => {
      const zone = pair.after?.zone ?? pair.before?.zone ?? change.address;
      const made = changeOf(feature, zone, pair, change);
      const unjudged = [pair.before, pair.after].some((fact) => fact && fact.state.kind !== "known");
      return made ? [{ ...made, zone, unjudged }] : [];
    }),
  );
}

function changeOf(
  feature: ZoneFeature,
  zone: string,
  { before, after }: Readonly<Pair>,
  { action, address }: ResourceChange,
): Change | undefined {
  if (feature === "zone" && before && after) {
    if (action !== "replace" && before.zone === after.zone) return undefined;
    const now = before.zone === after.zone ? "" : `, now ${after.zone ?? address}`;
    return high(`Zone ${before.zone ?? zone} is replaced${now}`, REPLACED);
  }
  const [from, to] = [wordsOf(before), wordsOf(after)];
  if (from === to && action !== "replace") return undefined;
  if (from === to && !LOST_MEANWHILE.has(feature)) return undefined;
  return SENTENCES[feature](zone, from, to);
}

function wordsOf(fact: ZoneFeatureFact | undefined): string {
  if (!fact) return "off";
  const { state } = fact;
  return knownValue(state) ?? UNKNOWN_WORDS[state.kind === "sensitive" ? "sensitive" : "known after apply"];
}

/** What a replacement takes away before it is made anew. */
const LOST_MEANWHILE: ReadonlySet<ZoneFeature> = new Set(["DNSSEC", "DNSSEC key", "DS record"]);

const REPLACED =
  "its records are gone until they are made anew, and the registry still leads to the old zone's name servers";
const TAKEN = "all that receivers find of the domain is decided by whoever runs them";
const UNSIGNED =
  "while the registry has a DS record, resolvers that validate find none of the names; without one DANE has nothing to stand on";
const SIGNED = "resolvers that validate find none of the names if the registry's DS record is not the key's";

type Sentence = (zone: string, from: string, to: string) => Change | undefined;

const signing =
  (what: string): Sentence =>
  (zone, from, to) => {
    const text = `${what} of ${zone} ${from === to ? "replaced" : `${from} → ${to}`}`;
    return to === "on" && from === "off" ? medium(text, SIGNED) : high(text, UNSIGNED);
  };

const SENTENCES: Readonly<Record<ZoneFeature, Sentence>> = {
  zone: (zone, from, to) =>
    to === "off"
      ? high(`Zone ${zone} is deleted`, "none of its names is found any more, and no mail to them arrives")
      : from === "off"
        ? low(`Zone ${zone} is created`)
        : undefined,
  "zone type": (zone, from, to) =>
    from === "off" || to === "off"
      ? undefined
      : high(`Zone ${zone} ${from} → ${to}`, "its host may no longer answer for all of its names"),
  // Names are answered as before; what the host serves of its own in their place is not.
  pause: (zone, from, to) =>
    to === "on"
      ? medium(`Zone ${zone} paused`, "no Worker runs there, so an MTA-STS policy that one serves is gone")
      : from === "on"
        ? low(`Zone ${zone} no longer paused`)
        : undefined,
  "name servers": (zone, from, to) =>
    to === "off"
      ? undefined
      : high(`Name servers of ${zone} ${from === "off" ? "not managed" : from} → ${to}`, TAKEN),
  DNSSEC: signing("DNSSEC"),
  "DNSSEC key": signing("DNSSEC key"),
  "DS record": signing("DS record"),
  "zone transfer": (zone, _, to) =>
    high(
      to === "off"
        ? `Zone ${zone} is no longer transferred in`
        : `Zone ${zone} is transferred in from elsewhere`,
      "what its records say is decided there",
    ),
  "mail routing": (zone, _, to) =>
    to === "off"
      ? high(`Cloudflare Email Routing of ${zone} off`, "the MX records that it published are gone")
      : high(
          `Cloudflare Email Routing of ${zone} ${to}`,
          "Cloudflare's MX and SPF records take the domain's mail",
        ),
  "transfer lock": (zone, from, to) =>
    from === "on"
      ? high(`Transfer lock of ${zone} on → ${to}`, "another registrar can take the domain")
      : undefined,
  renewal: (zone, from, to) =>
    from === "on" && to === "off"
      ? medium(`Renewal of ${zone} on → off`, "the domain is lost when its registration ends")
      : undefined,
};

/** The mail domains that a change of a zone concerns; where there is none, the zone stands for itself. */
export function concernedBy({ zone }: ZoneChange, domains: Domains): readonly string[] {
  const name = parseName(zone, "owner");
  if (!name.ok) return [zone];
  const owner = domains.ownerOf(name.value);
  const within = [...domains.names].filter((domain) => isWithin(domain, name.value));
  const all = [...new Set([...(owner === undefined ? [] : [owner]), ...within])];
  return all.length > 0 ? all : [name.value];
}
