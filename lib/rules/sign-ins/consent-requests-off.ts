import { is, objectRule } from "../object-rule";

export const consentRequestsOff = objectRule({
  id: "consent-requests-off",
  kind: "consent-settings",
  title: "people cannot ask an administrator for an application",
  why: "Who may neither consent nor ask finds another way, which nobody sees.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.3v1"], cis: ["5.1.5.2"] },
  says: "let nobody ask",
  wants: [is("enableAdminConsentRequests", true)],
});
