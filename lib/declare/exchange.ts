import { type DnsName, parseName } from "../dns/name";
import type { Estate, Tenant } from "../estate/model";
import type { ExchangePlan } from "../exchange/exchange-plan";
import type { ExchangeOptions } from "../exchange/options";
import type { Fault } from "../fault";
import type { LocatedFault } from "../located-fault";
import type { MailDomainOptions } from "../options";
import { PROFILES } from "../profile";

/** A tenant of the estate that declares something of Exchange beside its domains. */
export interface DeclaredExchange {
  /** The tenant's name in the estate. */
  readonly name: string;
  /** What its stack is called. */
  readonly stack: string;
  readonly tenant: Tenant;
  readonly plan: ExchangePlan;
}

/** The tenants' plans, or everything that is wrong with them. */
export type DeclaredExchanges =
  | { readonly ok: true; readonly exchanges: readonly DeclaredExchange[] }
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/** What a tenant's Exchange stack is called. */
export function exchangeStackName(tenant: string): string {
  return `exchange-${tenant}`;
}

/** What a tenant declares of Exchange beside its domains; `managed` alone declares nothing. */
function exchangeOptions({ exchange }: Pick<Tenant, "exchange">): ExchangeOptions | undefined {
  return typeof exchange === "object" ? exchange : undefined;
}

/** Is there a stack of the tenant's for Exchange? */
export function hasExchangeStack(tenant: Pick<Tenant, "exchange">): boolean {
  const { managed: _, ...declared } = exchangeOptions(tenant) ?? {};
  return Object.keys(declared).length > 0;
}

/** Reading the options takes a table of all that Exchange holds, which estates without them do not load. */
function planner(): typeof import("../exchange/plan/index") {
  return require("../exchange/plan/index");
}

/**
 * What each tenant of an estate declares of Exchange, sorted by name.
 * @param only names of the stacks to declare. @default all
 */
export function declareExchanges(estate: Estate, only?: ReadonlySet<string>): DeclaredExchanges {
  const problems: LocatedFault[] = [];
  const exchanges: DeclaredExchange[] = [];
  for (const [name, tenant] of Object.entries(estate.tenants)) {
    const stack = exchangeStackName(name);
    const options = exchangeOptions(tenant);
    if (!options || (only && !only.has(stack))) continue;
    const plan = planner().planExchange(options, {
      initialDomain: tenant.initialDomain,
      domains: acceptedDomains(estate, name),
    });
    if (!plan.ok) {
      problems.push(...plan.faults.map((fault) => located(estate, name, fault)));
    } else if (hasExchangeStack(tenant)) {
      exchanges.push({ name, stack, tenant, plan: plan.value });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, exchanges };
}

function located(estate: Estate, name: string, fault: Fault): LocatedFault {
  const { path, ...place } = estate.locateTenant(name, ["exchange", ...(fault.path ?? [])]);
  return { ...fault, ...place, path };
}

/** The domains of the estate whose mail comes into or leaves the tenant, sorted: Exchange has accepted them. */
export function acceptedDomains(estate: Estate, tenant: string): readonly DnsName[] {
  return estate.domains.flatMap(({ name, options }) => accepted(name, options, tenant)).sort();
}

function accepted(
  domain: DnsName,
  options: Omit<MailDomainOptions, "domain">,
  tenant: string,
): readonly DnsName[] {
  const { profile, subdomains = {} } = options;
  const own = options.tenant?.name === tenant && PROFILES[profile].eop ? [domain] : [];
  return [
    ...own,
    ...Object.entries(subdomains).flatMap(([label, inner]) => {
      const name = parseName(`${label}.${domain}`);
      return name.ok ? accepted(name.value, inner, tenant) : [];
    }),
  ];
}
