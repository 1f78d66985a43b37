import { type Scenario, scenario } from "../scenarios/scenario";

const GROUPS = {
  "sg-laptops": "0f9a7f5e-0000-4000-8000-000000000001",
  "sg-desktops": "0f9a7f5e-0000-4000-8000-000000000002",
} as const;
const [laptops, desktops] = [GROUPS["sg-laptops"], GROUPS["sg-desktops"]];

let world: Scenario;
beforeAll(async () => {
  world = await scenario("contoso.com");
  for (const [displayName, id] of Object.entries(GROUPS))
    world.emulator.state.directory.groups.put({ id, displayName });
});
afterAll(() => world.close());

const policy = (protection: string, groups: readonly string[], name = "CredSSP") => `
resource "m365_device_credssp_policy" "this" {
  name       = "${name}"
  protection = "${protection}"
  group_ids  = ${JSON.stringify(groups)}
}`;
const ADDRESS = "m365_device_credssp_policy.this";
const kept = () => world.emulator.state.directory.configurationPolicies.all();

test("a policy is made, assigned, renamed in place, made anew for another level, held against drift, imported, removed", async () => {
  const { workspace } = world;
  await workspace.apply(policy("mitigated", [laptops]));
  expect(await workspace.actions()).toEqual({});
  expect(kept()).toMatchObject([
    { name: "CredSSP", platforms: "windows10", technologies: "mdm", settingCount: 1, isAssigned: true },
  ]);

  await workspace.apply(policy("mitigated", [laptops, desktops], "CredSSP of all"));
  const before = String(kept()[0]?.id);
  expect(kept()).toMatchObject([{ name: "CredSSP of all", $assignments: [{}, {}] }]);

  workspace.configure(policy("force-updated-clients", [laptops], "CredSSP of all"));
  expect(await workspace.actions()).toEqual({ [ADDRESS]: "delete,create" });
  await workspace.ok("apply", "-auto-approve");
  const [now] = kept();
  expect(kept()).toHaveLength(1);
  expect(now?.id).not.toBe(before);
  expect(JSON.stringify(now?.$settings)).toContain("allowencryptionoracledrop_0");

  // Somebody opens the hole, and assigns it to all devices but a group.
  Object.assign(now ?? {}, {
    $settings: JSON.parse(JSON.stringify(now?.$settings).replaceAll("drop_0", "drop_2")),
    $assignments: [
      { id: "a", target: { "@odata.type": "#microsoft.graph.allDevicesAssignmentTarget" } },
      {
        id: "b",
        target: { "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget", groupId: laptops },
      },
      {
        id: "c",
        target: {
          "@odata.type": "#microsoft.graph.groupAssignmentTarget",
          groupId: laptops,
          deviceAndAppManagementAssignmentFilterId: desktops,
        },
      },
    ],
  });
  await workspace.ok("apply", "-refresh-only", "-auto-approve");
  expect(await workspace.values(ADDRESS)).toMatchObject({
    protection: "vulnerable",
    group_ids: expect.arrayContaining([
      "allDevicesAssignmentTarget",
      `exclusionGroupAssignmentTarget ${laptops}`,
      `groupAssignmentTarget ${laptops} filter ${desktops}`,
    ]),
  });
  expect(await workspace.actions()).toEqual({ [ADDRESS]: "delete,create" });
  await workspace.ok("apply", "-auto-approve");

  const id = String(kept()[0]?.id);
  Object.assign(kept()[0] ?? {}, { $settings: [] });
  await workspace.ok("apply", "-refresh-only", "-auto-approve");
  expect(await workspace.values(ADDRESS)).toMatchObject({ protection: "other settings" });
  await workspace.ok("apply", "-auto-approve");
  const made = String(kept()[0]?.id);
  expect(made).not.toBe(id);
  await workspace.ok("state", "rm", ADDRESS);
  await workspace.ok("import", ADDRESS, made);
  expect(await workspace.actions()).toEqual({});

  world.emulator.state.directory.configurationPolicies.remove(made);
  expect(await workspace.actions()).toEqual({ [ADDRESS]: "create" });
  await workspace.ok("apply", "-auto-approve");
  await workspace.ok("destroy", "-auto-approve");
  expect(kept()).toEqual([]);
});

test("the level that leaves the hole open is refused; a policy that can be assigned to nobody is kept, and made anew", async () => {
  const { workspace } = world;
  workspace.configure(policy("mitigated", ["sg-laptops"]));
  expect(await world.refused("plan", "-no-color")).toContain("expected a GUID");
  workspace.configure(policy("vulnerable", []));
  expect(await world.refused("plan", "-no-color")).toContain("expected force-updated-clients | mitigated");
  const nobody = "0f9a7f5e-0000-4000-8000-00000000000a";
  workspace.configure(policy("mitigated", [nobody]));
  expect(await world.refused("apply", "-auto-approve", "-no-color")).toContain(
    "the policy CredSSP was made, and is assigned to nobody",
  );
  expect(kept()).toHaveLength(1);
  await workspace.apply(policy("mitigated", [laptops]));
  expect(kept()).toHaveLength(1);
});
