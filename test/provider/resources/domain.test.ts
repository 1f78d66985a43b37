import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

test("a domain is given as Entra knows it, also one whose name comes out of another resource", async () => {
  const { emulator, workspace } = world;
  emulator.state.addDomain("fabrikam.com", { isVerified: false, serviceConfigurationRecords: [] });
  await workspace.apply(`resource "terraform_data" "domain" {
  input = "contoso.com"
}
data "m365_domain" "contoso" {
  domain = terraform_data.domain.output
}
data "m365_domain" "fabrikam" {
  domain = "fabrikam.com"
}
`);
  expect(await workspace.values("data.m365_domain.contoso")).toMatchObject({
    domain: "contoso.com",
    is_verified: true,
    is_default: false,
    is_initial: false,
    authentication_type: "Managed",
  });
  expect(await workspace.values("data.m365_domain.fabrikam")).toMatchObject({ is_verified: false });
  expect(await workspace.actions()).toEqual({});
});

test("a domain of nobody, or in another spelling, is refused at its attribute", async () => {
  const { workspace, refused } = world;
  workspace.configure('data "m365_domain" "x" {\n  domain = "adatum.com"\n}\n');
  expect(await refused("plan")).toMatch(/Error: adatum\.com is no domain of this tenant .*on main\.tf line/);
  workspace.configure('data "m365_domain" "x" {\n  domain = "Contoso.com"\n}\n');
  expect(await refused("validate")).toContain('got "Contoso.com"; write contoso.com');
});
