import { parseName } from "../../dns/name";
import { type Fault, fail, ok, type Result, within } from "../../fault";
import { ownCopy } from "../../schema/own-copy";
import { readOptions } from "../../schema/read-options";
import type { ExchangeFacts, ExchangePlan, PlannedObject } from "../exchange-plan";
import { attributesOf } from "../objects";
import type { ExchangeOptions } from "../options";
import { ExchangeFactsSchema } from "../plan-schema";
import { ExchangeSchema } from "../schema";
import { planAlerts } from "./alerts";
import { planAuditRetention } from "./audit-retention";
import { baseValues } from "./base-values";
import { handSteps } from "./by-hand";
import { planDataLoss } from "./data-loss";
import { Draft } from "./draft";
import { planEncryption } from "./encryption";
import { planFamilies } from "./families";
import { planProtection } from "./protection";
import { planRoleGroups } from "./role-groups";
import { imposedBy, planRules, rulesOf } from "./rules";
import { soundParts } from "./sound-parts";
import { planUserReports } from "./user-reports";

/**
 * Decides what a tenant's Exchange stack declares. Nothing that loosens protection gets into it without a reason.
 * @returns the plan, or every fault of the options, with paths from them down
 */
export function planExchange(options: ExchangeOptions, tenant: ExchangeFacts): Result<ExchangePlan> {
  const given = readOptions(ExchangeSchema, options);
  const facts = readOptions(ExchangeFactsSchema, tenant);
  if (!given.ok || !facts.ok) {
    return fail(
      ...(given.ok ? [] : given.faults),
      ...(given.ok || !facts.ok ? [] : faultsOfRest(options, given.faults, facts.value)),
      ...(facts.ok ? [] : facts.faults.map((fault) => within(fault, "tenant"))),
    );
  }
  return planRead(given.value, facts.value);
}

/** What is wrong with the parts that can be read, so that it need not wait until the others are mended. */
function faultsOfRest(
  options: ExchangeOptions,
  faults: readonly Fault[],
  tenant: ExchangeFacts,
): readonly Fault[] {
  const copy = ownCopy(options);
  const rest = copy.ok ? soundParts(copy.value, faults) : undefined;
  const read = rest === undefined ? undefined : readOptions(ExchangeSchema, rest);
  if (!read?.ok) return [];
  const planned = planRead(read.value, tenant);
  return planned.ok ? [] : planned.faults;
}

function planRead(options: ExchangeOptions, tenant: ExchangeFacts): Result<ExchangePlan> {
  const { protection = {}, encryption, alerts, roleGroups, acceptedDomains = [] } = options;
  const { dataLoss, auditRetention, userReports } = options;
  const { licence = "exchange-online" } = protection;
  const draft = new Draft();
  const further = acceptedDomains.flatMap((domain, place) => {
    const name = parseName(domain);
    if (!name.ok) draft.faults.push(...name.faults.map((fault) => within(fault, "acceptedDomains", place)));
    return name.ok ? [name.value] : [];
  });
  const domains = [...new Set([...tenant.domains, ...further])]
    .filter((domain) => domain !== tenant.initialDomain)
    .sort();
  const facts = { ...tenant, domains };
  const base = baseValues(options, imposedBy(rulesOf(options)), facts);
  planProtection(protection, base, draft);
  const orders = [
    ...planFamilies(protection, base, facts, draft),
    ...planRules(options, draft),
    ...(dataLoss ? planDataLoss(dataLoss, base, { licence }, draft) : []),
  ];
  if (encryption) planEncryption(encryption, draft);
  const systemAlerts = alerts ? planAlerts(alerts, licence, draft) : undefined;
  if (roleGroups) planRoleGroups(roleGroups, draft);
  if (auditRetention) planAuditRetention(auditRetention, base, { licence }, draft);
  if (userReports) planUserReports(userReports, base, draft);
  if (draft.faults.length > 0) return fail(...draft.faults);
  return ok({
    objects: withQuarantines(draft.objects).sort((a, b) => (a.id < b.id ? -1 : 1)),
    orders: [...orders].sort((a, b) => (a.kind < b.kind ? -1 : 1)),
    byHand: handSteps(options),
    ...(systemAlerts ? { systemAlerts } : {}),
  });
}

/** Policies that name a quarantine policy of the same plan wait for it. */
function withQuarantines(objects: readonly PlannedObject[]): PlannedObject[] {
  const ids = new Map(
    objects.flatMap(({ kind, id, values }) =>
      kind === "quarantine-policy" ? [[String(values.name).toLowerCase(), id] as const] : [],
    ),
  );
  return objects.map((object) => {
    const tags = [...attributesOf(object.kind).keys()].filter((name) => /quarantineTag$/i.test(name));
    const named = tags.flatMap((tag) => {
      const id = ids.get(String(object.values[tag] ?? "").toLowerCase());
      return id === undefined ? [] : [[tag, id] as const];
    });
    return named.length > 0
      ? { ...object, names: { ...object.names, ...Object.fromEntries(named) } }
      : object;
  });
}
