import { exchangeLinksUnscanned } from "../../../../lib/rules/exchange/exchange-links-unscanned";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeLinksUnscanned,
  kind: "safe-links-policy",
  good: { name: "Everyone", scanUrls: true, deliverMessageAfterScan: true },
  bad: { scanUrls: false },
  finds: [
    {
      level: "warning",
      message: "the Safe Links policy Everyone does not look at links before delivery",
      received: "scanUrls: false",
      expected: "true",
      fix: "set scanUrls to true",
    },
  ],
});
