import { EXCHANGE_KINDS } from "../../lib/exchange/objects";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import {
  OTHER_PARTS,
  type PartReading,
  type ReadObject,
  type TenantPartName,
  type TenantReading,
} from "../../lib/tenant-reading/reading";
import { GRAPH_TABLES } from "../objects/graph/tables/index";
import { TABLES } from "../objects/tables/index";
import type { Answered } from "./answers";
import {
  domainsIn,
  groupsIn,
  namedLocationsIn,
  policiesIn,
  servicePlansIn,
  strengthsIn,
  usersIn,
} from "./decode-directory";
import { settingsIn } from "./decode-graph";
import {
  acceptedDomainsIn,
  allowBlockItemsIn,
  inboundConnectorsIn,
  outboundConnectorsIn,
  signingIn,
} from "./decode-mail";
import { kindOf, objectsIn } from "./decode-objects";
import { roleGroupMembersIn } from "./decode-role-groups";

/** A reading but for what it was decoded from. */
export type Decoded = Omit<TenantReading, "evidence">;

/** Until it is decoded. */
const NEVER: PartReading = { read: false, why: { reason: "missing", words: "it is not read" } };

/** What evidence comes to. What is refused, missing or strange in it is told by part, and passes for nothing. */
export function decode(evidence: Evidence): Decoded {
  const parts = new Map<TenantPartName, PartReading>(
    [...EXCHANGE_KINDS, ...OTHER_PARTS].map((part) => [part, NEVER]),
  );
  const read = <T>(part: TenantPartName, answered: Answered<T>): T | undefined => {
    const isKnown = answered.is === "known";
    parts.set(part, isKnown ? { read: true } : { read: false, why: answered.why });
    return isKnown ? answered.value : undefined;
  };
  const objects: ReadObject[] = [];
  const add = (found: readonly ReadObject[] = []) => {
    for (const one of found) objects.push(one);
  };
  for (const table of TABLES) add(read(kindOf(table), objectsIn(table, evidence)));
  for (const table of GRAPH_TABLES) add(read(kindOf(table), settingsIn(table, evidence)));
  add(read("tenant-allow-block-list-item", allowBlockItemsIn(evidence)));
  const { all, each } = roleGroupMembersIn(evidence);
  add(read("role-group-members", all));
  add(read("role-group-member", each));

  const policies = read("conditional-access-policies", policiesIn(evidence));
  const namedLocations = read("named-locations", namedLocationsIn(evidence));
  const strengths = read("authentication-strengths", strengthsIn(evidence));
  const groups = read("groups", groupsIn(evidence));
  const domains = read("domains", domainsIn(evidence)) ?? [];
  const initialDomain = domains.find(({ isInitial }) => isInitial)?.name;
  const securityDefaults = objects.find(({ kind }) => kind === "security-defaults")?.values.enabled;
  return {
    ...(initialDomain === undefined ? {} : { initialDomain }),
    objects: objects
      .map((one, place) => ({ one, place }))
      // Within a kind they have their order already.
      .sort((a, b) => (a.one.kind === b.one.kind ? a.place - b.place : a.one.kind < b.one.kind ? -1 : 1))
      .map(({ one }) => one),
    policies: policies ?? [],
    directory: {
      ...(namedLocations ? { namedLocations } : {}),
      ...(strengths ? { strengths } : {}),
      ...(groups ? { groups } : {}),
      users: usersIn(evidence),
      ...(typeof securityDefaults === "boolean" ? { securityDefaults } : {}),
    },
    domains,
    acceptedDomains: read("accepted-domains", acceptedDomainsIn(evidence)) ?? [],
    signing: read("dkim-signing", signingIn(evidence)) ?? [],
    inboundConnectors: read("inbound-connectors", inboundConnectorsIn(evidence)) ?? [],
    outboundConnectors: read("outbound-connectors", outboundConnectorsIn(evidence)) ?? [],
    servicePlans: read("service-plans", servicePlansIn(evidence)) ?? [],
    parts: Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1))) as Decoded["parts"],
  };
}
