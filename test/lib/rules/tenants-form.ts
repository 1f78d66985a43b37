import type { Source, TenantPosture } from "../../../lib/posture/model";
import type { Fixture, FixtureTenant } from "./fixture";
import { placeOf } from "./places";

/** The tenants of a fixture, with the places that a source gives them. */
export function tenantsOf(fixture: Fixture, source: Source): readonly TenantPosture[] {
  const at = (thing: string) => ({ where: placeOf(fixture, thing, source) });
  return (fixture.tenants ?? []).map(({ policies, exchange, roleHolders, ...tenant }) => ({
    ...tenant,
    ...(roleHolders ? { roleHolders: roleHolders.map((one) => ({ ...one, ...at(tenant.name) })) } : {}),
    ...(policies ? { policies: policies.map((one) => ({ ...one, ...at(`policy ${one.key}`) })) } : {}),
    ...(exchange ? { exchange: exchangeAt(exchange, at) } : {}),
    ...at(tenant.name),
  }));
}

function exchangeAt(
  {
    signing,
    inboundConnectors,
    outboundConnectors,
    forwarding,
    objects,
  }: NonNullable<FixtureTenant["exchange"]>,
  at: (thing: string) => Pick<TenantPosture, "where">,
): NonNullable<TenantPosture["exchange"]> {
  return {
    ...(signing && { signing: signing.map((one) => ({ ...one, ...at(`signing of ${one.domain}`) })) }),
    ...(inboundConnectors && {
      inboundConnectors: inboundConnectors.map((one) => ({ ...one, ...at(`inbound connector ${one.name}`) })),
    }),
    ...(outboundConnectors && {
      outboundConnectors: outboundConnectors.map((one) => ({
        ...one,
        ...at(`outbound connector ${one.name}`),
      })),
    }),
    ...(forwarding && {
      forwarding: forwarding.map((one) => ({ ...one, ...at(`outbound spam policy ${one.policy}`) })),
    }),
    ...(objects && { objects: objects.map((one) => ({ ...one, ...at(`object ${one.name}`) })) }),
  };
}
