import { is, objectRule } from "../object-rule";

export const exchangeLinksUnscanned = objectRule({
  id: "exchange-links-unscanned",
  kind: "safe-links-policy",
  title: "links are not looked at before mail is delivered",
  why: "Links that lead to files, or to suspicious pages, are opened by the first person who clicks instead of by a scanner.",
  level: "warning",
  controls: { scuba: ["MS.SECURITYSUITE.7.2v1"], cis: ["2.1.1"] },
  recommended: false,
  says: "does not look at links before delivery",
  wants: [is("scanUrls", true), is("deliverMessageAfterScan", true)],
});
