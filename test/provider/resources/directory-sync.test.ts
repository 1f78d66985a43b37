import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;
beforeAll(async () => {
  world = await scenario({
    domains: ["contoso.com"],
    users: [{ userPrincipalName: "ann@contoso.com", displayName: "Ann" }],
  });
});
afterAll(() => world.close());

const question = (inside = "") => `
data "m365_directory_sync" "this" {
  ${inside}
}
output "sync" { value = data.m365_directory_sync.this }
`;
const answer = () => JSON.parse(world.workspace.stateText()).outputs.sync.value;

test("on, old, off, cloud-only and colliding are values, and errors where they are asserted", async () => {
  const { state } = world.emulator;
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

  state.synchronization = { enabled: true, last: ago(20) };
  await world.workspace.apply(question("licensed = true"));
  expect(answer()).toMatchObject({ enabled: true, passed: true, problems: [], provisioning_errors: [] });

  const last = ago(400);
  state.synchronization = { enabled: true, last };
  const ann = state.directory.users.findBy("userPrincipalName", "ann@contoso.com");
  if (ann === undefined) throw new Error("Ann is not there");
  state.directory.users.put({
    ...ann,
    onPremisesProvisioningErrors: [
      { category: "PropertyConflict", propertyCausingError: "proxyAddresses", value: "smtp:ann@contoso.com" },
    ],
  });
  await world.workspace.apply(question());
  expect(answer()).toMatchObject({
    enabled: true,
    last_sync: last,
    passed: false,
    provisioning_errors: ["ann@contoso.com (proxyAddresses)"],
    problems: [
      expect.stringMatching(/^the last synchronization was .*, 40\d minutes ago; at most 180$/),
      "users that could not be provisioned whole: ann@contoso.com (proxyAddresses)",
    ],
  });

  state.synchronization = undefined;
  await world.workspace.apply(question());
  expect(answer()).toMatchObject({
    enabled: false,
    last_sync: "",
    passed: false,
    problems: ["synchronization is expected, and this tenant is cloud-only: it has never been synchronized"],
  });
  world.workspace.configure(question("assert = true"));
  expect(await world.refused("plan", "-no-color")).toContain(
    "synchronization is expected, and this tenant is cloud-only: it has never been synchronized.",
  );
  state.synchronization = { enabled: false, last };
  expect(await world.refused("plan", "-no-color")).toContain("synchronization was turned off.");
});
