import { applicationsCertificatesLong } from "../../../../lib/rules/sign-ins/applications-certificates-long";
import { objectCases } from "../fixture";

export default objectCases({
  rule: applicationsCertificatesLong,
  kind: "default-app-management-policy",
  name: "what applications may have as passwords and certificates",
  good: {
    certificateLifetimeState: "enabled",
    certificateLifetimeAppsFrom: "0001-01-01T00:00:00Z",
    certificateLifetimeInDays: 365,
    enabled: true,
  },
  bad: { certificateLifetimeInDays: 366 },
  finds: [
    {
      level: "warning",
      message: "what applications may have as passwords and certificates lets certificates be valid for long",
      received: "certificateLifetimeInDays: 366",
      expected: "1 to 365",
      fix: "set certificateLifetimeInDays",
    },
  ],
});
