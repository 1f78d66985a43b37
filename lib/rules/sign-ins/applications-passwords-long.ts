import { ALL_APPLICATIONS } from "../../exchange/all-applications";
import { between, is, objectRule, oneOf } from "../object-rule";

export const applicationsPasswordsLong = objectRule({
  id: "applications-passwords-long",
  kind: "default-app-management-policy",
  title: "passwords of applications are valid for long",
  why: "A password that leaked works until it ends.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.6v1"], cis: ["5.1.5.4"] },
  recommended: false,
  says: "lets passwords be valid for long",
  wants: [
    oneOf("passwordLifetimeState", ["enabled"]),
    oneOf("passwordLifetimeAppsFrom", [ALL_APPLICATIONS]),
    between("passwordLifetimeInDays", 1, 180),
    is("enabled", true),
  ],
});
