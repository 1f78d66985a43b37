import { instant } from "../../tenant/user";
import { listAnswer } from "../answers";
import type { Route } from "../route";
import { userOf } from "../users";
import { checkMayAct } from "./who-may-act";

const SIGN_IN = {
  type: "signIn",
  defaults: {
    id: null,
    appDisplayName: null,
    createdDateTime: null,
    ipAddress: null,
    status: null,
    userId: null,
    userPrincipalName: null,
  },
};

/** https://learn.microsoft.com/graph/api/user-revokesigninsessions, signin-list */
export const SESSIONS: readonly Route[] = [
  {
    method: "POST",
    path: "users/{}/revokeSignInSessions",
    permissions: ["User.RevokeSessions.All", "User.ReadWrite.All", "Directory.ReadWrite.All"],
    run: (call) => {
      const user = userOf(call);
      checkMayAct(user, call);
      user.signInSessionsValidFromDateTime = instant();
      return { status: 200, body: { "@odata.context": `${call.base}/$metadata#Edm.Boolean`, value: true } };
    },
  },
  {
    method: "GET",
    path: "auditLogs/signIns",
    permissions: ["AuditLog.Read.All"],
    run: (call) =>
      listAnswer(call, "auditLogs/signIns", [...call.directory.signIns.all()].reverse(), SIGN_IN),
  },
];
