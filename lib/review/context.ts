import { HOSTS } from "../../hosts/index";
import { exchangeStackName } from "../declare/exchange";
import { stackNames } from "../declare/stack-names";
import { type DeclaredTenant, tenantStackName } from "../declare/tenants";
import { type DnsName, parseName } from "../dns/name";
import { planDomain } from "../domain/plan-domain";
import type { Estate } from "../estate/model";
import type { MailDomainOptions } from "../options";
import { type Demands, demandsOf } from "../posture/demands";
import { declaredIntent } from "../posture/intent";
import type { Intent, Where } from "../posture/model";

/** What an estate says around its plans; without one, nothing. */
export interface ReviewContext {
  /** Names of the tenants that declare identities. */
  readonly tenants: readonly string[];
  /** Its mail domains, subdomains among them. */
  readonly domains: ReadonlyMap<DnsName, EstateDomainFacts>;
  /** The tenant that a stack belongs to. */
  tenantOf(stack: string): string | undefined;
  /** The name of a tenant's break-glass group. */
  breakGlass(tenant: string): string | undefined;
  /** The name of the group whose members may reset their own passwords. */
  sspr(tenant: string): string | undefined;
  /** Names of the groups that a tenant's policies include or exclude. */
  groups(tenant: string): readonly string[];
  /** Are security defaults on? No plan shows them. */
  securityDefaults(tenant: string): boolean;
  /** Where a tenant is declared. */
  whereOf(tenant: string): Where;
}

/** What an estate says of one of its mail domains. */
export interface EstateDomainFacts {
  readonly intent: Intent;
  readonly demands?: Demands;
  readonly tenant?: string;
  readonly where: Where;
}

/** The context of plans without an estate. */
export const NO_CONTEXT: ReviewContext = {
  tenants: [],
  domains: new Map(),
  tenantOf: () => undefined,
  breakGlass: () => undefined,
  sspr: () => undefined,
  groups: () => [],
  securityDefaults: () => false,
  whereOf: () => ({}),
};

/** What an estate with its declared tenants says around plans of its stacks. */
export function reviewContextOf(estate: Estate, tenants: readonly DeclaredTenant[]): ReviewContext {
  const domains = new Map<DnsName, EstateDomainFacts>();
  const stacks = new Map<string, string>();
  for (const { name, options, source, zone } of estate.domains) {
    const add = (at: DnsName, own: Omit<MailDomainOptions, "domain">, path: readonly string[]) => {
      const tenant = own.tenant?.name;
      const demands = hostedDemands({ domain: at, ...own });
      domains.set(at, {
        intent: declaredIntent(own, HOSTS[zone.host]),
        ...(demands ? { demands } : {}),
        ...(tenant === undefined ? {} : { tenant }),
        where: source(path),
      });
      for (const [label, below] of Object.entries(own.subdomains ?? {})) {
        const inner = parseName(`${label}.${at}`);
        if (inner.ok) add(inner.value, below, [...path, "subdomains", label]);
      }
    };
    add(name, options, []);
    if (options.tenant?.name !== undefined) stacks.set(name, options.tenant.name);
  }
  for (const name of Object.keys(estate.tenants)) {
    stacks.set(tenantStackName(name), name);
    stacks.set(exchangeStackName(name), name);
  }
  const plans = new Map(tenants.map(({ name, plan }) => [name, plan]));
  return {
    tenants: [...plans.keys()],
    domains,
    tenantOf: (stack) => stacks.get(stack),
    breakGlass: (tenant) => plans.get(tenant)?.breakGlass?.group,
    sspr: (tenant) => plans.get(tenant)?.sspr?.group,
    groups: (tenant) => [
      ...new Set(
        plans
          .get(tenant)
          ?.policies.flatMap(({ policy: { include, exclude } }) => [
            ...(include === "all" ? [] : (include.groups ?? [])),
            ...(exclude?.groups ?? []),
          ]),
      ),
    ],
    securityDefaults: (tenant) => plans.get(tenant)?.securityDefaults === true,
    whereOf: (tenant) => estate.locateTenant(tenant, []),
  };
}

/** The stacks of an estate that another one has no longer: those of its domains, and of tenants with `identity` or more of `exchange` than `managed`. */
export function stacksGone(base: Estate, estate: Estate): readonly string[] {
  const now = new Set(stackNames(estate));
  return stackNames(base)
    .filter((stack) => !now.has(stack))
    .sort();
}

/** Plans only the domains that hand a record to somebody else: of the others nothing is expected of anybody. */
function hostedDemands(options: MailDomainOptions): Demands | undefined {
  const { dmarc, mtaSts, tlsRpt, dkim } = options;
  if (![dmarc, mtaSts, tlsRpt, dkim].some((section) => section?.hosted)) return undefined;
  const plan = planDomain({ ...options, subdomains: {} });
  return plan.ok ? demandsOf(plan.value) : undefined;
}
