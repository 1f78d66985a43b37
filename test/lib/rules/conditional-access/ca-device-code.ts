import { caDeviceCode } from "../../../../lib/rules/conditional-access/ca-device-code";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_DEVICE_CODE, inState } from "../support/policies";

const cases: RuleCases = {
  rule: caDeviceCode,
  compliant: {
    blocked: tenant({ policies: [GRAPH_DEVICE_CODE] }),
  },
  violating: {
    off: {
      ...tenant({ policies: [inState(GRAPH_DEVICE_CODE, "disabled")] }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "no policy of contoso that is on blocks the device code flow",
          expected: "block for all users and the flow deviceCodeFlow",
          fix: "switch block-device-code-flow on, with an exclusion for the rooms and devices that need it",
        },
      ],
    },
  },
};

export default cases;
