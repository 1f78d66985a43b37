import { caDeviceCode } from "../../../../lib/rules/conditional-access/ca-device-code";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_DEVICE_CODE, inState } from "../support/policies";

const { policy } = GRAPH_DEVICE_CODE;
const forBrowsers: typeof GRAPH_DEVICE_CODE = {
  ...GRAPH_DEVICE_CODE,
  policy: { ...policy, conditions: { ...policy.conditions, clientAppTypes: ["browser"] } },
};

const cases: RuleCases = {
  rule: caDeviceCode,
  compliant: {
    blocked: tenant({ policies: [GRAPH_DEVICE_CODE] }),
  },
  violating: {
    "one client is left": {
      ...tenant({ policies: [forBrowsers] }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "the device code flow is open at contoso",
          received:
            "everyone, from legacy clients and mobile apps and desktop clients, by the device code flow",
          expected: "block for all users and the flow deviceCodeFlow",
          fix: "switch block-device-code-flow on, with an exclusion for the rooms and devices that need it",
        },
      ],
    },
    off: {
      ...tenant({ policies: [inState(GRAPH_DEVICE_CODE, "disabled")] }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "the device code flow is open at contoso",
          received: "everyone",
          expected: "block for all users and the flow deviceCodeFlow",
          fix: "switch block-device-code-flow on, with an exclusion for the rooms and devices that need it",
        },
      ],
    },
  },
};

export default cases;
