import { AccessModel } from "../../../../lib/identity/coverage/model";
import { SECURITY_DEFAULTS } from "../../../../lib/identity/coverage/security-defaults";
import { ROLES, type RoleName } from "../../../../lib/identity/roles";
import { setOf } from "./support/policies";

const model = new AccessModel([setOf(SECURITY_DEFAULTS)]);
const demanded = (...args: Parameters<AccessModel["demandsOf"]> extends [number, ...infer R] ? R : never) =>
  model.demandsOf(0, ...args).map(({ words }) => words);
const holding = (role: RoleName) => ({ user: { roles: [ROLES[role]] } });

/** https://learn.microsoft.com/entra/fundamentals/security-defaults#require-administrators-to-do-multifactor-authentication */
test.each<[RoleName]>([
  ["Global Administrator"],
  ["Application Administrator"],
  ["Authentication Administrator"],
  ["Authentication Policy Administrator"],
  ["Billing Administrator"],
  ["Cloud Application Administrator"],
  ["Conditional Access Administrator"],
  ["Exchange Administrator"],
  ["Helpdesk Administrator"],
  ["Identity Governance Administrator"],
  ["Password Administrator"],
  ["Privileged Authentication Administrator"],
  ["Privileged Role Administrator"],
  ["Security Administrator"],
  ["SharePoint Administrator"],
  ["User Administrator"],
])("security defaults ask a %s for MFA at every application", (role) => {
  expect(demanded(holding(role))).toEqual(["MFA"]);
});

/** The service principal of Azure's management API, as Microsoft's Graph calls it. */
const AZURE = "797f4846-ba00-4fd7-ba43-dac1f8f63013";

test("security defaults ask everyone for MFA who manages Azure, and other people not for certain", () => {
  expect(demanded({ user: {} })).toEqual([]);
  expect(demanded(holding("Global Reader"))).toEqual([]);
  expect(demanded({ user: {}, application: AZURE })).toEqual(["MFA"]);
});

test.each(["exchangeActiveSync", "other"] as const)(
  "security defaults block the legacy client %s",
  (client) => {
    expect(demanded({ user: {}, client })).toEqual(["block"]);
    expect(demanded({ ...holding("Global Administrator"), client })).toEqual(["block"]);
  },
);

test("security defaults leave the account of Entra Connect alone", () => {
  const sync = holding("Directory Synchronization Accounts");
  expect([
    demanded(sync),
    demanded({ ...sync, application: AZURE }),
    demanded({ ...sync, client: "other" }),
  ]).toEqual([[], [], []]);
  expect(
    demanded({
      user: { roles: [ROLES["Global Administrator"], ROLES["Directory Synchronization Accounts"]] },
    }),
  ).toEqual([]);
});

test("security defaults do not touch browsers and apps of people without a role", () => {
  expect(
    (["browser", "mobileAppsAndDesktopClients"] as const).map((client) => demanded({ user: {}, client })),
  ).toEqual([[], []]);
});

test("each is a policy that is on, and says whose it is", () => {
  expect(SECURITY_DEFAULTS.map(({ displayName, state }) => [displayName, state])).toEqual([
    ["Security defaults (MFA for administrators)", "enabled"],
    ["Security defaults (MFA for Azure management)", "enabled"],
    ["Security defaults (no legacy authentication)", "enabled"],
  ]);
});
