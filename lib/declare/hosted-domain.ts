import type { HostedDomain } from "../../hosts/host";
import type { ZoneChoice } from "../../hosts/index";
import type { DeclaredRecord, DomainDeclaration } from "../domain/declaration";
import type { DomainPlan } from "../domain/plan";
import type { EstateDomain } from "../estate/model";

/**
 * A declared domain as its host has to hold it.
 * @param isWhole are those all its records, none of them left out for a fault?
 */
export function hostedDomain(
  { zone, import: ids }: EstateDomain,
  { plan, records, mtaSts }: DomainDeclaration,
  kept: readonly DeclaredRecord[],
  isWhole: boolean,
): HostedDomain<ZoneChoice> {
  return {
    zone,
    records,
    kept,
    import: ids,
    isWhole,
    servesPolicy: mtaSts.some(({ hosting }) => hosting === "zone"),
    managedTenants: managedTenants(plan),
  };
}

function managedTenants(plan: DomainPlan): readonly { path: readonly string[]; tenant: string }[] {
  const tenant = plan.inbound?.tenant ?? plan.dkim?.tenant;
  const own = tenant?.exchange ? [{ path: ["tenant"], tenant: tenant.name ?? tenant.initialDomain }] : [];
  const below = plan.subdomains.flatMap(({ label, plan: inner }) =>
    managedTenants(inner).map(({ path, ...rest }) => ({ path: ["subdomains", label, ...path], ...rest })),
  );
  return [...own, ...below];
}
