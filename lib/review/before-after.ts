import type { Plan } from "../plan/plan";
import type { MailPosture, Posture } from "../posture/model";
import type { DomainBeforeAfter } from "./changes/change";
import { signInChanges } from "./changes/sign-ins";
import { NO_CONTEXT, type ReviewContext } from "./context";
import { Domains } from "./domains";
import { plannedPosture } from "./posture";
import { type Contribution, contributions } from "./side";
import type { TenantBeforeAfter } from "./tenant-before-after";
import { type Kinds, kindsOf } from "./tenants";

/** The posture before and after plans, as far as they say. */
export interface PlannedPostures {
  readonly before: Posture;
  readonly after: Posture;
}

/** What plans say, read once. */
export interface ReadSides extends PlannedPostures {
  readonly domains: Domains;
  readonly sides: Readonly<Record<"before" | "after", readonly Contribution[]>>;
  readonly kinds: Kinds;
  /** The same with the names of which plans show only a part: what changes there is said, and no rule is held against it. */
  readonly shown: PlannedPostures & { readonly domains: Domains };
}

/** The postures before and after some plans, read together: records of one domain may stand in several. */
export function plannedPostures(
  plans: readonly Plan[],
  context: ReviewContext = NO_CONTEXT,
): PlannedPostures {
  const { before, after } = readSides(plans, context);
  return { before, after };
}

/** @param base what the estate said before the change */
export function readSides(plans: readonly Plan[], context: ReviewContext, base?: ReviewContext): ReadSides {
  const sides = { before: contributions(plans, "before"), after: contributions(plans, "after") };
  const domains = Domains.inPlans([sides.before, sides.after], context);
  const kinds = kindsOf(sides, context, base);
  const postures = (of: Domains) => ({
    before: plannedPosture(sides, "before", of, context, kinds, base),
    after: plannedPosture(sides, "after", of, context, kinds, base),
    domains: of,
  });
  const judged = postures(domains);
  const all = domains.withPartsOf([sides.before, sides.after]);
  return { ...judged, sides, kinds, shown: all === domains ? judged : postures(all) };
}

/** The mail domains of the plans on both sides, and the names of which they show a part. */
export function domainsBeforeAfter({
  domains: judged,
  shown: { before, after, domains },
  sides,
}: ReadSides): readonly DomainBeforeAfter[] {
  const byName = (posture: Posture) => new Map(posture.domains.map((mail) => [mail.domain, mail]));
  const [from, to] = [byName(before), byName(after)];
  const connectors = connectorsOf(sides.after);
  const deleted = before.domains.filter(({ domain }) => !to.has(domain)).map(emptied);
  // What is deleted is known to be gone.
  const postures = { before, after: { ...after, domains: [...after.domains, ...deleted] } };
  return [...domains.names].sort().flatMap((domain): readonly DomainBeforeAfter[] => {
    const [old, connectorValidated] = [from.get(domain), connectors.get(domain)];
    const now = to.get(domain) ?? deleted.find((one) => one.domain === domain);
    if (!now) return [];
    return [
      {
        domain,
        ...(old ? { before: old } : {}),
        after: now,
        postures,
        mailDomains: domains.names,
        ...(judged.isAt(domain) ? {} : { isPart: true }),
        ...(connectorValidated === undefined ? {} : { connectorValidated }),
      },
    ];
  });
}

/** A domain of which everything is deleted. */
function emptied({ domain, intent, where, zone }: MailPosture): MailPosture {
  return { domain, intent, records: [], unknown: [], where, ...(zone === undefined ? {} : { zone }) };
}

/** By domain, whether the outbound connectors that deliver its mail are validated. */
function connectorsOf(side: readonly Contribution[]): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const { fact } of side) {
    if (fact.kind !== "outbound connector" || fact.validated === undefined) continue;
    for (const domain of fact.recipientDomains) found.set(domain.toLowerCase(), fact.validated);
  }
  return found;
}

/** The tenants of the plans on both sides. */
export function tenantsBeforeAfter({ before, after }: ReadSides): readonly TenantBeforeAfter[] {
  const byName = (posture: Posture) => new Map(posture.tenants.map((one) => [one.name, one]));
  const [from, to] = [byName(before), byName(after)];
  return [...to].map(([name, now]) => {
    const old = from.get(name) ?? { name, where: now.where };
    return { name, before: old, after: now, signIns: signInChanges(old, now) };
  });
}
