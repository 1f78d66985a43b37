import { exchangeClicksUnrecorded } from "../../../../lib/rules/exchange/exchange-clicks-unrecorded";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeClicksUnrecorded,
  kind: "safe-links-policy",
  good: { name: "Everyone", trackClicks: true },
  bad: { trackClicks: false },
  finds: [
    {
      level: "warning",
      message: "the Safe Links policy Everyone does not record clicks",
      received: "trackClicks: false",
      expected: "true",
      fix: "set trackClicks to true",
    },
  ],
});
