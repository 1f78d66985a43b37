import type { DomainDeclaration } from "../../lib/domain/declaration";
import type { DomainPlan } from "../../lib/domain/plan";
import { type Fault, FaultError } from "../../lib/fault";
import { isMapping } from "../../lib/mapping";
import type { TenantOptions } from "../../lib/options";
import type { MailZone } from "../zone/mail-zone";

// Constructs that make records do nothing at Exchange Online, and say so rather than ignore what they are told.

const FIX =
  "leave exchange out, or declare the domain by declareDomain: DomainStack publishes that, or MailDomain in the zone of a ManagedExchange";

/** The plan's own tenant, if its Exchange is managed. */
export function managedTenant({ inbound, dkim }: DomainPlan): TenantOptions | undefined {
  const tenant = inbound?.tenant ?? dkim?.tenant;
  return tenant?.exchange ? tenant : undefined;
}

/** Is there anything for provider m365 to do? */
export function managesExchange({ plan }: Pick<DomainDeclaration, "plan">): boolean {
  return managedTenant(plan) !== undefined || plan.subdomains.some(managesExchange);
}

/** Other copies of this package know the mark too. */
const MANAGED = Symbol.for("cdktf-mail-hygiene/zone-of-managed-exchange");

/** Says of a zone that what Microsoft knows better is put into its records. */
export function markManaged<Z extends object>(zone: Z): Z {
  return Object.defineProperty(zone, MANAGED, { value: true });
}

/**
 * Lets a declaration whose Exchange is managed into no zone but that of a `ManagedExchange`.
 * @throws FaultError if MX hosts and DKIM targets would be derived, and nothing be switched on
 */
export function requireManagedZone(subject: string, declaration: DomainDeclaration, zone: MailZone): void {
  if (!managesExchange(declaration) || MANAGED in zone) return;
  throw new FaultError(subject, [
    {
      path: ["zone"],
      message: "the Exchange side of the domain is declared as managed, and nothing manages it in this zone",
      expected: "the zone of a ManagedExchange with the same declaration, as DomainStack has it",
      fix: "publish it by DomainStack, or declare it for a tenant without exchange",
    },
  ]);
}

/**
 * Refuses options that ask for managed Exchange, at the domain and below it.
 * @throws FaultError with the place of each
 */
export function refuseExchange(subject: string, options: object): void {
  const faults = exchangeFaults(options, []);
  if (faults.length > 0) throw new FaultError(subject, faults);
}

function exchangeFaults(options: unknown, path: readonly string[]): readonly Fault[] {
  if (!isMapping(options)) return [];
  const { tenant, subdomains } = options;
  const own: Fault[] =
    isMapping(tenant) && tenant.exchange !== undefined
      ? [
          {
            path: [...path, "tenant", "exchange"],
            message: "nothing is managed at Exchange Online here",
            expected: "a tenant without exchange",
            fix: FIX,
          },
        ]
      : [];
  const below = isMapping(subdomains) ? Object.entries(subdomains) : [];
  return [...own, ...below.flatMap(([label, one]) => exchangeFaults(one, [...path, "subdomains", label]))];
}
