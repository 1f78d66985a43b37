import { blockSignIn } from "./block-sign-in";
import { revokeSessions } from "./revoke-sessions";
import { rotateDkim } from "./rotate-dkim";

/** What is done once and leaves no state, from Terraform 1.14 on. */
export const ACTIONS = {
  m365_block_sign_in: blockSignIn,
  m365_revoke_sessions: revokeSessions,
  m365_rotate_dkim: rotateDkim,
};
