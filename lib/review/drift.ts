import type { Plan } from "../plan/plan";
import { domainsBeforeAfter, readSides, tenantsBeforeAfter } from "./before-after";
import { RISKS, worst } from "./changes/change";
import { concernedBy, zoneChanges } from "./changes/zones";
import { changesOfDomain, changesOfTenant } from "./changes-of";
import type { ReviewContext } from "./context";
import { sortResources } from "./resources-touched";
import type { DriftReview } from "./subject";

/** What plans found changed since Terraform's last run, told like a change; the highest risk first. */
export async function driftOf(
  plans: readonly Plan[],
  context: ReviewContext,
): Promise<readonly DriftReview[]> {
  if (plans.every(({ drift }) => drift.length === 0)) return [];
  const drifted = plans.map(driftPlan);
  const read = readSides(drifted, context);
  const { sides, domains, shown, kinds } = read;
  const { touched } = sortResources(drifted, sides, shown.domains, context, kinds);
  const zones = zoneChanges(sides);
  const found: DriftReview[] = [];
  const add = ({ of, name, changes }: Pick<DriftReview, "of" | "name" | "changes">) => {
    if (changes.length === 0) return;
    const risk = worst(changes.map((change) => change.risk));
    found.push({ of, name, risk, changes, touched: touched.get(`${of} ${name}`) ?? [] });
  };
  for (const beforeAfter of domainsBeforeAfter(read)) {
    const own = zones.filter((change) => concernedBy(change, domains).includes(beforeAfter.domain));
    add({ of: "domain", name: beforeAfter.domain, changes: await changesOfDomain(beforeAfter, own) });
  }
  for (const compared of tenantsBeforeAfter(read)) {
    add({ of: "tenant", name: compared.name, changes: changesOfTenant(compared) });
  }
  return found.sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
}

/** A plan whose changes are what has drifted, among everything that has stayed. */
function driftPlan(plan: Plan): Plan {
  const drifted = new Set(plan.drift.map(({ address }) => address));
  const stayed = plan.changes.flatMap(({ before, after: _after, ...change }) =>
    before && !change.imported && !drifted.has(change.address)
      ? [{ ...change, action: "none" as const, before, after: before }]
      : [],
  );
  return { ...plan, changes: [...stayed, ...plan.drift] };
}
