import { appConsents } from "./app-consents";
import { closedList } from "./closed-list";
import { userConfirmedCompromised } from "./confirmed-compromised";
import { delegates } from "./delegates";
import { devices } from "./devices";
import { forwarding } from "./forwarding";
import { mailboxHold } from "./hold";
import { inboxRules } from "./inbox-rules";
import { mailboxRights } from "./mailbox-rights";
import { mobileDevices } from "./mobile-devices";
import { userPasswordReset } from "./password-reset";
import { protocols } from "./protocols";
import { restrictedSender } from "./restricted-sender";
import { userSessionsRevocation } from "./sessions-revocation";
import { userSignInBlock } from "./sign-in-block";
import { signInMethods } from "./sign-in-methods";

/** What contains an account that somebody else has taken over. */
export const CONTAINMENT = {
  m365_mailbox_delegates: closedList(delegates),
  m365_mailbox_forwarding: closedList(forwarding),
  m365_mailbox_hold: mailboxHold,
  m365_mailbox_inbox_rules: closedList(inboxRules),
  m365_mailbox_mobile_devices: closedList(mobileDevices),
  m365_mailbox_protocols: closedList(protocols),
  m365_restricted_sender: restrictedSender,
  m365_user_app_consents: closedList(appConsents),
  m365_user_confirmed_compromised: userConfirmedCompromised,
  m365_user_devices: closedList(devices),
  m365_user_mailbox_rights: closedList(mailboxRights),
  m365_user_password_reset: userPasswordReset,
  m365_user_sessions_revocation: userSessionsRevocation,
  m365_user_sign_in_block: userSignInBlock,
  m365_user_sign_in_methods: closedList(signInMethods),
};
