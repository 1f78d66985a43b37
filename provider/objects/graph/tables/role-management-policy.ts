import { checked, flag, name, whole, wholeNames, wordList } from "../../attribute";
import { rulesOfRole } from "../access";
import { inDays, inMinutes } from "../durations";
import { type GraphAttribute, type GraphTable, graph } from "../graph-table";
import type { Lens } from "../lens";
import { ROLE_ALERTS } from "../role-alerts";
import { APPROVAL, approvalRequired, approvers, not, roleFault, templateOf } from "../role-rules";
import { guidFault } from "../values";

const ACTIVATION = "Expiration_EndUser_Assignment";
const ENABLEMENT = "Enablement_EndUser_Assignment";
const ACTIVE = "Expiration_Admin_Assignment";
const ELIGIBLE = "Expiration_Admin_Eligibility";

const ids = (path: string, about: string, lens: Lens): GraphAttribute =>
  graph(checked(wholeNames(path, about), guidFault), { lens });

export const roleManagementPolicy: GraphTable = {
  noun: "RoleManagementPolicy",
  kind: "singleton",
  key: "role",
  about:
    "How Privileged Identity Management gives a directory role: for how long, with whose approval, and who is told.",
  graph: {
    path: "policies/roleManagementPolicies/{}",
    read: "RoleManagement.Read.Directory",
    write: "RoleManagementPolicy.ReadWrite.Directory",
    access: rulesOfRole(templateOf),
  },
  licence: "Entra ID P2",
  attributes: {
    role: checked(
      name("role", "A built-in directory role by its display name, or by its template id.", {
        required: true,
        replaces: true,
        local: true,
        example: "Global Administrator",
      }),
      roleFault,
    ),
    activation_maximum_minutes: graph(
      whole(
        `${ACTIVATION}.maximumDuration`,
        [30, 1440],
        "How long an activation lasts at most; half an hour or a multiple of it.",
      ),
      { lens: inMinutes(`${ACTIVATION}.maximumDuration`) },
    ),
    activation_requires: wordList(
      `${ENABLEMENT}.enabledRules`,
      ["MultiFactorAuthentication", "Justification", "Ticketing"],
      "What whoever activates the role must show.",
      { cleared: [] },
    ),
    activation_approval_required: graph(
      flag(`${APPROVAL}.isApprovalRequired`, "Must somebody approve each activation?"),
      { lens: approvalRequired },
    ),
    activation_approver_users: ids(
      `${APPROVAL}.approvalStages`,
      "Who approves: object ids of users. Nobody here and no group: whoever has the role Privileged Role Administrator or Global Administrator.",
      approvers("singleUser", "userId"),
    ),
    activation_approver_groups: ids(
      `${APPROVAL}.approvalStages`,
      "Groups whose members approve: their object ids.",
      approvers("groupMembers", "groupId"),
    ),
    permanent_assignment_allowed: graph(
      flag(`${ACTIVE}.isExpirationRequired`, "May somebody have the role active for good?"),
      { lens: not(`${ACTIVE}.isExpirationRequired`) },
    ),
    assignment_maximum_days: graph(
      whole(`${ACTIVE}.maximumDuration`, [1, 365], "For how many days an active assignment may last."),
      { lens: inDays(`${ACTIVE}.maximumDuration`) },
    ),
    assignment_requires: wordList(
      "Enablement_Admin_Assignment.enabledRules",
      ["MultiFactorAuthentication", "Justification"],
      "What whoever assigns the role as active must show.",
      { cleared: [] },
    ),
    permanent_eligibility_allowed: graph(
      flag(`${ELIGIBLE}.isExpirationRequired`, "May somebody be eligible for good?"),
      { lens: not(`${ELIGIBLE}.isExpirationRequired`) },
    ),
    eligibility_maximum_days: graph(
      whole(`${ELIGIBLE}.maximumDuration`, [1, 365], "For how many days somebody may be eligible."),
      { lens: inDays(`${ELIGIBLE}.maximumDuration`) },
    ),
    ...ROLE_ALERTS,
  },
  rules: [
    function* (values) {
      const minutes = values.activation_maximum_minutes;
      if (typeof minutes !== "number" || minutes % 30 === 0) return;
      yield {
        path: ["activation_maximum_minutes"],
        message: "an activation lasts half an hour or a multiple of it",
        received: String(minutes),
        fix: `write ${Math.max(30, Math.round(minutes / 30) * 30)}`,
      };
    },
  ],
  source: "https://learn.microsoft.com/graph/identity-governance-pim-rules-overview",
  role: "Privileged Role Administrator",
  notes: [
    "Rules that have no attribute here, such as the authentication context and notices to whoever asks or approves, stay as they are.",
    "Microsoft's page on the change of a rule names no permission for applications, though there is one, RoleManagementPolicy.ReadWrite.Directory; where it is refused, the rules are set in the portal.",
  ],
  example: {
    role: "Global Administrator",
    activation_maximum_minutes: 240,
    activation_approval_required: true,
    permanent_assignment_allowed: false,
    activation_alert_recipients: ["security@contoso.com"],
  },
};
