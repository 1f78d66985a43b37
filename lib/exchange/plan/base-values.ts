import type { Fault, Path } from "../../fault";
import type { ToldValue, Wanted } from "../baselines/baseline";
import { BASELINE_VALUES } from "../baselines/values";
import type { ExchangeFacts } from "../exchange-plan";
import { attributesOf, type ExchangeKind, objectFacts, type Value, type Values } from "../objects";
import {
  PROTECTION_BASELINES,
  PROTECTION_LICENCES,
  type ProtectionLicence,
  type ProtectionOptions,
} from "../options";
import type { Imposed } from "./draft";

/** What stands below the values that somebody wrote: what rules ask for, and the baseline. */
export interface BaseValues {
  /** The values of a kind that nobody wrote. */
  of(kind: ExchangeKind): Values;
  imposed(kind: ExchangeKind): ReadonlyMap<string, Imposed>;
}

/** What an attribute needs the tenant to be licensed for. */
export function licenceOf(kind: ExchangeKind, attribute?: string): ProtectionLicence {
  const words = [
    objectFacts(kind).licence,
    attribute === undefined ? undefined : attributesOf(kind).get(attribute)?.licence,
  ].join(" ");
  if (/\bE5\b/.test(words) && !/Rights Management/.test(words)) return "e5";
  return /Defender for Office 365/.test(words) ? "defender-p1" : "exchange-online";
}

/** Is a tenant with the one licence licensed for what needs the other? */
export function covers(has: ProtectionLicence, needs: ProtectionLicence): boolean {
  return PROTECTION_LICENCES.indexOf(has) >= PROTECTION_LICENCES.indexOf(needs);
}

/** The values that the options' baseline and rules have for each kind. */
export function baseValues(
  protection: ProtectionOptions,
  rules: ReadonlyMap<ExchangeKind, ReadonlyMap<string, Imposed>>,
  facts: ExchangeFacts,
): BaseValues {
  const { baseline = "none", licence = "exchange-online" } = protection;
  const none: ReadonlyMap<string, Imposed> = new Map();
  return {
    of(kind) {
      const own = baseline === "none" ? [] : BASELINE_VALUES.filter((one) => one.kind === kind);
      const wanted = own.flatMap(({ attribute, wanted: by, with: needed }) => {
        const value = baseline === "none" ? undefined : by[baseline];
        if (value === undefined || !covers(licence, licenceOf(kind, attribute))) return [];
        if (needed !== undefined && told(needed, protection, facts) === undefined) return [];
        const known = resolved(kind, attribute, value, protection, facts);
        return known === undefined ? [] : [[attribute, known] as const];
      });
      const asked = [...(rules.get(kind) ?? none)].map(
        ([attribute, { value }]) => [attribute, value] as const,
      );
      return Object.fromEntries([...wanted, ...asked]);
    },
    imposed: (kind) => rules.get(kind) ?? none,
  };
}

/** What the tenant tells for a baseline, where no value is taken from it. */
export function toldInVain(protection: ProtectionOptions): readonly Fault[] {
  const { baseline = "none", licence = "exchange-online" } = protection;
  return (["sensitiveUsers", "partnerDomains", "notify"] as const).flatMap((key): readonly Fault[] => {
    if ((protection[key] ?? []).length === 0) return [];
    const taking = BASELINE_VALUES.filter((one) => one.with === key);
    const own = baseline === "none" ? [] : taking.filter(({ wanted }) => wanted[baseline] !== undefined);
    const needed = own.map(({ kind, attribute }) => licenceOf(kind, attribute));
    const path = ["protection", key];
    if (needed.some((one) => covers(licence, one))) return [];
    if (needed[0] !== undefined) return [unlicensed(path, needed[0])];
    const baselines = PROTECTION_BASELINES.filter(
      (one) => one !== "none" && taking.some(({ wanted }) => wanted[one] !== undefined),
    );
    return [
      {
        path,
        message: "no value is taken from it",
        received: `baseline ${baseline}`,
        expected: `baseline ${baselines.join(" | ")}`,
        fix: "name one, or write the values into the policies themselves",
      },
    ];
  });
}

/** Something that the tenant has not bought, as far as it says. */
export function unlicensed(path: Path, needed: ProtectionLicence): Fault {
  return {
    path,
    message: needed === "e5" ? "needs Microsoft 365 E5 or E5 Security" : "needs Defender for Office 365",
    fix: `write protection: { licence: ${needed} } if every mailbox has it`,
  };
}

function resolved(
  kind: ExchangeKind,
  attribute: string,
  wanted: Wanted,
  protection: ProtectionOptions,
  facts: ExchangeFacts,
): Value | undefined {
  if (typeof wanted !== "object" || !("from" in wanted)) return wanted;
  const members = told(wanted.from, protection, facts);
  if (members === undefined) return undefined;
  // One address where the attribute takes one.
  return attributesOf(kind).get(attribute)?.type === "texts" ? members : members[0];
}

/** What the tenant tells, if it does. */
function told(
  what: ToldValue,
  { sensitiveUsers = [], partnerDomains = [], notify = [] }: ProtectionOptions,
  { initialDomain }: ExchangeFacts,
): readonly string[] | undefined {
  const members = {
    sensitiveUsers: sensitiveUsers.map(({ displayName, address }) => `${displayName};${address}`),
    partnerDomains,
    notify,
    // A policy that shares with nobody outside still needs an entry.
    initialDomain: [`${initialDomain}:CalendarSharingFreeBusySimple`],
  }[what];
  return members.length > 0 ? members : undefined;
}
