import { exchangeLinksUnchecked } from "../../../../lib/rules/exchange/exchange-links-unchecked";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeLinksUnchecked,
  kind: "safe-links-policy",
  good: {
    name: "Everyone",
    enableSafeLinksForEmail: true,
    enableSafeLinksForTeams: true,
    enableSafeLinksForOffice: true,
    enableForInternalSenders: true,
  },
  bad: { enableSafeLinksForEmail: false },
  finds: [
    {
      level: "warning",
      message: "the Safe Links policy Everyone does not check all links",
      received: "enableSafeLinksForEmail: false",
      expected: "true",
      fix: "set enableSafeLinksForEmail to true",
    },
  ],
});
