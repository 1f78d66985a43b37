import { isRoleName, ROLES } from "../../../../lib/identity/roles";
import { isMapping } from "../../../../lib/mapping";
import type { GraphObject } from "../../../graph/types";
import { objects, text } from "../../../http/json";
import { checked, flag, name, whole, wholeNames, wordList } from "../../attribute";
import { rulesOfRole } from "../access";
import { inDays, inMinutes } from "../durations";
import { type GraphAttribute, type GraphTable, graph } from "../graph-table";
import { at, type Lens } from "../lens";
import { guidFault } from "../values";

const ACTIVATION = "Expiration_EndUser_Assignment";
const ENABLEMENT = "Enablement_EndUser_Assignment";
const APPROVAL = "Approval_EndUser_Assignment.setting";
const ACTIVE = "Expiration_Admin_Assignment";
const ELIGIBLE = "Expiration_Admin_Eligibility";

/** The contrary of a switch. */
function not(path: string): Lens {
  const place = at(path);
  return {
    get: (entity) => {
      const value = place.get(entity);
      return typeof value === "boolean" ? !value : undefined;
    },
    set: (entity, value) => place.set(entity, value !== true),
  };
}

const STAGES = at(`${APPROVAL}.approvalStages`);

/** Those who approve in the first stage, of one kind, by id; others stay. */
function approvers(type: string, property: string): Lens {
  const kind = `#microsoft.graph.${type}`;
  const of = (entity: GraphObject) => {
    const [first = {}, ...others] = objects(STAGES.get(entity));
    return { first, others, all: objects(first.primaryApprovers) };
  };
  const isOurs = (one: GraphObject) => one["@odata.type"] === kind;
  return {
    get: (entity) =>
      of(entity)
        .all.filter(isOurs)
        .flatMap((one) => text(one[property]) ?? []),
    set: (entity, value) => {
      const { first, others, all } = of(entity);
      const wanted = Array.isArray(value) ? value.map(String) : [];
      const kept = new Map(all.filter(isOurs).map((one) => [text(one[property])?.toLowerCase(), one]));
      const primaryApprovers = [
        ...all.filter((one) => !isOurs(one)),
        ...wanted.map((id) => kept.get(id.toLowerCase()) ?? { "@odata.type": kind, [property]: id }),
      ];
      const stage = { ...FRESH_STAGE, ...first, primaryApprovers };
      return STAGES.set(entity, [stage, ...others]);
    },
  };
}

/** The first stage of approval, where a tenant has none. */
const FRESH_STAGE: GraphObject = {
  approvalStageTimeOutInDays: 1,
  isApproverJustificationRequired: true,
  escalationTimeInMinutes: 0,
  isEscalationEnabled: false,
  escalationApprovers: [],
};

/** Approval needs a mode too: without one Graph takes the switch for a contradiction. */
const approvalRequired: Lens = {
  get: (entity) => at(`${APPROVAL}.isApprovalRequired`).get(entity),
  set: (entity, value) => {
    const next = at(`${APPROVAL}.isApprovalRequired`).set(entity, value);
    const setting = at(APPROVAL).get(next);
    const mode = isMapping(setting) ? setting.approvalMode : undefined;
    if (value !== true || (mode !== undefined && mode !== null && mode !== "NoApproval")) return next;
    return at(`${APPROVAL}.approvalMode`).set(next, "SingleStage");
  },
};

const ids = (path: string, about: string, lens: Lens): GraphAttribute =>
  graph(checked(wholeNames(path, about), guidFault), { lens });

const recipients = (rule: string, about: string): GraphAttribute =>
  checked(
    wholeNames(`${rule}.notificationRecipients`, `${about} Beside those whom Microsoft tells by default.`, {
      example: ["security@contoso.com"],
    }),
    (value) =>
      /^[^\s@;,]+@[^\s@;,]+$/.test(String(value))
        ? undefined
        : `got ${JSON.stringify(value)}; expected an address such as security@contoso.com`,
  );

/** A role's template id; a name that is none is taken for an id. */
function templateOf(role: string): string {
  return isRoleName(role) ? ROLES[role] : role.toLowerCase();
}

function roleFault(value: unknown): string | undefined {
  if (isRoleName(String(value)) || guidFault(value) === undefined) return undefined;
  return `got ${JSON.stringify(value)}; expected a built-in role such as Global Administrator, or its template id`;
}

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
    eligibility_alert_recipients: recipients(
      "Notification_Admin_Admin_Eligibility",
      "Who is told when somebody is made eligible: addresses.",
    ),
    assignment_alert_recipients: recipients(
      "Notification_Admin_Admin_Assignment",
      "Who is told when somebody is given the role as active: addresses.",
    ),
    activation_alert_recipients: recipients(
      "Notification_Admin_EndUser_Assignment",
      "Who is told when somebody activates the role: addresses.",
    ),
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
