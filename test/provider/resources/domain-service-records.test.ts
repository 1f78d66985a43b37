import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

const records = (domain: string) => `data "m365_domain_service_records" "x" {\n  domain = ${domain}\n}\n`;

test("the records that Microsoft wants, also where the MX host cannot be computed; a new host is seen", async () => {
  const { emulator, workspace } = world;
  const microsoftNames = (host: string) => {
    const wanted = emulator.state.domains.get("contoso.com")?.serviceConfigurationRecords;
    Object.assign(wanted?.find(({ recordType }) => recordType === "Mx") ?? {}, { mailExchange: host });
  };
  microsoftNames("contoso-com.o-v1.mx.microsoft");
  const configuration = `resource "terraform_data" "domain" {
  input = "contoso.com"
}
${records("terraform_data.domain.output")}
resource "terraform_data" "mx" {
  input = data.m365_domain_service_records.x.mx_host
}
`;
  await workspace.apply(configuration);
  expect(await workspace.values("data.m365_domain_service_records.x")).toEqual({
    domain: "contoso.com",
    mx_host: "contoso-com.o-v1.mx.microsoft",
    mx_preference: 0,
    mx_ttl: 3600,
    spf: "v=spf1 include:spf.protection.outlook.com -all",
    autodiscover: "autodiscover.outlook.com",
  });
  expect(await workspace.actions()).toEqual({});
  microsoftNames("contoso-com.r-v1.mx.microsoft");
  expect(await workspace.actions()).toEqual({ "terraform_data.mx": "update" });
});

test("a domain that Microsoft does not know, or wants no mail for, is refused", async () => {
  const { emulator, workspace, refused } = world;
  workspace.configure(records('"adatum.com"'));
  expect(await refused("plan")).toContain("Error: adatum.com is no domain of this tenant");
  emulator.state.addDomain("adatum.com", { isVerified: false, serviceConfigurationRecords: [] });
  expect(await refused("plan")).toContain(
    "Error: Microsoft names no MX for adatum.com with data.m365_domain_service_records.x",
  );
});
