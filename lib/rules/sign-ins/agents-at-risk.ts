import { holds, objectRule, oneOf } from "../object-rule";

export const agentsAtRisk = objectRule({
  id: "agents-at-risk",
  kind: "agent-risk-policy",
  title: "AI agents at high risk are not blocked",
  why: "An agent that was taken over acts with its rights at once, and nobody signs in who could be asked for a second factor.",
  level: "warning",
  controls: { scuba: ["MS.AAD.9.1v1"] },
  recommended: false,
  says: "blocks no agent at high risk",
  wants: [oneOf("state", ["enabled"]), holds("agentRiskLevels", ["high"])],
});
