import { type Bench, bench, refused } from "../objects/support";

const TYPE = "m365_agent_risk_policy";

let world: Bench;
beforeAll(async () => {
  world = await bench();
});
afterAll(() => world.emulator.close());

const policies = () => world.emulator.state.directory.conditionalAccessPolicies;

test("a policy on agents at risk is made, found as it is, changed, imported and removed", async () => {
  const made = await world.create(TYPE, { name: "Agents", agent_risk_levels: ["high", "medium"] });
  expect(policies().find(String(made.id))).toMatchObject({
    displayName: "Agents",
    state: "enabledForReportingButNotEnforced",
    conditions: {
      clientAppTypes: ["all"],
      applications: { includeApplications: ["All"] },
      users: { includeUsers: ["None"] },
      clientApplications: { includeAgentIdServicePrincipals: ["All"] },
      agentIdRiskLevels: "medium,high",
    },
    grantControls: { operator: "OR", builtInControls: ["block"] },
  });
  const read = await world.read(TYPE, made);
  expect(read).toEqual({ ...made, agent_risk_levels: ["medium", "high"] });
  const on = await world.update(TYPE, made, {
    name: "Agents",
    state: "enabled",
    agent_risk_levels: ["high"],
  });
  expect(policies().find(String(made.id))).toMatchObject({
    state: "enabled",
    conditions: { agentIdRiskLevels: "high" },
  });
  expect(await world.import(TYPE, String(made.id))).toEqual(on);
  await world.remove(TYPE, on);
  expect(await world.read(TYPE, on)).toBeNull();
  await world.remove(TYPE, on);
});

test.each([
  [
    "agents",
    { clientApplications: { includeAgentIdServicePrincipals: ["6b0e1b3a-0000-4000-8000-000000000001"] } },
  ],
  [
    "agents",
    {
      clientApplications: {
        includeAgentIdServicePrincipals: ["All"],
        excludeAgentIdServicePrincipals: ["6b0e1b3a-0000-4000-8000-000000000001"],
      },
    },
  ],
  ["applications", { applications: { includeApplications: ["Office365"] } }],
  ["conditions", { platforms: { includePlatforms: ["iOS"] } }],
  ["agentIdRiskLevels", { agentIdRiskLevels: null }],
])(
  "what somebody changed of it that has no attribute does not pass for the whole: %s",
  async (part, changed) => {
    const made = await world.create(TYPE, { name: "Agents", state: "enabled", agent_risk_levels: ["high"] });
    const kept = policies().find(String(made.id));
    Object.assign(kept ?? {}, { conditions: { ...(kept?.conditions as object), ...changed } });
    expect((await refused(world.read(TYPE, made))).told).toContain(
      `the policy "Agents" is not one that blocks all agents at risk. Its ${part} is otherwise.`,
    );
  },
);

test("a policy that grants is none that blocks", async () => {
  const made = await world.create(TYPE, { name: "Agents", state: "enabled", agent_risk_levels: ["high"] });
  Object.assign(policies().find(String(made.id)) ?? {}, {
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  });
  expect((await refused(world.read(TYPE, made))).told).toContain("Its grant is otherwise.");
});
