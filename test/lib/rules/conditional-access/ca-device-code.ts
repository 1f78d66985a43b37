import { caDeviceCode } from "../../../../lib/rules/conditional-access/ca-device-code";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_DEVICE_CODE, inState } from "../support/policies";

const { policy } = GRAPH_DEVICE_CODE;
const forBrowsers: typeof GRAPH_DEVICE_CODE = {
  ...GRAPH_DEVICE_CODE,
  policy: { ...policy, conditions: { ...policy.conditions, clientAppTypes: ["browser"] } },
};

function butFor(excludeApplications: readonly string[]): typeof GRAPH_DEVICE_CODE {
  const applications = { includeApplications: ["All"], excludeApplications };
  return {
    ...GRAPH_DEVICE_CODE,
    policy: { ...policy, conditions: { ...policy.conditions, applications } },
  };
}

const cases: RuleCases = {
  rule: caDeviceCode,
  compliant: {
    blocked: tenant({ policies: [GRAPH_DEVICE_CODE] }),
  },
  violating: {
    "an application is left out": {
      ...tenant({ policies: [butFor(["00000002-0000-0ff1-ce00-000000000000"])] }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "the device code flow is open at contoso",
          received: "everyone, at Office 365 Exchange Online, by the device code flow",
          expected: "block for all users and the flow deviceCodeFlow",
          fix: "switch block-device-code-flow on, with an exclusion for the rooms and devices that need it",
        },
      ],
    },
    "security defaults leave the flow open": {
      ...tenant({ policies: [], objects: { securityDefaults: true } }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "the device code flow is open at contoso",
          received: "everyone, from modern clients",
          expected: "block for all users and the flow deviceCodeFlow",
          fix: "with Entra ID P1 for every user, turn security defaults off and switch block-device-code-flow on, with an exclusion for the rooms and devices that need it; they cannot ask for more",
        },
      ],
    },
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
