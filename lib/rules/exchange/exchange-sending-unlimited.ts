import { between, objectRule, oneOf } from "../object-rule";

export const exchangeSendingUnlimited = objectRule({
  id: "exchange-sending-unlimited",
  kind: "hosted-outbound-spam-filter-policy",
  title: "a mailbox may send without a limit of the organization's own",
  why: "An account that was broken into sends until Microsoft stops it, and with it the whole tenant's good name.",
  level: "warning",
  controls: { cis: ["2.1.15"] },
  recommended: false,
  says: "sets no limits of the organization's own",
  wants: [
    between("recipientLimitExternalPerHour", 1, 500),
    between("recipientLimitInternalPerHour", 1, 1000),
    between("recipientLimitPerDay", 1, 1000),
    oneOf("actionWhenThresholdReached", ["BlockUser"]),
  ],
});
