import { checked, wholeNames } from "../attribute";
import type { GraphAttribute } from "./graph-table";

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

/** Who is told of what happens to a role. */
export const ROLE_ALERTS: Readonly<Record<string, GraphAttribute>> = {
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
};
