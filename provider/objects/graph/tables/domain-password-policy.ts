import { domainName } from "../../../resources/attributes";
import { checked, name, whole } from "../../attribute";
import type { GraphTable } from "../graph-table";

/** What Entra ID takes for never: the greatest number of 32 bits. */
const NEVER = 2_147_483_647;

export const domainPasswordPolicy: GraphTable = {
  noun: "DomainPasswordPolicy",
  kind: "singleton",
  key: "domain",
  about: "When passwords of a domain's users expire.",
  graph: { path: "domains/{}", read: "Domain.Read.All", write: "Domain.ReadWrite.All" },
  attributes: {
    domain: checked(
      name("id", "A verified domain that is not federated and no subdomain: subdomains follow it.", {
        required: true,
        replaces: true,
        local: true,
        example: "contoso.com",
      }),
      (value) => domainName(String(value)),
    ),
    password_validity_period_in_days: whole(
      "passwordValidityPeriodInDays",
      [14, NEVER],
      `Days until a password expires; ${NEVER} is never.`,
    ),
    password_notification_window_in_days: whole(
      "passwordNotificationWindowInDays",
      [1, 30],
      "Days before, from which people are told.",
    ),
  },
  source: "https://learn.microsoft.com/microsoft-365/admin/manage/set-password-expiration-policy",
  role: "Domain Name Administrator",
  notes: ["Passwords of synchronized users expire in Active Directory."],
  example: { domain: "contoso.com", password_validity_period_in_days: NEVER },
};
