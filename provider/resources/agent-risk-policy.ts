import { isMapping } from "../../lib/mapping";
import type { GraphObject } from "../graph/types";
import { text } from "../http/json";
import { type Context, DiagnosticError, set, str } from "../plugin/index";
import { oneOf } from "./attributes";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";

const PATH = "identity/conditionalAccess/policies";
const STATES = ["enabled", "disabled", "enabledForReportingButNotEnforced"] as const;
const LEVELS = ["low", "medium", "high"] as const;

const READ = "Policy.Read.All";
const WRITE = "Policy.ReadWrite.ConditionalAccess and Policy.Read.All";

type Calling = Pick<Context<M365>, "client" | "signal">;

interface AgentRiskPolicy {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly agent_risk_levels: readonly string[];
}

/**
 * AI agents at risk, which no condition of v1.0 names: the policy is of Graph's beta.
 * https://learn.microsoft.com/entra/identity/conditional-access/agent-id
 */
export const agentRiskPolicy = resource({
  description:
    "A Conditional Access policy that blocks AI agents at risk, whatever they want to reach. Graph's beta alone has its conditions. Needs Entra ID P2.",
  attributes: {
    name: str({ required: true, description: "The policy's name in the tenant." }),
    state: str({
      optional: true,
      default: "enabledForReportingButNotEnforced",
      validate: oneOf(...STATES),
      choices: STATES,
      description: "Is it in force, off, or does it only report?",
    }),
    agent_risk_levels: set(str(), {
      required: true,
      validate: (levels) => {
        const strange = [...levels].filter((level) => !LEVELS.some((known) => known === level));
        if (strange.length > 0) return `got ${JSON.stringify(strange[0])}; expected ${LEVELS.join(" | ")}`;
        return levels.length === 0 ? `nothing is named; expected ${LEVELS.join(" | ")}` : undefined;
      },
      description: "At which risk an agent is blocked: low, medium, high.",
    }),
    id: str({ computed: true, stable: true, description: "The policy's object id." }),
  },

  async create(plan, { client, signal }) {
    const made = await client.graph.post(PATH, bodyOf(plan), { version: "beta", signal, needs: WRITE });
    const id = text(made.id);
    if (id === undefined)
      throw new DiagnosticError({ summary: "Graph made the policy and named no id of it" });
    return { ...plan, id };
  },

  async read({ id }, calling) {
    return unlessGone(policyOf(id, calling));
  },

  async update(plan, { client, signal, prior }) {
    const path = `${PATH}/${encodeURIComponent(prior.id)}`;
    const options = { version: "beta", signal, needs: WRITE, idempotent: true } as const;
    await client.graph.patch(path, bodyOf(plan), options);
    return { ...plan, id: prior.id };
  },

  async delete({ id }, { client, signal }) {
    const path = `${PATH}/${encodeURIComponent(id)}`;
    await unlessGone(client.graph.delete(path, { version: "beta", signal, needs: WRITE }));
  },

  import: (id, context) => unlessGone(policyOf(id, context)),
});

function bodyOf({ name, state, agent_risk_levels }: Omit<AgentRiskPolicy, "id">): object {
  return {
    displayName: name,
    state,
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"] },
      users: { includeUsers: ["None"] },
      clientApplications: { includeAgentIdServicePrincipals: ["All"] },
      agentIdRiskLevels: LEVELS.filter((level) => agent_risk_levels.includes(level)).join(","),
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  };
}

async function policyOf(id: string, { client, signal }: Calling): Promise<AgentRiskPolicy> {
  const path = `${PATH}/${encodeURIComponent(id)}`;
  const policy = await client.graph.get(path, { version: "beta", signal, needs: READ });
  const levels = levelsOf(policy);
  const strange = levels.length === 0 ? "agentIdRiskLevels" : strangePart(policy);
  if (strange !== undefined) {
    throw new DiagnosticError({
      summary: `the policy ${JSON.stringify(text(policy.displayName) ?? id)} is not one that blocks all agents at risk`,
      detail: `Its ${strange} is otherwise. Set it back in the portal, or take the policy out of Terraform's state.`,
    });
  }
  return {
    id,
    name: text(policy.displayName) ?? "",
    state: text(policy.state) ?? "",
    agent_risk_levels: levels,
  };
}

const part = (of: GraphObject, name: string): GraphObject => {
  const found = of[name];
  return isMapping(found) ? found : {};
};

/** Graph's beta writes levels as one text with commas. */
function levelsOf(policy: GraphObject): readonly string[] {
  const given = part(policy, "conditions").agentIdRiskLevels;
  const all = typeof given === "string" ? given.split(",") : Array.isArray(given) ? given.map(String) : [];
  return all.map((level) => level.trim()).filter((level) => level !== "");
}

/** What of it somebody changed so that it no longer blocks all of them: that has no attribute here, and must not pass in silence. */
function strangePart(policy: GraphObject): string | undefined {
  const conditions = part(policy, "conditions");
  const only = (value: unknown, word: string) =>
    Array.isArray(value) && value.length === 1 && String(value[0]).toLowerCase() === word;
  const nobody = (value: unknown) =>
    value === undefined || value === null || (Array.isArray(value) && value.length === 0);
  const { includeAgentIdServicePrincipals, excludeAgentIdServicePrincipals } = part(
    conditions,
    "clientApplications",
  );
  const { includeApplications, excludeApplications } = part(conditions, "applications");
  if (!only(includeAgentIdServicePrincipals, "all") || !nobody(excludeAgentIdServicePrincipals))
    return "agents";
  if (!only(includeApplications, "all") || !nobody(excludeApplications)) return "applications";
  if (!only(part(policy, "grantControls").builtInControls, "block")) return "grant";
  return [conditions.platforms, conditions.locations, conditions.devices].some(isMapping)
    ? "conditions"
    : undefined;
}
