import type { Fault } from "../../fault";
import type { SayingBaseline, ToldValue, Wanted } from "../baselines/baseline";
import { BASELINE_VALUES } from "../baselines/values";
import type { ExchangeFacts } from "../exchange-plan";
import { attributesOf, type ExchangeKind, type Value, type Values } from "../objects";
import { type ExchangeOptions, PROTECTION_BASELINES, type ProtectionOptions } from "../options";
import type { Imposed } from "./draft";
import { covers, licenceOf, unlicensed } from "./licences";

/** What stands below the values that somebody wrote: what rules ask for, and the baseline. */
export interface BaseValues {
  /** The values of a kind that nobody wrote. */
  of(kind: ExchangeKind): Values;
  imposed(kind: ExchangeKind): ReadonlyMap<string, Imposed>;
}

/** The values that the options' baselines and rules have for each kind. */
export function baseValues(
  options: ExchangeOptions,
  rules: ReadonlyMap<ExchangeKind, ReadonlyMap<string, Imposed>>,
  facts: ExchangeFacts,
): BaseValues {
  const { licence = "exchange-online" } = options.protection ?? {};
  const none: ReadonlyMap<string, Imposed> = new Map();
  return {
    of(kind) {
      const baseline = baselineOf(kind, options);
      const own = baseline === "none" ? [] : BASELINE_VALUES.filter((one) => one.kind === kind);
      const wanted = own.flatMap(({ attribute, wanted: by, with: needed }) => {
        const value = baseline === "none" ? undefined : by[baseline];
        if (value === undefined || !covers(licence, licenceOf(kind, attribute))) return [];
        if (needed !== undefined && told(needed, options, facts) === undefined) return [];
        const known = resolved(kind, attribute, value, options, facts);
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

/** The baseline of a kind: each part of the options has its own. */
function baselineOf(
  kind: ExchangeKind,
  { protection, dataLoss, auditRetention, userReports }: ExchangeOptions,
): SayingBaseline | "none" {
  switch (kind) {
    case "dlp-compliance-policy":
    case "dlp-compliance-rule":
      return dataLoss?.baseline ?? "none";
    case "unified-audit-log-retention-policy":
      return auditRetention?.baseline ?? "none";
    case "report-submission-policy":
      return userReports?.baseline ?? "none";
    default:
      return protection?.baseline ?? "none";
  }
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

function resolved(
  kind: ExchangeKind,
  attribute: string,
  wanted: Wanted,
  options: ExchangeOptions,
  facts: ExchangeFacts,
): Value | undefined {
  if (typeof wanted !== "object" || !("from" in wanted)) return wanted;
  const members = told(wanted.from, options, facts);
  if (members === undefined) return undefined;
  // One address where the attribute takes one.
  return attributesOf(kind).get(attribute)?.type === "texts" ? members : members[0];
}

/** What the tenant tells, if it does. */
function told(
  what: ToldValue,
  { protection = {}, userReports = {} }: Pick<ExchangeOptions, "protection" | "userReports">,
  { initialDomain }: ExchangeFacts,
): readonly string[] | undefined {
  const { sensitiveUsers = [], partnerDomains = [], notify = [] } = protection;
  const members = {
    sensitiveUsers: sensitiveUsers.map(({ displayName, address }) => `${displayName};${address}`),
    partnerDomains,
    notify,
    mailbox: userReports.mailbox === undefined ? [] : [userReports.mailbox],
    // A policy that shares with nobody outside still needs an entry.
    initialDomain: [`${initialDomain}:CalendarSharingFreeBusySimple`],
  }[what];
  return members.length > 0 ? members : undefined;
}
