import type { Draft } from "../../exchange/plan/draft";
import type { Fault } from "../../fault";
import { STATES } from "../graph";
import type { IdentityOptions } from "../options";

/**
 * Adds the policy on AI agents at risk, with baseline `scuba` where there is a licence, and where it is asked for.
 * @returns what is wrong
 */
export function planAgentRisk(draft: Draft, options: IdentityOptions): readonly Fault[] {
  const { agentRisk, baseline, mfa, securityDefaults } = options;
  const licensed = mfa?.licence === "p2";
  if (agentRisk === undefined && !(baseline === "scuba" && licensed)) return [];
  const {
    state = "report-only",
    levels = ["high"],
    displayName = "Block AI agents at risk",
  } = agentRisk ?? {};
  const faults: Fault[] = [];
  if (!licensed) {
    faults.push({
      path: ["agentRisk"],
      message: "the risk of agents needs Entra ID P2",
      received: `mfa.licence: ${mfa?.licence ?? "p1, which it is by default"}`,
      fix: "write mfa: { licence: p2 } where the tenant has it, else take agentRisk out",
    });
  }
  if (levels.length === 0) {
    faults.push({
      path: ["agentRisk", "levels"],
      message: "no level is named, so that no agent is blocked",
      expected: "low | medium | high",
      fix: "write levels: [high], or state: off",
    });
  }
  if (securityDefaults && state === "on") {
    faults.push({
      path: ["agentRisk", "state"],
      message: "security defaults and a policy that is on exclude each other",
      received: "on",
      fix: "write securityDefaults: false, or leave the policy in report-only",
    });
  }
  draft.add({
    id: "AgentRisk",
    kind: "agent-risk-policy",
    values: { name: displayName, state: STATES[state], agentRiskLevels: [...new Set(levels)].sort() },
    path: ["agentRisk"],
  });
  return faults;
}
