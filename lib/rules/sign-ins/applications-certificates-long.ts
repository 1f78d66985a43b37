import { ALL_APPLICATIONS } from "../../exchange/all-applications";
import { between, is, objectRule, oneOf } from "../object-rule";

export const applicationsCertificatesLong = objectRule({
  id: "applications-certificates-long",
  kind: "default-app-management-policy",
  title: "certificates of applications are valid for long",
  why: "A key that leaked works until its certificate ends.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.7v1"], cis: ["5.1.5.6"] },
  recommended: false,
  says: "lets certificates be valid for long",
  wants: [
    oneOf("certificateLifetimeState", ["enabled"]),
    oneOf("certificateLifetimeAppsFrom", [ALL_APPLICATIONS]),
    between("certificateLifetimeInDays", 1, 365),
    is("enabled", true),
  ],
});
