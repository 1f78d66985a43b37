import { formatFault } from "../../../../lib/fault";
import type { IdentityOptions } from "../../../../lib/identity/options";
import { planIdentity } from "../../../../lib/identity/plan";
import type { PrivilegedRolesOptions } from "../../../../lib/identity/settings/options";
import { BREAK_GLASS, CONTOSO, planOf } from "../contoso";

const P2 = { licence: "p2", baseline: "none" } as const;
const [BG1, BG2] = BREAK_GLASS.users;

function rules(options: IdentityOptions) {
  const settings = planOf(options).settings ?? [];
  return Object.fromEntries(
    settings.flatMap(({ kind, values: { role, ...values } }) =>
      kind === "role-management-policy" ? [[role, values]] : [],
    ),
  );
}

function faults(options: IdentityOptions): readonly string[] {
  const plan = planIdentity(options, CONTOSO);
  return plan.ok
    ? []
    : plan.faults.map((fault) => `${(fault.path ?? []).join(".")}: ${formatFault({ ...fault, path: [] })}`);
}

const ALERTS = {
  eligibilityAlertRecipients: ["soc@contoso.com"],
  assignmentAlertRecipients: ["soc@contoso.com"],
  activationAlertRecipients: ["soc@contoso.com"],
};

test("the baseline names the roles where there is a licence, and one's own values win", () => {
  const scuba = {
    baseline: "scuba",
    breakGlass: BREAK_GLASS,
    privilegedRoles: {
      alerts: ["soc@contoso.com"],
      approvers: { users: ["Ann@contoso.com"], groups: ["sg-approvers"] },
    },
  } as const;
  expect(rules(scuba)).toEqual({});
  const all = rules({ ...scuba, mfa: P2 });
  expect(Object.keys(all)).toEqual([
    "Application Administrator",
    "Cloud Application Administrator",
    "Exchange Administrator",
    "Global Administrator",
    "Hybrid Identity Administrator",
    "Privileged Role Administrator",
    "SharePoint Administrator",
    "User Administrator",
  ]);
  expect(all["Exchange Administrator"]).toEqual({ permanentAssignmentAllowed: false, ...ALERTS });
  expect(all["Global Administrator"]).toEqual({
    permanentAssignmentAllowed: false,
    activationApprovalRequired: true,
    activationApproverUsers: ["ann@contoso.com"],
    activationApproverGroups: ["sg-approvers"],
    ...ALERTS,
  });
  const own = {
    "Exchange Administrator": {
      activationAlertRecipients: ["mail@contoso.com"],
      activationMaximumMinutes: 60,
    },
  };
  expect(
    rules({ ...scuba, mfa: P2, privilegedRoles: { ...scuba.privilegedRoles, rules: own } })[
      "Exchange Administrator"
    ],
  ).toEqual({
    permanentAssignmentAllowed: false,
    ...ALERTS,
    activationAlertRecipients: ["mail@contoso.com"],
    activationMaximumMinutes: 60,
  });
});

test("who has roles: break-glass accounts have Global Administrator unless somebody else is named", () => {
  const plan = planOf({
    baseline: "scuba",
    breakGlass: BREAK_GLASS,
    mfa: P2,
    privilegedRoles: {
      holders: {
        "User Administrator": { eligible: { groups: ["sg-helpdesk"] }, active: ["Ann@contoso.com"] },
        "Global Administrator": { eligible: { users: ["bob@contoso.com"] } },
      },
    },
  });
  expect(plan.roleHolders).toEqual([
    { role: "Global Administrator", active: [BG1, BG2], users: ["bob@contoso.com"], groups: [] },
    { role: "User Administrator", active: ["ann@contoso.com"], users: [], groups: ["sg-helpdesk"] },
  ]);
  expect(plan.scubaGearExclusions).toEqual([
    { control: "MS.AAD.7.4v1", users: ["ann@contoso.com", BG1, BG2], groups: [], roles: true },
  ]);
});

test("people who answer requests for consent switch the workflow on", () => {
  const consent = { requests: { reviewerUsers: ["ann@contoso.com"], requestDurationInDays: 7 } };
  const found = planOf({ baseline: "cis", consent }).settings?.find(({ id }) => id === "ConsentRequests");
  expect(found?.values).toEqual({
    enabled: true,
    notifyReviewers: true,
    remindersEnabled: true,
    requestDurationInDays: 7,
    reviewerUsers: ["ann@contoso.com"],
  });
});

