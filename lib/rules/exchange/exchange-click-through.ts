import { is, objectRule } from "../object-rule";

export const exchangeClickThrough = objectRule({
  id: "exchange-click-through",
  kind: "safe-links-policy",
  title: "users may go on to what was blocked",
  why: "The warning of a dangerous page is one more click.",
  level: "warning",
  controls: { cis: ["2.1.1"] },
  recommended: false,
  says: "lets users go on to what was blocked",
  wants: [is("allowClickThrough", false), is("disableUrlRewrite", false)],
});
