import { ancestry, type DnsName } from "../dns/name";
import type { Estate, EstateDomain, EstatePlace } from "../estate/model";
import type { Fault } from "../fault";
import { bimiNeeds } from "../mail/bimi";
import { externalReportDomains, parseDmarc, reportAuthorizationName } from "../mail/dmarc";
import { parseCloud } from "../microsoft/clouds";
import { senderOfInclude } from "../senders";
import type { DeclaredDomain, LocatedFault } from "./estate";
import type { DomainPlan } from "./plan";

/**
 * What an estate's author should look at though nothing is wrong in itself: one zone id under two zone names,
 * report addresses whose owner must agree, SPF includes through which no mail aligns.
 * @param declared the domains whose records are looked at
 */
export function adviseEstate(estate: Estate, declared: readonly DeclaredDomain[]): readonly LocatedFault[] {
  const names = new Set(estate.domains.map(({ name }) => name));
  return [
    ...sharedZoneIds(estate.domains, new Set(declared.map((domain) => domain.estate.name))),
    ...declared.flatMap(({ estate: domain, posture }) =>
      [
        ...foreignReceivers(posture.records, names),
        ...vainIncludes(posture.plan),
        ...guessedTargets(posture.plan),
        ...vainLogo(posture),
      ].map((fault) => located(fault, domain.source(fault.path ?? []))),
    ),
  ];
}

function sharedZoneIds(
  domains: readonly EstateDomain[],
  asked: ReadonlySet<DnsName>,
): readonly LocatedFault[] {
  const firstOf = new Map<string, EstateDomain>();
  return domains.flatMap((domain) => {
    const { source, name } = domain.zone;
    if (source.by !== "id") return [];
    const first = firstOf.get(source.id);
    if (!first) firstOf.set(source.id, domain);
    if (!first || first.zone.name === name || !(asked.has(domain.name) || asked.has(first.name))) return [];
    return located(
      {
        message: `one zone id stands for two zones, ${first.zone.name} and ${name}`,
        received: source.id,
        mend: "Cloudflare would put the names of one below the other, Route 53 refuses them; where the zone is a parent of the domain, give its zoneName",
      },
      domain.source([]),
    );
  });
}

/** Report addresses in domains that this estate does not hold, and that nobody here can authorise. */
function foreignReceivers(
  records: DeclaredDomain["posture"]["records"],
  names: ReadonlySet<DnsName>,
): readonly Fault[] {
  return records.flatMap(({ domain, role, record, path }) => {
    if (role !== "Dmarc" || record.type !== "TXT") return [];
    const dmarc = parseDmarc(record.value);
    if (!dmarc.ok) return [];
    return externalReportDomains(domain, dmarc.value)
      .filter((receiver) => ![...ancestry(receiver)].some((ancestor) => names.has(ancestor)))
      .map((receiver) => {
        const name = reportAuthorizationName(domain, receiver);
        return {
          path,
          message: `DMARC reports of ${domain} go to ${receiver}, outside this estate`,
          expected: `the TXT record v=DMARC1; at ${name.ok ? name.value : `_report._dmarc.${receiver}`}`,
          mend: "make sure that its owner publishes it (report processors mostly do)",
        };
      });
  });
}

/** DKIM targets derived where Microsoft documents no form for them. */
function guessedTargets({ dkim }: DomainPlan): readonly Fault[] {
  if (!dkim?.tenant || dkim.microsoft === false || dkim.selector1 !== undefined) return [];
  const cloud = parseCloud(dkim.tenant.cloud ?? "worldwide");
  if (!cloud.ok || cloud.value.partitions) return [];
  return [
    {
      path: ["dkim"],
      message: `the DKIM targets are a guess: Microsoft documents no form for ${cloud.value.title}`,
      expected: "selector1 and selector2 as Get-DkimSigningConfig shows them",
    },
  ];
}

/** A logo that no mail client shows, since the domain's DMARC policy does not refuse forgeries. */
function vainLogo({ plan, records }: DeclaredDomain["posture"]): readonly Fault[] {
  const policy = records.find(({ role, domain }) => role === "Dmarc" && domain === plan.domain)?.record;
  if (!plan.bimi || policy?.type !== "TXT") return [];
  const dmarc = parseDmarc(policy.value);
  return dmarc.ok ? bimiNeeds(dmarc.value).map((fault) => ({ ...fault, path: ["bimi"] })) : [];
}

/** Includes of senders whose mail passes SPF under a name of their own, so that it never counts for DMARC. */
function vainIncludes(plan: DomainPlan): readonly Fault[] {
  return (plan.spf?.include ?? []).flatMap((include, index) => {
    const path = plan.spfOrigins?.include?.[index];
    const owner = path?.[0] === "spf" ? senderOfInclude(include) : undefined;
    if (!path || !owner || (owner.aligns !== false && owner.aligns !== "with-return-path")) return [];
    return {
      path,
      message: `${owner.title} does not align through this include`,
      received: JSON.stringify(include),
      expected: owner.why,
      mend: owner.instead ?? "drop the include and name the sender under senders",
    };
  });
}

function located(fault: Fault, { path, ...place }: EstatePlace): LocatedFault {
  return { ...fault, ...place, path };
}
