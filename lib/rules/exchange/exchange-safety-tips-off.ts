import { is, objectRule } from "../object-rule";

export const exchangeSafetyTipsOff = objectRule({
  id: "exchange-safety-tips-off",
  kind: "anti-phish-policy",
  title: "safety tips are not shown",
  why: "A tip that a sender is new, or looks like somebody else, is what makes people look twice.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.2.4v1"] },
  recommended: false,
  says: "does not show all safety tips",
  wants: [
    is("enableFirstContactSafetyTips", true),
    is("enableSimilarUsersSafetyTips", true),
    is("enableSimilarDomainsSafetyTips", true),
    is("enableUnusualCharactersSafetyTips", true),
    is("enableUnauthenticatedSender", true),
    is("enableViaTag", true),
  ],
});
