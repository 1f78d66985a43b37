import { isJson, type Json } from "../../http/answer";
import type { Shape } from "../odata/supported";
import { listAnswer } from "./answers";
import type { Call, Route } from "./route";

/** Where the sandbox keeps what the portal alone switches: who may reset their own passwords. */
export const PASSWORD_RESET = "portal/passwordReset";

const SHAPE: Shape = {
  type: "userRegistrationDetails",
  defaults: { id: null, userPrincipalName: null, userDisplayName: null, isAdmin: false, userType: "member" },
};

/** https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails */
export const REGISTRATION_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: "reports/authenticationMethods/userRegistrationDetails",
    permissions: ["AuditLog.Read.All"],
    run: (call) =>
      listAnswer(
        call,
        "reports/authenticationMethods/userRegistrationDetails",
        call.directory.users
          .all()
          .filter(({ accountEnabled }) => accountEnabled !== false)
          .map((user) => details(user, call)),
        SHAPE,
      ),
  },
];

function details(user: Json, { directory }: Call): Json {
  const kept = directory.settings.find(PASSWORD_RESET)?.value;
  const { scope = "none", group, registered = [] } = isJson(kept) ? kept : {};
  const members =
    typeof group === "string" ? directory.members.reachable(group, (id) => directory.members.from(id)) : [];
  const isSsprEnabled = scope === "all" || (scope === "selected" && members.includes(String(user.id)));
  const isSsprRegistered = Array.isArray(registered) && registered.includes(user.id);
  return {
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    userDisplayName: user.displayName,
    userType: user.userType === "Guest" ? "guest" : "member",
    isAdmin: false,
    isSsprEnabled,
    isSsprRegistered,
    isSsprCapable: isSsprEnabled && isSsprRegistered,
    isMfaCapable: false,
    isMfaRegistered: false,
    isPasswordlessCapable: false,
    methodsRegistered: [],
    lastUpdatedDateTime: "2026-11-27T03:00:00Z",
  };
}
