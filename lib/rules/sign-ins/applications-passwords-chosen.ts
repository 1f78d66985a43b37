import { ALL_APPLICATIONS } from "../../exchange/all-applications";
import { is, objectRule, oneOf } from "../object-rule";

export const applicationsPasswordsChosen = objectRule({
  id: "applications-passwords-chosen",
  kind: "default-app-management-policy",
  title: "applications may have passwords that somebody chose",
  why: "What people choose can be guessed, and is used elsewhere too.",
  level: "warning",
  controls: { cis: ["5.1.5.5"] },
  recommended: false,
  says: "lets passwords be chosen",
  wants: [
    oneOf("customPasswordAdditionState", ["enabled"]),
    oneOf("customPasswordAdditionAppsFrom", [ALL_APPLICATIONS]),
    is("enabled", true),
  ],
});
