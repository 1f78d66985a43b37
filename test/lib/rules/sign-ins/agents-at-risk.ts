import { agentsAtRisk } from "../../../../lib/rules/sign-ins/agents-at-risk";
import { objectCases } from "../fixture";

export default objectCases({
  rule: agentsAtRisk,
  kind: "agent-risk-policy",
  good: { name: "Agents", state: "enabled", agentRiskLevels: ["high", "medium"] },
  bad: { state: "enabledForReportingButNotEnforced", agentRiskLevels: ["medium"] },
  finds: [
    {
      level: "warning",
      message: "the policy on agents at risk Agents blocks no agent at high risk",
      received: "state: enabledForReportingButNotEnforced",
      expected: "enabled",
      fix: "set state",
    },
    {
      level: "warning",
      message: "the policy on agents at risk Agents blocks no agent at high risk",
      received: "agentRiskLevels: medium",
      expected: "with high",
      fix: "set agentRiskLevels",
    },
  ],
});
