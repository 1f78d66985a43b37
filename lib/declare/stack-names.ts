import type { Estate } from "../estate/model";
import { exchangeStackName, hasExchangeStack } from "./exchange";
import { tenantStackName } from "./tenants";

type NamedTenant = readonly [name: string, tenant: Estate["tenants"][string]];

/**
 * The names of an estate's stacks: its domains, `tenant-<name>` for tenants that declare identities, and `exchange-<name>`
 * for those that declare Exchange.
 */
export function stackNames(estate: Estate): readonly string[] {
  return [
    ...estate.domains.map(({ name }) => name),
    ...tenantsWithIdentities(estate).map(([name]) => tenantStackName(name)),
    ...tenantsWithExchange(estate).map(([name]) => exchangeStackName(name)),
  ];
}

/** The tenants that have a stack for what they declare of sign-ins. */
export function tenantsWithIdentities({ tenants }: Estate): readonly NamedTenant[] {
  return Object.entries(tenants).filter(([, { identity }]) => identity);
}

/** The tenants that have a stack for what they declare of Exchange. */
export function tenantsWithExchange({ tenants }: Estate): readonly NamedTenant[] {
  return Object.entries(tenants).filter(([, tenant]) => hasExchangeStack(tenant));
}
