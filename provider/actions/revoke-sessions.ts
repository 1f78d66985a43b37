import { visibleLine } from "../../lib/visible";
import { user } from "../resources/containment/account";
import { revoke } from "../resources/containment/sessions-revocation";
import { action } from "../resources/m365";

/** https://learn.microsoft.com/graph/api/user-revokesigninsessions */
export const revokeSessions = action({
  description:
    "Ends all sessions of an account, once, and proves it by signInSessionsValidFromDateTime. An access token that is out works " +
    "for up to an hour, unless the service evaluates access continuously. Who signs in after it nobody looks: that is " +
    "m365_user_sessions_revocation.",
  attributes: { user_principal_name: user },
  async invoke({ user_principal_name: upn }, context) {
    const from = await revoke(upn, context);
    context.progress(`sessions of ${visibleLine(upn)} count from ${from} on`);
  },
});
