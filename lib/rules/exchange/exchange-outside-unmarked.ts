import { is, objectRule } from "../object-rule";

export const exchangeOutsideUnmarked = objectRule({
  id: "exchange-outside-unmarked",
  kind: "external-in-outlook",
  title: "Outlook does not mark mail from outside",
  why: "A message that claims to be from a colleague looks like one of a colleague's.",
  level: "warning",
  controls: { cis: ["6.2.3"] },
  recommended: false,
  says: "is off",
  wants: [is("enabled", true)],
});
