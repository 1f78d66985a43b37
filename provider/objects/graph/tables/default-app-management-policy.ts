import { flag } from "../../attribute";
import type { GraphTable } from "../graph-table";
import { restriction } from "../restrictions";

export const defaultAppManagementPolicy: GraphTable = {
  noun: "DefaultAppManagementPolicy",
  kind: "singleton",
  about:
    "Which passwords and certificates applications may have, for how long, unless a policy of their own says otherwise.",
  graph: {
    path: "policies/defaultAppManagementPolicy",
    read: "Policy.Read.All",
    write: "Policy.ReadWrite.ApplicationConfiguration",
  },
  attributes: {
    enabled: flag("isEnabled", "Is any of it held?"),
    ...restriction(
      "password_addition",
      "passwordCredentials",
      "passwordAddition",
      "Are new passwords (client secrets) refused?",
    ),
    ...restriction(
      "custom_password_addition",
      "passwordCredentials",
      "customPasswordAddition",
      "Are passwords refused that Entra ID did not make?",
    ),
    ...restriction(
      "password_lifetime",
      "passwordCredentials",
      "passwordLifetime",
      "Is the lifetime of passwords limited?",
      "For how many days a password may be valid.",
    ),
    ...restriction(
      "symmetric_key_addition",
      "passwordCredentials",
      "symmetricKeyAddition",
      "Are new symmetric keys refused?",
    ),
    ...restriction(
      "symmetric_key_lifetime",
      "passwordCredentials",
      "symmetricKeyLifetime",
      "Is the lifetime of symmetric keys limited?",
      "For how many days a symmetric key may be valid.",
    ),
    ...restriction(
      "certificate_lifetime",
      "keyCredentials",
      "asymmetricKeyLifetime",
      "Is the lifetime of certificates limited?",
      "For how many days a certificate may be valid.",
    ),
  },
  source: "https://learn.microsoft.com/graph/api/resources/tenantappmanagementpolicy",
  role: "Cloud Application Administrator",
  notes: [
    "Each restriction is set for applications and for service principals alike; one that was there for one of them is read as what both say.",
    "Policies for single applications, excluded callers, and restrictions of identifier URIs stay as they are.",
  ],
  example: {
    enabled: true,
    password_addition_state: "enabled",
    certificate_lifetime_state: "enabled",
    certificate_lifetime_in_days: 365,
  },
};
