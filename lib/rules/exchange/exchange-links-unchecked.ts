import { is, objectRule } from "../object-rule";

export const exchangeLinksUnchecked = objectRule({
  id: "exchange-links-unchecked",
  kind: "safe-links-policy",
  title: "links are not checked when they are clicked",
  why: "A page that was harmless when the mail arrived asks for passwords an hour later.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.7.1v1"], cis: ["2.1.1"] },
  recommended: false,
  says: "does not check all links",
  wants: [
    is("enableSafeLinksForEmail", true),
    is("enableSafeLinksForTeams", true),
    is("enableSafeLinksForOffice", true),
    is("enableForInternalSenders", true),
  ],
});