test("agents at risk are reported with the baseline and a licence, and blocked where that is said", () => {
  const of = (options: IdentityOptions) =>
    planOf({ breakGlass: BREAK_GLASS, ...options }).settings?.find(({ id }) => id === "AgentRisk")?.values;
  expect(of({ baseline: "scuba" })).toBeUndefined();
  expect(of({ baseline: "cis", mfa: P2 })).toBeUndefined();
  expect(of({ baseline: "scuba", mfa: P2 })).toEqual({
    name: "Block AI agents at risk",
    state: "enabledForReportingButNotEnforced",
    agentRiskLevels: ["high"],
  });
  expect(
    of({ mfa: P2, agentRisk: { state: "on", levels: ["medium", "high"], displayName: "Agents" } }),
  ).toEqual({
    name: "Agents",
    state: "enabled",
    agentRiskLevels: ["high", "medium"],
  });
  const bad = { agentRisk: { state: "on", levels: [] }, securityDefaults: true } as const;
  expect(faults(bad).map((fault) => fault.split(", ")[0])).toEqual([
    "agentRisk: the risk of agents needs Entra ID P2",
    "agentRisk.levels: no level is named",
    "agentRisk.state: security defaults and a policy that is on exclude each other",
  ]);
});

test("nothing takes the last way in", () => {
  const approved = { "Global Administrator": { activationApprovalRequired: true } };
  const two = { users: ["ann@contoso.com", "bob@contoso.com"] };
  const of = (privilegedRoles: PrivilegedRolesOptions, rest: IdentityOptions = {}) =>
    faults({ mfa: P2, privilegedRoles, ...rest });
  // Without break-glass accounts nobody is known to have the role.
  expect(of({ rules: approved })).toEqual([
    expect.stringContaining(
      "privilegedRoles.holders.Global Administrator: no Global Administrator could act",
    ),
  ]);
  expect(of({ rules: approved }, { breakGlass: BREAK_GLASS })).toEqual([]);
  const waiting = { "Global Administrator": { eligible: two } };
  expect(of({ rules: approved, holders: waiting })).toEqual([
    expect.stringContaining(
      "ann@contoso.com, bob@contoso.com would wait for an approval that nobody else can give",
    ),
  ]);
  expect(of({ holders: waiting })).toEqual([]);
  // Each approves for the other one; alone nobody does for oneself.
  expect(of({ rules: approved, approvers: two, holders: waiting })).toEqual([]);
  expect(of({ rules: approved, approvers: { users: ["ann@contoso.com"] }, holders: waiting })).toEqual([
    expect.stringContaining("one Global Administrator could act"),
  ]);
  expect(of({ rules: approved, approvers: { groups: ["sg-approvers"] }, holders: waiting })).toEqual([]);
  const active = { "Global Administrator": { active: ["ann@contoso.com"] } };
  expect(of({ holders: active })).toEqual([expect.stringContaining("one Global Administrator could act")]);
  const group = { "Global Administrator": { eligible: { groups: ["sg-admins"] } } };
  expect(of({ holders: group })).toEqual([]);
  expect(of({ rules: approved, holders: group })).toEqual([
    expect.stringContaining("no Global Administrator"),
  ]);
  const giver = { "Privileged Role Administrator": { active: ["eve@contoso.com"] } };
  expect(of({ rules: approved, holders: { ...waiting, ...giver } })).toEqual([]);
});

test("bad roles, people, addresses and contradictions are told together, each where it stands", () => {
  expect(
    faults({
      breakGlass: BREAK_GLASS,
      consent: { requests: { reviewerUsers: ["ann"], reviewerGroups: [" "] } },
      privilegedRoles: {
        alerts: ["soc"],
        approvers: { users: ["x"], groups: [" "] },
        rules: {
          "Global Admin": {},
          "User Administrator": {
            activationAlertRecipients: ["help desk"],
            activationApproverUsers: ["y"],
            activationApproverGroups: [" "],
            permanentEligibilityAllowed: false,
            permanentAssignmentAllowed: true,
          },
        },
        holders: {
          Helpdesk: {},
          "User Administrator": {
            eligible: { users: ["ann@contoso.com"], groups: [" "] },
            active: ["ANN@contoso.com"],
          },
        },
      },
    }).map((fault) => fault.split(/, (?:got|expected)|; /)[0]),
  ).toEqual([
    "consent.requests.reviewerUsers.0: not a user principal name",
    "consent.requests.reviewerGroups.0: not a group's display name",
    "privilegedRoles.rules.Global Admin: no built-in directory role has this name",
    "privilegedRoles.alerts.0: no address",
    "privilegedRoles.approvers.groups.0: not a group's display name",
    "privilegedRoles.approvers.users.0: not a user principal name",
    "privilegedRoles.rules.User Administrator.activationApproverUsers.0: not a user principal name",
    "privilegedRoles.rules.User Administrator.activationApproverGroups.0: not a group's display name",
    "privilegedRoles.rules.User Administrator.activationAlertRecipients.0: no address",
    "privilegedRoles: Privileged Identity Management needs Entra ID P2",
    "privilegedRoles.holders.Helpdesk: no built-in directory role has this name",
    "privilegedRoles.holders.User Administrator.eligible.groups.0: not a group's display name",
    "privilegedRoles.holders.User Administrator.eligible.users: the account has the role for good already",
    "privilegedRoles.holders.User Administrator.eligible: the stack makes people eligible for good, which the rules of the role forbid",
    "privilegedRoles.rules.User Administrator.permanentAssignmentAllowed: this loosens protection: somebody may have the role User Administrator active for good",
  ]);
});
