import { visibleLine } from "../../lib/visible";
import { user } from "../resources/containment/account";
import { block } from "../resources/containment/sign-in-block";
import { action } from "../resources/m365";

/** https://learn.microsoft.com/graph/api/user-update */
export const blockSignIn = action({
  description:
    "Blocks the sign-in of an account, once. Whether it stays blocked nobody looks: that is m365_user_sign_in_block. One that " +
    "comes from Active Directory is blocked until the next sync; a warning has the command.",
  attributes: { user_principal_name: user },
  async invoke({ user_principal_name: upn }, context) {
    await block(upn, context);
    context.progress(`${visibleLine(upn)} may not sign in: accountEnabled is false`);
  },
});
