import { nobody, objectRule } from "../object-rule";

export const everybodyConsents = objectRule({
  id: "everybody-consents",
  kind: "authorization-policy",
  title: "people may consent to applications",
  why: "A consent that was phished gives an application access to mailboxes and files without a password, until somebody takes it away.",
  level: "warning",
  controls: { scuba: ["MS.AAD.5.2v1"], cis: ["5.1.5.1"] },
  recommended: false,
  says: "lets people consent to applications",
  wants: [nobody("userConsentPolicies")],
});
