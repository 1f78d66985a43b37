import { isRoleName, ROLES } from "../../../lib/identity/roles";
import { isMapping } from "../../../lib/mapping";
import type { GraphObject } from "../../graph/types";
import { objects, text } from "../../http/json";
import { at, type Lens } from "./lens";
import { guidFault } from "./values";

/** Where the rule of approval says how. */
export const APPROVAL = "Approval_EndUser_Assignment.setting";

/** The contrary of a switch. */
export function not(path: string): Lens {
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
export function approvers(type: string, property: string): Lens {
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
export const approvalRequired: Lens = {
  get: (entity) => at(`${APPROVAL}.isApprovalRequired`).get(entity),
  set: (entity, value) => {
    const next = at(`${APPROVAL}.isApprovalRequired`).set(entity, value);
    const setting = at(APPROVAL).get(next);
    const mode = isMapping(setting) ? setting.approvalMode : undefined;
    if (value !== true || (mode !== undefined && mode !== null && mode !== "NoApproval")) return next;
    return at(`${APPROVAL}.approvalMode`).set(next, "SingleStage");
  },
};

/** A role's template id; a name that is none is taken for an id. */
export function templateOf(role: string): string {
  return isRoleName(role) ? ROLES[role] : role.toLowerCase();
}

/** What is wrong with a role. */
export function roleFault(value: unknown): string | undefined {
  if (isRoleName(String(value)) || guidFault(value) === undefined) return undefined;
  return `got ${JSON.stringify(value)}; expected a built-in role such as Global Administrator, or its template id`;
}
