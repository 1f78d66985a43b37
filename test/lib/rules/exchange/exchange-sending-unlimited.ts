import { exchangeSendingUnlimited } from "../../../../lib/rules/exchange/exchange-sending-unlimited";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeSendingUnlimited,
  kind: "hosted-outbound-spam-filter-policy",
  good: {
    name: "Default",
    recipientLimitExternalPerHour: 400,
    recipientLimitInternalPerHour: 800,
    recipientLimitPerDay: 800,
    actionWhenThresholdReached: "BlockUser",
  },
  bad: { recipientLimitPerDay: 5000 },
  finds: [
    {
      level: "warning",
      message: "the outbound spam policy Default sets no limits of the organization's own",
      received: "recipientLimitPerDay: 5000",
      expected: "1 to 1000",
      fix: "set recipientLimitPerDay",
    },
  ],
});
