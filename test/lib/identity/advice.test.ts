import { advisePolicies } from "../../../lib/identity/advice";
import type { PlannedPolicy } from "../../../lib/identity/identity-plan";
import type { Grant, Policy, PolicyConditions } from "../../../lib/identity/policy";

const BREAK_GLASS = "sg-break-glass";

type Who = Partial<Pick<PolicyConditions, "include" | "exclude">>;

function policy(grant: Grant | "block", who: Who = {}): Policy {
  const rest = { displayName: "Test", include: "all", ...who, applications: "all" } as const;
  return grant === "block" ? { ...rest, grant } : { ...rest, grant };
}

function harm(grant: Grant | "block", who: Who = {}, more: Partial<PlannedPolicy> = {}): readonly string[] {
  const planned = {
    key: "test",
    state: "on",
    breakGlass: BREAK_GLASS,
    policy: policy(grant, who),
    ...more,
  } as const;
  return advisePolicies([planned]).map(({ message }) => message);
}

const SHUT_OUT = {
  block: ["the policy test is on, blocks all users where it applies, and excludes nobody but break-glass"],
  phishing: [
    "the policy test is on, shuts out who has no phishing-resistant method, and excludes nobody but break-glass",
  ],
  device: [
    "the policy test is on, shuts out who has no managed device or application, and excludes nobody but break-glass",
  ],
};

test.each<[string, Grant | "block", readonly string[]]>([
  ["blocks", "block", SHUT_OUT.block],
  ["asks for MFA", { operator: "or", controls: ["mfa"] }, []],
  ["asks for MFA and a new password", { operator: "and", controls: ["mfa", "passwordChange"] }, []],
  ["asks for a strength that everyone can reach", { operator: "or", strength: "mfa" }, []],
  [
    "asks for a phishing-resistant method",
    { operator: "or", strength: "phishing-resistant" },
    SHUT_OUT.phishing,
  ],
  ["asks for a device", { operator: "or", controls: ["compliantDevice"] }, SHUT_OUT.device],
  [
    "asks for one of two kinds of devices",
    { operator: "or", controls: ["compliantDevice", "domainJoinedDevice"] },
    SHUT_OUT.device,
  ],
  ["asks for MFA or a device", { operator: "or", controls: ["mfa", "compliantDevice"] }, []],
  ["asks for MFA and a device", { operator: "and", controls: ["mfa", "compliantDevice"] }, SHUT_OUT.device],
  ["asks for a strength or a device", { operator: "or", strength: "mfa", controls: ["compliantDevice"] }, []],
  [
    "asks for a strength and a device",
    { operator: "and", strength: "mfa", controls: ["compliantDevice"] },
    SHUT_OUT.device,
  ],
])("a policy that is on and %s", (_title, grant, found) => {
  expect(harm(grant)).toEqual(found);
});

test("a policy that only bounds sessions shuts nobody out", () => {
  const planned = {
    displayName: "Weekly",
    include: "all",
    applications: "all",
    session: { signInFrequency: { days: 7 } },
  } as const;
  expect(advisePolicies([{ key: "weekly", state: "on", breakGlass: BREAK_GLASS, policy: planned }])).toEqual(
    [],
  );
});

test.each<[string, Who, Partial<PlannedPolicy>]>([
  ["it only reports", {}, { state: "report-only" }],
  ["it is off", {}, { state: "off" }],
  ["it concerns some users", { include: { groups: ["sg-pilot"] } }, {}],
  ["it excludes a user", { exclude: { users: ["alex@contoso.com"] } }, {}],
  ["it excludes another group", { exclude: { groups: [BREAK_GLASS, "sg-kiosk"] } }, {}],
])("nobody is shut out unseen where %s", (_title, who, more) => {
  expect(harm("block", who, more)).toEqual([]);
});

test.each<[string, Who]>([
  ["lists", { exclude: { users: [], groups: [] } }],
  ["the break-glass group itself, in capitals", { exclude: { groups: ["SG-Break-Glass"] } }],
  ["guests, who are not the users that are overlooked", { exclude: { guests: true } }],
])("what is excluded beside break-glass is nobody of the users: %s", (_title, who) => {
  expect(harm("block", who)).toEqual(SHUT_OUT.block);
});

test("what to check first is the baseline policy's own, else what the sign-in logs say", () => {
  const at = (key: string) =>
    advisePolicies([{ key, state: "on", breakGlass: BREAK_GLASS, policy: policy("block") }]);
  expect(at("own")).toEqual([
    {
      rule: "ca-unprepared",
      path: ["policies", "own", "state"],
      message: "the policy own is on, blocks all users where it applies, and excludes nobody but break-glass",
      received: "on",
      fix: "check first: what the policy would have done in report-only, in the sign-in logs of at least a week (Entra admin center, Conditional Access, Insights and reporting)",
    },
  ]);
  expect(at("block-legacy-authentication")[0]?.fix).not.toBe(at("own")[0]?.fix);
});
