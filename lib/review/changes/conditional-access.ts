import type { GraphPolicy, GraphUsers } from "../../identity/graph";
import { enabledPolicies } from "../../posture/facts/policies";
import type { PolicyPosture, TenantPosture } from "../../posture/model";
import { type Change, high, low, medium } from "./change";

/** How many policies are on, report, and are off. */
export function policiesState({ policies }: TenantPosture): string {
  if (!policies) return "not managed";
  const count = (state: GraphPolicy["state"]) =>
    policies.filter(({ policy }) => policy.state === state).length;
  return `${count("enabled")} on, ${count("enabledForReportingButNotEnforced")} report-only, ${count("disabled")} off`;
}

/** What changes in a tenant's Conditional Access. */
export function policyChanges(before: TenantPosture, after: TenantPosture): readonly Change[] {
  const from = new Map((before.policies ?? []).map((one) => [one.key, one.policy]));
  const to = new Map((after.policies ?? []).map((one) => [one.key, one.policy]));
  return [
    ...[...to].flatMap(([key, policy]) => {
      const old = from.get(key);
      return old ? changed(old, policy) : [added(policy)];
    }),
    ...[...from].flatMap(([key, policy]) => (to.has(key) ? [] : [removed(policy)])),
  ];
}

/** Policies that bind people now, and were not report-only before. */
export function policiesTurnedOn(
  before: TenantPosture | undefined,
  after: TenantPosture,
): readonly PolicyPosture[] {
  const old = new Map((before?.policies ?? []).map(({ key, policy }) => [key, policy.state]));
  return enabledPolicies(after).filter(({ key }) => (old.get(key) ?? "disabled") === "disabled");
}

function added(policy: GraphPolicy): Change {
  const text = `Conditional Access ${policy.displayName}: new, ${STATES[policy.state]}, ${spared(policy)}`;
  return policy.state === "enabled" ? high(text, UNTRIED) : low(text);
}

function removed(policy: GraphPolicy): Change {
  const text = `Conditional Access ${policy.displayName}: removed, was ${STATES[policy.state]}`;
  return policy.state === "enabled" ? high(text, "sign-ins that it stopped or bound are free") : low(text);
}

function changed(from: GraphPolicy, to: GraphPolicy): readonly Change[] {
  const name = to.displayName;
  const changes: Change[] = [];
  if (from.displayName !== name)
    changes.push(low(`Conditional Access ${from.displayName}: now called ${name}`));
  if (from.state !== to.state) {
    const text = `Conditional Access ${name}: ${STATES[from.state]} → ${STATES[to.state]}, ${spared(to)}`;
    if (to.state === "enabled") {
      changes.push(
        from.state === "disabled" ? high(text, UNTRIED) : medium(text, "it binds people from now on"),
      );
    } else
      changes.push(
        from.state === "enabled" ? high(text, "sign-ins that it stopped or bound are free") : low(text),
      );
  }
  const parts = PARTS.filter(([, read]) => JSON.stringify(read(from)) !== JSON.stringify(read(to))).map(
    ([words]) => words,
  );
  if (parts.length > 0) {
    const text = `Conditional Access ${name}: ${parts.join(", ")} changed`;
    changes.push(
      to.state === "enabled" ? medium(text, "it binds others, or in another way, from now on") : low(text),
    );
  }
  return changes;
}

const UNTRIED = "nobody has seen in the sign-in log what it would do";

const PARTS: readonly (readonly [string, (policy: GraphPolicy) => unknown])[] = [
  ["who is included", ({ conditions: { users } }) => pick(users, "include")],
  ["who is excluded", ({ conditions: { users } }) => pick(users, "exclude")],
  ["applications", ({ conditions: { applications } }) => applications],
  ["conditions", ({ conditions: { users: _users, applications: _applications, ...others } }) => others],
  ["grant controls", ({ grantControls }) => grantControls],
  ["session controls", ({ sessionControls }) => sessionControls],
];

function pick(users: GraphUsers, prefix: "include" | "exclude"): readonly (readonly [string, unknown])[] {
  return Object.entries(users).filter(([key]) => key.startsWith(prefix));
}

const STATES = { enabled: "on", disabled: "off", enabledForReportingButNotEnforced: "report-only" } as const;

/** `2 excluded`: users, groups, roles and kinds of guests. */
function spared({ conditions: { users } }: GraphPolicy): string {
  const { excludeUsers = [], excludeGroups, excludeRoles = [], excludeGuestsOrExternalUsers } = users;
  const guests = excludeGuestsOrExternalUsers?.guestOrExternalUserTypes ?? [];
  const count = [excludeUsers, excludeGroups, excludeRoles, guests].reduce(
    (sum, list) => sum + list.length,
    0,
  );
  return `${count === 0 ? "nobody" : count} excluded`;
}
