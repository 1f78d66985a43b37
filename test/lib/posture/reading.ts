import { EXCHANGE_KINDS, type ExchangeKind, type Values } from "../../../lib/exchange/objects";
import { nameOf } from "../../../lib/posture/facts/exchange-objects";
import {
  OTHER_PARTS,
  type ReadObject,
  type ReadPolicy,
  type TenantPartName,
  type TenantReading,
} from "../../../lib/tenant-reading/reading";

const ALL: readonly TenantPartName[] = [...EXCHANGE_KINDS, ...OTHER_PARTS];

/** A tenant that was read whole and in which there is nothing, but for what is given. */
export function readingOf(given: Partial<TenantReading> = {}): TenantReading {
  return {
    evidence: {
      about: {
        format: 1,
        startedAt: "2026-11-28T16:00:00.000Z",
        endedAt: "2026-11-28T16:00:10.000Z",
        tenantId: "11111111-1111-4111-8111-111111111111",
        clientId: "22222222-2222-4222-8222-222222222222",
        cloud: "worldwide",
        sources: [],
      },
      answers: {},
    },
    initialDomain: "contoso.onmicrosoft.com",
    objects: [],
    policies: [],
    directory: { groups: [], users: [], namedLocations: [], strengths: [] },
    domains: [],
    acceptedDomains: [],
    signing: [],
    inboundConnectors: [],
    outboundConnectors: [],
    servicePlans: ["ATP_ENTERPRISE", "THREAT_INTELLIGENCE", "M365_ADVANCED_AUDITING"],
    ...given,
    parts: {
      ...(Object.fromEntries(ALL.map((part) => [part, { read: true }])) as TenantReading["parts"]),
      ...given.parts,
    },
  };
}

/** An object as a tenant shows it. */
export function shownObject(kind: ExchangeKind, values: Values, more: Partial<ReadObject> = {}): ReadObject {
  return { kind, id: "guid", name: nameOf(kind, values), values, unknown: [], ...more };
}

/** A Conditional Access policy for all, everywhere, that asks for a second factor. */
export function shownPolicy(displayName: string, more: Partial<ReadPolicy["policy"]> = {}): ReadPolicy {
  return {
    id: `id of ${displayName}`,
    policy: {
      displayName,
      state: "enabled",
      conditions: {
        clientAppTypes: ["all"],
        applications: { includeApplications: ["All"] },
        users: { includeUsers: ["All"] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
      ...more,
    },
    unread: {},
  };
}
