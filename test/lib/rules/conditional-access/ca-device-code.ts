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
      finds: ["no policy of contoso that is on blocks the device code flow"],
    },
  },
};

export default cases;
