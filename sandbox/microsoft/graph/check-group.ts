import type { Json } from "../../http/answer";
import type { Directory } from "../tenant/directory";
import type { Entity } from "../tenant/entity";
import { badRequest } from "./graph-error";

const REQUIRED = ["displayName", "mailEnabled", "mailNickname", "securityEnabled"];
const TYPES = ["Unified", "DynamicMembership"];
/** https://learn.microsoft.com/graph/api/resources/group, `mailNickname` */
const NICKNAME = /^[\u0021-\u007e]{1,64}$/;
const NICKNAME_EXCLUDES = /[@()\\[\]";:<>,\s]/;
const LONGEST_NAME = 256;

/**
 * Holds a new group against the directory's rules.
 * @throws GraphError
 */
export function checkGroup(group: Json, directory: Directory): void {
  const missing = REQUIRED.find((name) => group[name] === undefined || group[name] === null);
  if (missing !== undefined) {
    throw badRequest(`A value is required for property '${missing}' of resource 'Group'.`, missing);
  }
  const types = Array.isArray(group.groupTypes) ? group.groupTypes : [];
  if (!types.every((type) => TYPES.includes(type))) throw invalid("groupTypes");
  checkNames(group, directory);
  const unified = types.includes("Unified");
  if (group.mailEnabled !== unified || (!unified && group.securityEnabled !== true)) {
    throw badRequest(
      "The service does not currently support writes of mail-enabled groups. Please ensure that the mail-enablement property is unset and the security-enablement property is set.",
    );
  }
  const dynamic = types.includes("DynamicMembership");
  if (dynamic !== (typeof group.membershipRule === "string")) throw invalid("membershipRule");
  if (group.isAssignableToRole !== true) return;
  if (dynamic || group.securityEnabled !== true) throw invalid("isAssignableToRole");
}

/**
 * Holds a change of a group against the directory's rules.
 * @throws GraphError
 */
export function checkGroupChange(changes: Json, group: Entity, directory: Directory): void {
  const { isAssignableToRole } = changes;
  if (
    isAssignableToRole !== undefined &&
    (isAssignableToRole ?? false) !== (group.isAssignableToRole ?? false)
  ) {
    throw badRequest("Property 'isAssignableToRole' is read-only and cannot be set.", "isAssignableToRole");
  }
  checkNames(changes, directory, group);
}

function checkNames(given: Json, directory: Directory, self?: Entity): void {
  const { displayName, mailNickname } = given;
  if (displayName !== undefined && !isName(displayName)) throw invalid("displayName");
  if (mailNickname === undefined) return;
  if (
    typeof mailNickname !== "string" ||
    !NICKNAME.test(mailNickname) ||
    NICKNAME_EXCLUDES.test(mailNickname)
  ) {
    throw invalid("mailNickname");
  }
  // Only what mail is sent to needs a nickname of its own.
  const mailEnabled = given.mailEnabled ?? self?.mailEnabled;
  const other = directory.groups
    .all()
    .find((one) => one !== self && one.mailEnabled === true && isSame(one.mailNickname, mailNickname));
  if (mailEnabled === true && other !== undefined) {
    throw badRequest(
      "Another object with the same value for property mailNickname already exists.",
      "mailNickname",
    );
  }
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "" && value.length <= LONGEST_NAME;
}

function isSame(a: unknown, b: string): boolean {
  return String(a).toLowerCase() === b.toLowerCase();
}

function invalid(property: string) {
  return badRequest(`Invalid value specified for property '${property}' of resource 'Group'.`, property);
}
