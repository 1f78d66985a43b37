import { isJson, type Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import { entityAnswer, listAnswer } from "./answers";
import { ROLE_TEMPLATES } from "./directory-roles";
import { badRequest, notFound } from "./graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "./route";
import { checkBody } from "./types/types";

const READ = [
  "RoleManagementPolicy.Read.Directory",
  "RoleManagementPolicy.ReadWrite.Directory",
  "RoleManagement.Read.Directory",
  "RoleManagement.Read.All",
  "RoleManagement.ReadWrite.Directory",
];
const WRITE = ["RoleManagementPolicy.ReadWrite.Directory", "RoleManagement.ReadWrite.Directory"];

const ASSIGNMENTS = "policies/roleManagementPolicyAssignments";
const POLICIES = "policies/roleManagementPolicies";

const ASSIGNMENT: Shape = {
  type: "unifiedRoleManagementPolicyAssignment",
  defaults: { id: null, policyId: null, scopeId: null, scopeType: null, roleDefinitionId: null },
};

type Level = "Assignment" | "Eligibility";
type Caller = "Admin" | "EndUser";

function rule(kind: string, id: string, caller: Caller, level: Level, own: Json): Json {
  return {
    "@odata.type": `#microsoft.graph.unifiedRoleManagementPolicy${kind}Rule`,
    id,
    ...own,
    target: { caller, operations: ["all"], level, inheritableSettings: [], enforcedSettings: [] },
  };
}

const notice = (recipientType: string, caller: Caller, level: Level): Json =>
  rule("Notification", `Notification_${recipientType}_${caller}_${level}`, caller, level, {
    notificationType: "Email",
    recipientType,
    notificationLevel: "All",
    isDefaultRecipientsEnabled: true,
    notificationRecipients: [],
  });

const expiry = (caller: Caller, level: Level, isExpirationRequired: boolean, maximumDuration: string): Json =>
  rule("Expiration", `Expiration_${caller}_${level}`, caller, level, {
    isExpirationRequired,
    maximumDuration,
  });

const enabling = (caller: Caller, level: Level, enabledRules: readonly string[]): Json =>
  rule("Enablement", `Enablement_${caller}_${level}`, caller, level, { enabledRules });

const notices = (caller: Caller, level: Level): readonly Json[] =>
  ["Admin", "Requestor", "Approver"].map((recipient) => notice(recipient, caller, level));

/** The 17 rules of a role that nobody changed. https://learn.microsoft.com/graph/identity-governance-pim-rules-overview */
const RULES: readonly Json[] = [
  expiry("Admin", "Eligibility", false, "P365D"),
  enabling("Admin", "Eligibility", []),
  ...notices("Admin", "Eligibility"),
  expiry("Admin", "Assignment", false, "P180D"),
  enabling("Admin", "Assignment", ["Justification"]),
  ...notices("Admin", "Assignment"),
  expiry("EndUser", "Assignment", true, "PT8H"),
  enabling("EndUser", "Assignment", ["MultiFactorAuthentication", "Justification"]),
  rule("Approval", "Approval_EndUser_Assignment", "EndUser", "Assignment", {
    setting: {
      isApprovalRequired: false,
      isApprovalRequiredForExtension: false,
      isRequestorJustificationRequired: true,
      approvalMode: "SingleStage",
      approvalStages: [
        {
          approvalStageTimeOutInDays: 1,
          isApproverJustificationRequired: true,
          escalationTimeInMinutes: 0,
          isEscalationEnabled: false,
          primaryApprovers: [],
          escalationApprovers: [],
        },
      ],
    },
  }),
  rule("AuthenticationContext", "AuthenticationContext_EndUser_Assignment", "EndUser", "Assignment", {
    isEnabled: false,
    claimValue: null,
  }),
  ...notices("EndUser", "Assignment"),
];

const policyOf = ({ tenant }: Call, role: string) => `DirectoryRole_${tenant.tenantId}_${role}`;

function rulesOf(call: Call, policy = idOf(call)): readonly Json[] {
  if (!ROLE_TEMPLATES.some(({ id }) => policyOf(call, id) === policy)) throw notFound(policy);
  const kept = call.directory.settings.find(`${POLICIES}/${policy}`)?.value;
  return Array.isArray(kept) ? kept.filter(isJson) : RULES;
}

/** What Privileged Identity Management asks of each directory role. */
export const ROLE_POLICY_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: ASSIGNMENTS,
    permissions: READ,
    run: (call) => {
      if (
        !/scopeId eq '\/' and scopeType eq 'Directory(?:Role)?'/.test(
          new URL(call.url).searchParams.get("$filter") ?? "",
        )
      ) {
        throw badRequest("The request must be filtered by scopeId and scopeType.");
      }
      const all = ROLE_TEMPLATES.map(({ id }) => ({
        id: `${policyOf(call, id)}_${id}`,
        policyId: policyOf(call, id),
        scopeId: "/",
        scopeType: "DirectoryRole",
        roleDefinitionId: id,
      }));
      return listAnswer(call, ASSIGNMENTS, all, ASSIGNMENT);
    },
  },
  {
    method: "GET",
    path: `${POLICIES}/{}/rules`,
    permissions: READ,
    run: (call) => entityAnswer(call, `${POLICIES}('${idOf(call)}')/rules`, { value: rulesOf(call) }),
  },
  {
    method: "PATCH",
    path: `${POLICIES}/{}/rules/{}`,
    permissions: WRITE,
    run: (call) => {
      const rules = rulesOf(call);
      const found = rules.find(({ id }) => id === idOf(call, 1));
      if (found === undefined) throw notFound(idOf(call, 1));
      const { id, ...body } = call.body;
      if (id !== undefined && id !== found.id) throw badRequest("The id of a rule cannot be changed.", "id");
      if (body["@odata.type"] === undefined) {
        throw badRequest("The property '@odata.type' is required in the request body.");
      }
      checkBody(body, String(found["@odata.type"]).replace("#microsoft.graph.", ""), call.version);
      const changed = { ...found, ...body };
      checkRule(changed);
      const value = rules.map((one) => (one === found ? changed : one));
      call.directory.settings.put({ id: `${POLICIES}/${idOf(call)}`, value });
      return NO_CONTENT;
    },
  },
];

/** What Graph's types do not say. */
function checkRule({ isExpirationRequired, maximumDuration, setting }: Json): void {
  if (isExpirationRequired === true && maximumDuration === null) {
    throw badRequest("maximumDuration is required when isExpirationRequired is true.", "maximumDuration");
  }
  if (isJson(setting) && setting.isApprovalRequired === true && setting.approvalMode === "NoApproval") {
    throw badRequest("approvalMode NoApproval is used when isApprovalRequired is false.", "setting");
  }
}
