import { HOSTS, type ZoneChoice } from "../../hosts/index";
import type { DeclaredDomain } from "../declare/estate";
import type { DeclaredExchange } from "../declare/exchange";
import type { DeclaredTenant } from "../declare/tenants";
import type { DomainDeclaration } from "../domain/declaration";
import type { Estate } from "../estate/model";
import type { Path } from "../fault";
import type { Group } from "../identity/coverage";
import { graphPolicy, type PolicyIds } from "../identity/graph";
import type { IdentityPlan } from "../identity/identity-plan";
import { locationOf, strengthOf } from "../identity/lock-out";
import type { MailDomainOptions } from "../options";
import { demandsOf } from "./demands";
import { estateWhere } from "./estate-where";
import { byKindAndName, forwardingOf, nameOf } from "./facts/exchange-objects";
import { declaredIntent } from "./intent";
import type {
  ExchangeObjectPosture,
  ExchangePosture,
  KnownRecord,
  MailPosture,
  PolicyPosture,
  Posture,
  TenantPosture,
  UnknownRecord,
} from "./model";

/** The posture that an estate declares: every mail domain, and the tenants that declare identities. */
export function declaredPosture(
  estate: Estate,
  declared: {
    readonly domains: readonly DeclaredDomain[];
    readonly tenants: readonly DeclaredTenant[];
    readonly exchanges?: readonly DeclaredExchange[];
  },
): Posture {
  return {
    source: "declared",
    domains: declared.domains.flatMap(mailPostures).sort((a, b) => (a.domain < b.domain ? -1 : 1)),
    tenants: tenantPostures(estate, declared.tenants, declared.exchanges ?? []),
    outside: [],
  };
}

/** The domain itself, then the mail domains below it. */
function mailPostures({
  estate: { options, source, zone },
  declaration,
}: DeclaredDomain): readonly MailPosture[] {
  const one = (
    { domain, plan, parts, subdomains }: DomainDeclaration,
    own: Omit<MailDomainOptions, "domain">,
    path: readonly string[],
  ): readonly MailPosture[] => {
    // A policy that a vendor serves is the vendor's to write.
    const policy = parts.find((part) => part.policy && part.policy.hosting !== "hosted")?.policy?.policy;
    const demands = demandsOf(plan);
    return [
      {
        domain,
        intent: declaredIntent(own, HOSTS[zone.host]),
        zone: zone.name,
        ...flattened(
          zone,
          parts.flatMap(({ records }) =>
            records.map(({ record, path: at }) => ({ record, where: estateWhere(source, at) })),
          ),
        ),
        ...(policy === undefined
          ? {}
          : {
              mtaStsPolicy: {
                kind: "text" as const,
                text: policy,
                where: estateWhere(source, [...path, "mtaSts"]),
              },
            }),
        ...(demands ? { demands } : {}),
        ...(path.length === 0 && zone.source.by === "id" ? { zoneId: zone.source.id } : {}),
        where: estateWhere(source, path),
      },
      ...subdomains.flatMap(({ label, declaration: below }) => {
        const options = own.subdomains?.[label];
        return options ? one(below, options, [...path, "subdomains", label]) : [];
      }),
    ];
  };
  return one(declaration, options, []);
}

/** An alias that the zone's host answers with addresses leads nowhere: of those nobody here knows more than that they are there. */
function flattened(
  { host, name: apex }: ZoneChoice,
  records: readonly KnownRecord[],
): Pick<MailPosture, "records" | "unknown"> {
  const known: KnownRecord[] = [];
  const unknown: UnknownRecord[] = [];
  for (const one of records) {
    const { record, where } = one;
    if (record.type === "CNAME" && record.name === apex && HOSTS[host].flattensApex)
      unknown.push({ name: apex, type: "A", why: "routed", alias: record, where });
    else known.push(one);
  }
  return { records: known, unknown };
}

