import { is, objectRule } from "../object-rule";

export const exchangeClicksUnrecorded = objectRule({
  id: "exchange-clicks-unrecorded",
  kind: "safe-links-policy",
  title: "clicks on links are not recorded",
  why: "After a phishing wave nobody knows who clicked.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.7.3v1"], cis: ["2.1.1"] },
  recommended: false,
  says: "does not record clicks",
  wants: [is("trackClicks", true)],
});
