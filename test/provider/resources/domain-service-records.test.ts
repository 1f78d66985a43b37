import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

describe("data sources", () => {
  it("give the records that Microsoft wants, also where the MX host cannot be computed", async () => {
    const { emulator, workspace } = world;
    const mx = emulator.state.domains
      .get("contoso.com")
      ?.serviceConfigurationRecords.find(({ recordType }) => recordType === "Mx");
    Object.assign(mx ?? {}, { mailExchange: "contoso-com.o-v1.mx.microsoft" });
    await workspace.apply(`data "m365_domain_service_records" "contoso" {
  domain = "contoso.com"
}
data "m365_domain" "contoso" {
  domain = "contoso.com"
}
`);
    expect(await workspace.values("data.m365_domain_service_records.contoso")).toEqual({
      domain: "contoso.com",
      mx_host: "contoso-com.o-v1.mx.microsoft",
      mx_preference: 0,
      mx_ttl: 3600,
      spf: "v=spf1 include:spf.protection.outlook.com -all",
      autodiscover: "autodiscover.outlook.com",
    });
    expect(await workspace.values("data.m365_domain.contoso")).toMatchObject({
      is_verified: true,
      is_initial: false,
      authentication_type: "Managed",
    });
  });

  it("say which domain Microsoft does not know", async () => {
    const { workspace, refused } = world;
    workspace.configure('data "m365_domain_service_records" "adatum" {\n  domain = "adatum.com"\n}\n');
    expect(await refused("plan")).toContain("Error: adatum.com is no domain of this tenant");
  });
});