/** Each tenant once, whatever it declares. */
function tenantPostures(
  estate: Estate,
  tenants: readonly DeclaredTenant[],
  exchanges: readonly DeclaredExchange[],
): readonly TenantPosture[] {
  const names = [...new Set([...tenants, ...exchanges].map(({ name }) => name))].sort();
  return names.map((name) => {
    const tenant = tenants.find((one) => one.name === name);
    const exchange = exchanges.find((one) => one.name === name);
    const identities = tenant && tenantPosture(estate, tenant);
    const where = estateWhere((path) => estate.locateTenant(name, path), ["exchange"]);
    return {
      ...(identities ?? { name, where }),
      ...withObjects(exchange && exchangePosture(estate, exchange), tenant ? settingsOf(estate, tenant) : []),
    };
  });
}

/** What Graph holds stands beside what Exchange does: both are objects of one provider. */
function withObjects(
  exchange: ExchangePosture | undefined,
  settings: readonly ExchangeObjectPosture[],
): Pick<TenantPosture, "exchange"> {
  if (settings.length === 0) return exchange ? { exchange } : {};
  return {
    exchange: { ...exchange, objects: [...(exchange?.objects ?? []), ...settings].sort(byKindAndName) },
  };
}

function settingsOf(
  estate: Estate,
  { name: tenant, plan: { settings = [] } }: DeclaredTenant,
): readonly ExchangeObjectPosture[] {
  const source = (path: Path) => estate.locateTenant(tenant, path);
  return settings.map(({ kind, values, path }) => ({
    kind,
    name: nameOf(kind, values),
    values,
    where: estateWhere(source, ["identity", ...path]),
  }));
}

function exchangePosture(estate: Estate, { name: tenant, plan }: DeclaredExchange): ExchangePosture {
  const source = (path: Path) => estate.locateTenant(tenant, path);
  const objects = plan.objects
    .map(
      ({ kind, values, path }): ExchangeObjectPosture => ({
        kind,
        name: nameOf(kind, values),
        values,
        where: estateWhere(source, ["exchange", ...path]),
      }),
    )
    .sort(byKindAndName);
  const forwarding = forwardingOf(objects);
  return { objects, ...(forwarding.length > 0 ? { forwarding } : {}) };
}

/** Names stand for ids: nobody knows ids before Terraform runs, and rules compare only. */
const NAMES: PolicyIds = { user: itself, group: itself, location: itself, strength: itself };

function itself(name: string): string {
  return name;
}

function tenantPosture(estate: Estate, { name, plan }: DeclaredTenant): TenantPosture {
  const source = (path: Path) => estate.locateTenant(name, path);
  const at = (...path: readonly string[]) => estateWhere(source, ["identity", ...path]);
  const policies = plan.policies.map(
    (planned): PolicyPosture => ({
      key: planned.key,
      policy: graphPolicy(planned, NAMES),
      where: at("mfa", "policies", planned.key),
    }),
  );
  return {
    name,
    policies,
    objects: {
      namedLocations: plan.namedLocations.map(locationOf),
      groups: declaredGroups(plan),
      ...(plan.strengths ? { strengths: plan.strengths.map(strengthOf) } : {}),
      ...(plan.securityDefaults ? { securityDefaults: true } : {}),
    },
    ...(plan.breakGlass ? { breakGlass: plan.breakGlass.group } : {}),
    ...(plan.roleHolders
      ? {
          roleHolders: plan.roleHolders.map(({ role, active, users, groups }) => ({
            role,
            accounts: [...active, ...users],
            groups,
            where: at("privilegedRoles", "holders", role),
          })),
        }
      : {}),
    advice: plan.advice.map(({ path = [], at: _, ...advice }) => ({
      ...advice,
      where: estateWhere(source, ["identity", ...path]),
    })),
    where: at(),
  };
}

/** Groups that the stack creates have the members that the estate lists, and no others. */
function declaredGroups({ breakGlass, sspr }: IdentityPlan): readonly Group[] {
  const group = (name: string, members: readonly string[]): Group => ({ id: name, name, members });
  return [
    ...(breakGlass && !breakGlass.existing ? [group(breakGlass.group, breakGlass.users)] : []),
    ...(sspr?.membership.kind === "users" ? [group(sspr.group, sspr.membership.users)] : []),
  ];
}
