import { ALL_APPLICATIONS } from "../../exchange/all-applications";
import { is, objectRule, oneOf } from "../object-rule";

export const applicationsGetPasswords = objectRule({
  id: "applications-get-passwords",
  kind: "default-app-management-policy",
  title: "applications may get new passwords",
  why: "A password of an application works from anywhere, without a second factor; whoever may change the application can add one.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.5v1"], cis: ["5.1.5.3"] },
  recommended: false,
  says: "lets applications get new passwords",
  wants: [
    oneOf("passwordAdditionState", ["enabled"]),
    oneOf("passwordAdditionAppsFrom", [ALL_APPLICATIONS]),
    is("enabled", true),
  ],
});
