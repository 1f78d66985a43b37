import { caLegacyAuthentication } from "../../../../lib/rules/conditional-access/ca-legacy-authentication";
import { type RuleCases, tenant } from "../fixture";
import { GRAPH_LEGACY, inState } from "../support/policies";

function forClients(...clientAppTypes: readonly string[]): typeof GRAPH_LEGACY {
  const { policy } = GRAPH_LEGACY;
  return { ...GRAPH_LEGACY, policy: { ...policy, conditions: { ...policy.conditions, clientAppTypes } } };
}

function butFor(excludeApplications: readonly string[]): typeof GRAPH_LEGACY {
  const { policy } = GRAPH_LEGACY;
  const applications = { includeApplications: ["All"], excludeApplications };
  return { ...GRAPH_LEGACY, policy: { ...policy, conditions: { ...policy.conditions, applications } } };
}

const cases: RuleCases = {
  rule: caLegacyAuthentication,
  compliant: {
    blocked: tenant({ policies: [GRAPH_LEGACY] }),
    "blocked by security defaults": tenant({ policies: [], objects: { securityDefaults: true } }),
    "blocked by two policies": tenant({
      policies: [forClients("other"), { ...forClients("exchangeActiveSync"), key: "block-eas" }],
    }),
  },
  violating: {
    "an application is left out": {
      ...tenant({ policies: [butFor(["00000002-0000-0ff1-ce00-000000000000"])] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "legacy authentication is open at contoso",
          received: "everyone, at Office 365 Exchange Online, from legacy clients",
          expected: "block for all users and the clients exchangeActiveSync and other",
          fix: "switch block-legacy-authentication on after a look at the sign-in logs",
        },
      ],
    },
    "report-only": {
      ...tenant({ policies: [inState(GRAPH_LEGACY, "enabledForReportingButNotEnforced")] }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "legacy authentication is open at contoso",
          received: "everyone",
          expected: "block for all users and the clients exchangeActiveSync and other",
          fix: "switch block-legacy-authentication on after a look at the sign-in logs",
        },
      ],
    },
    "one kind of client only": {
      ...tenant({
        policies: [forClients("other")],
      }),
      finds: [
        {
          level: "warning",
          at: "contoso",
          message: "legacy authentication is open at contoso",
          received: "everyone, from Exchange ActiveSync",
          expected: "block for all users and the clients exchangeActiveSync and other",
          fix: "switch block-legacy-authentication on after a look at the sign-in logs",
        },
      ],
    },
  },
};

export default cases;
