import type { Values } from "../../../../lib/exchange/objects";
import { type Fixture, tenant } from "../fixture";

/** All kinds of personal data that CISA counts. */
export const ALL_KINDS = [
  "Credit Card Number;mincount=5",
  "U.S. Individual Taxpayer Identification Number (ITIN)",
  "U.S. Social Security Number (SSN)",
];
const ALL = ["All"];

/** A tenant with one policy against the loss of data, as CISA asks for it but for what is given, and its rule. */
export function dataLoss(policy: Values = {}, rule: Values = {}): Fixture {
  return tenant({
    exchange: {
      objects: [
        {
          kind: "dlp-compliance-policy",
          name: "Personal data",
          values: {
            name: "Personal data",
            exchangeLocation: ALL,
            sharepointLocation: ALL,
            oneDriveLocation: ALL,
            teamsLocation: ALL,
            endpointDlpLocation: ALL,
            ...policy,
          },
        },
        {
          kind: "dlp-compliance-rule",
          name: "Leaves",
          values: {
            name: "Leaves",
            policy: "personal data",
            contentContainsSensitiveInformation: ALL_KINDS,
            blockAccess: true,
            blockAccessScope: "All",
            notifyUser: ["Owner"],
            ...rule,
          },
        },
      ],
    },
  });
}
