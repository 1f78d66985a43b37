import { type Scenario, scenario } from "./scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com", "fabrikam.com");
});

afterEach(() => world.close());

const acceptedDomain = (type: string, more = "") => `resource "m365_accepted_domain" "contoso" {
  domain      = "contoso.com"
  domain_type = "${type}"
  ${more}
}
`;

describe("an accepted domain", () => {
  it("is taken up, changed in place, replaced by another, and left as it is by destroy", async () => {
    const { emulator, workspace } = world;
    await workspace.apply(acceptedDomain("Authoritative"));
    expect(emulator.control.count("Set-AcceptedDomain")).toBe(0);
    await workspace.apply(acceptedDomain("InternalRelay", "match_sub_domains = true"));
    expect(emulator.state.acceptedDomains.get("contoso.com")).toMatchObject({
      DomainType: "InternalRelay",
      MatchSubDomains: true,
    });
    expect(await workspace.actions()).toEqual({});
    workspace.configure(acceptedDomain("InternalRelay").replace("contoso.com", "fabrikam.com"));
    expect(await workspace.actions()).toEqual({ "m365_accepted_domain.contoso": "delete,create" });
    await workspace.ok("apply", "-auto-approve");
    await workspace.ok("destroy", "-auto-approve");
    expect(emulator.state.acceptedDomains.get("fabrikam.com").DomainType).toBe("InternalRelay");
  });

  it("shows drift, imports to an empty plan, and refuses subdomains of an authoritative one", async () => {
    const { emulator, workspace, refused } = world;
    workspace.configure(acceptedDomain("Authoritative"));
    await workspace.ok("import", "m365_accepted_domain.contoso", "contoso.com");
    expect(await workspace.actions()).toEqual({});
    emulator.state.acceptedDomains.get("contoso.com").DomainType = "InternalRelay";
    expect(await workspace.actions()).toEqual({ "m365_accepted_domain.contoso": "update" });
    workspace.configure(acceptedDomain("Authoritative", "match_sub_domains = true"));
    expect(await refused("plan")).toContain("only an internal relay takes mail for subdomains");
    workspace.configure(acceptedDomain("Authoritative").replace("contoso.com", "adatum.com"));
    expect(await refused("apply", "-auto-approve")).toContain(
      "adatum.com is no accepted domain of this tenant",
    );
  });
});

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

describe("DNS propagation", () => {
  const wait = (server: string, more = "") => `resource "m365_dns_propagation" "contoso" {
  records = [{ name = "contoso.com", type = "MX", values = ["0 contoso-com.mail.protection.outlook.com."] }]
  authoritative_servers = ["${server}"]
  timeout = 60
  ${more}
}
`;

  it("waits until the record is served, and looks no more", async () => {
    const { nameServer, workspace } = world;
    const later = setInterval(() => {
      if (nameServer.questions.length > 3)
        nameServer.serve("contoso.com", "MX", ["0 contoso-com.mail.protection.outlook.com"]);
    }, 2);
    await workspace.apply(wait(nameServer.address));
    clearInterval(later);
    const asked = nameServer.questions.length;
    expect(asked).toBeGreaterThan(3);
    expect(await workspace.actions()).toEqual({});
    await workspace.apply(wait(nameServer.address).replace("timeout = 60", "timeout = 90"));
    await workspace.ok("destroy", "-auto-approve");
    expect(nameServer.questions).toHaveLength(asked);
  });

  it("names what each server said when the wait ends, public resolvers too", async () => {
    const { nameServer, workspace, refused, emulator } = world;
    nameServer.serve("contoso.com", "MX", ["10 mail.contoso.com"]);
    workspace.configure(wait("127.0.0.1:9", `resolvers = ["${nameServer.address}"]`));
    const said = await refused("apply", "-auto-approve");
    expect(said).toContain("Error: DNS does not serve contoso.com MX");
    expect(said).toContain(
      "Waited 60 seconds. Last seen: 127.0.0.1:9: contoso.com MX is no answer (ECONNREFUSED)",
    );
    expect(said).toContain(
      `${nameServer.address}: contoso.com MX is "10 mail.contoso.com", expected "0 contoso-com.mail.protection.outlook.com."`,
    );
    expect(emulator.control.log).toEqual([]);
  });
});
