import { type ExchangeKind, objectFacts } from "../../exchange/objects";
import type { ExchangeObjectPosture, TenantPosture } from "../model";
import { isWhole } from "../tenant-parts";
import { objectsOf, valueIn } from "./exchange-objects";

/** Policies that hold for those whom a rule names, and the default for all others. */
interface Family {
  readonly rule: ExchangeKind;
  /** The rule's attribute that names the policy. */
  readonly link: string;
  /** Kinds of presets that come before. */
  readonly presets: readonly ExchangeKind[];
}

const EOP = "eop-protection-policy-rule";
const ATP = "atp-protection-policy-rule";

const FAMILIES: Readonly<Partial<Record<ExchangeKind, Family>>> = {
  "anti-phish-policy": { rule: "anti-phish-rule", link: "antiPhishPolicy", presets: [EOP, ATP] },
  "hosted-content-filter-policy": {
    rule: "hosted-content-filter-rule",
    link: "hostedContentFilterPolicy",
    presets: [EOP],
  },
  "malware-filter-policy": { rule: "malware-filter-rule", link: "malwareFilterPolicy", presets: [EOP] },
  "safe-attachment-policy": { rule: "safe-attachment-rule", link: "safeAttachmentPolicy", presets: [ATP] },
  "safe-links-policy": { rule: "safe-links-rule", link: "safeLinksPolicy", presets: [ATP] },
};

/**
 * The objects of a kind that hold for somebody. Presets come before policies of the organization's own, and these before
 * the default: one that is covered wholly protects nobody, whatever it says. Where the rules are not known, all do.
 * https://learn.microsoft.com/defender-office-365/how-policies-and-protections-are-combined
 */
export function reached(tenant: TenantPosture, kind: ExchangeKind): readonly ExchangeObjectPosture[] {
  const objects = objectsOf(tenant, kind);
  const family = FAMILIES[kind];
  if (!family || ![family.rule, ...family.presets].every((one) => isWhole(tenant, one))) return objects;
  const strict = presetOf(tenant, family, "Strict");
  const standard = presetOf(tenant, family, "Standard");
  // One of which nobody knows whether it is on may hold, and covers nobody for sure.
  const rules = objectsOf(tenant, family.rule).filter((rule) => valueIn(rule, "enabled") !== false);
  const isCovered = rules.some((rule) => valueIn(rule, "enabled") === true && coversAll(tenant, rule));
  return objects.filter(({ name }) => {
    if (name.startsWith("Strict Preset Security Policy")) return strict !== "off";
    if (strict === "all") return false;
    if (name.startsWith("Standard Preset Security Policy")) return standard !== "off";
    if (standard === "all") return false;
    if (objectFacts(kind).builtIn?.includes(name)) return !isCovered;
    return rules.some((rule) => isSame(valueIn(rule, family.link), name));
  });
}

/** Is a preset off, on for some, or for everybody? */
function presetOf(tenant: TenantPosture, { presets }: Family, strength: string): "off" | "some" | "all" {
  const halves = presets.map((kind) =>
    objectsOf(tenant, kind).find(
      (one) => one.name === `${strength} Preset Security Policy` && valueIn(one, "enabled") !== false,
    ),
  );
  if (halves.every((half) => half === undefined)) return "off";
  const isForAll = halves.every(
    (half) =>
      half &&
      valueIn(half, "enabled") === true &&
      [...NARROWED, ...EXCEPTED].every((name) => isNobody(half, name)),
  );
  return isForAll ? "all" : "some";
}

const NARROWED = ["sentTo", "sentToMemberOf", "recipientDomainIs"];
const EXCEPTED = ["exceptIfSentTo", "exceptIfSentToMemberOf", "exceptIfRecipientDomainIs"];

/** A rule that names every domain of the tenant, and nothing else, holds for everybody. */
function coversAll({ mailDomains }: TenantPosture, rule: ExchangeObjectPosture): boolean {
  const named = valueIn(rule, "recipientDomainIs");
  if (!mailDomains || mailDomains.length === 0 || !Array.isArray(named)) return false;
  const known = new Set(named.map((domain: string) => domain.toLowerCase()));
  return (
    mailDomains.every((domain) => known.has(domain.toLowerCase())) &&
    [...NARROWED.slice(0, 2), ...EXCEPTED].every((name) => isNobody(rule, name))
  );
}

/** A list that is known, and empty. */
function isNobody(object: ExchangeObjectPosture, attribute: string): boolean {
  if (object.unknown?.includes(attribute)) return false;
  const members = valueIn(object, attribute);
  return !Array.isArray(members) || members.length === 0;
}

function isSame(value: unknown, name: string): boolean {
  return typeof value === "string" && value.toLowerCase() === name.toLowerCase();
}
