import type { DeclaredDomain } from "../declare/estate";
import type { DeclaredTenant } from "../declare/tenants";
import type { DomainPlan } from "../domain/plan";
import type { Estate, EstatePlace } from "../estate/model";
import { graphPolicy } from "../identity/graph";
import type { MailDomainOptions } from "../options";
import { demandsOf } from "./demands";
import { declaredIntent } from "./intent";
import type { MailPosture, PolicyPosture, Posture, TenantPosture, Where } from "./model";

/** The posture that an estate declares: every mail domain, and the tenants that declare identities. */
export function declaredPosture(
  estate: Estate,
  declared: { readonly domains: readonly DeclaredDomain[]; readonly tenants: readonly DeclaredTenant[] },
): Posture {
  return {
    source: "declared",
    domains: declared.domains.flatMap(mailPostures).sort((a, b) => (a.domain < b.domain ? -1 : 1)),
    tenants: declared.tenants.map((tenant) => tenantPosture(estate, tenant)),
    outside: [],
  };
}

/** The domain itself, then the mail domains below it. */
function mailPostures({
  estate: { options, source, zone },
  posture,
}: DeclaredDomain): readonly MailPosture[] {
  const one = (
    plan: DomainPlan,
    own: Omit<MailDomainOptions, "domain">,
    path: readonly string[],
  ): readonly MailPosture[] => {
    const policy = posture.mtaSts.find(
      ({ host, hosting }) => host === `mta-sts.${plan.domain}` && hosting !== "hosted",
    );
    const demands = demandsOf(plan);
    return [
      {
        domain: plan.domain,
        intent: declaredIntent(own),
        zone: zone.name,
        records: posture.records
          .filter(({ domain }) => domain === plan.domain)
          .map(({ record, path: at }) => ({ record, where: where(source(at)) })),
        unknown: [],
        ...(policy
          ? {
              mtaStsPolicy: {
                kind: "text" as const,
                text: policy.policy,
                where: where(source([...path, "mtaSts"])),
              },
            }
          : {}),
        ...(demands ? { demands } : {}),
        where: where(source(path)),
      },
      ...plan.subdomains.flatMap(({ label, plan: below }) => {
        const options = own.subdomains?.[label];
        return options ? one(below, options, [...path, "subdomains", label]) : [];
      }),
    ];
  };
  return one(posture.plan, options, []);
}

/** Names stand for ids: nobody knows ids before Terraform runs, and rules compare only. */
function tenantPosture(estate: Estate, { name, plan }: DeclaredTenant): TenantPosture {
  const at = (...path: readonly string[]) => where(estate.locateTenant(name, ["identity", ...path]));
  const policies = plan.policies.map(
    (planned): PolicyPosture => ({
      key: planned.key,
      policy: graphPolicy(planned, { user: (upn) => upn, group: (group) => group, location: (key) => key }),
      where: at("mfa", "policies", planned.key),
    }),
  );
  return {
    name,
    policies,
    ...(plan.breakGlass ? { breakGlass: plan.breakGlass.group } : {}),
    where: at(),
  };
}

function where(place: EstatePlace): Where {
  return place;
}
