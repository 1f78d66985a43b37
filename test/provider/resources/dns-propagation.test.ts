import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario("contoso.com");
});

afterEach(() => world.close());

describe("DNS propagation", () => {
  const wait = (server: string, more = "") => `resource "m365_dns_propagation" "contoso" {
  records = [{ name = "contoso.com", type = "MX", values = ["0 contoso-com.mail.protection.outlook.com."] }]
  authoritative_servers = ["${server}"]
  timeout = 60
  ${more}
}
`;

  it("waits until the record is served; what it declares beside the records makes it wait no more", async () => {
    const { nameServer, workspace } = world;
    const later = setInterval(() => {
      if (nameServer.questions.length > 3)
        nameServer.serve("contoso.com", "MX", ["0 contoso-com.mail.protection.outlook.com"]);
    }, 2);
    await workspace.apply(wait(nameServer.address));
    clearInterval(later);
    expect(nameServer.questions.length).toBeGreaterThan(3);
    expect(await workspace.actions()).toEqual({});
    const before = nameServer.questions.length;
    await workspace.apply(wait(nameServer.address).replace("timeout = 60", "timeout = 90"));
    // One look of the refresh.
    expect(nameServer.questions).toHaveLength(before + 1);
    await workspace.ok("destroy", "-auto-approve");
  });

  it("is to be made anew once the zone no longer serves the record, and not for want of an answer", async () => {
    const { nameServer, workspace } = world;
    const mx = "0 contoso-com.mail.protection.outlook.com";
    nameServer.serve("contoso.com", "MX", [mx]);
    await workspace.apply(wait(nameServer.address, `resolvers = ["${nameServer.address}"]`));
    nameServer.serve("contoso.com", "MX", ["10 mail.contoso.com", mx]);
    expect(await workspace.actions()).toEqual({});
    nameServer.fail(5);
    expect(await workspace.actions()).toEqual({});
    nameServer.fail(0);
    nameServer.serve("contoso.com", "MX", ["10 mail.contoso.com"]);
    expect(await workspace.actions()).toEqual({ "m365_dns_propagation.contoso": "create" });
    const later = setInterval(() => nameServer.serve("contoso.com", "MX", [mx]), 20);
    await workspace.ok("apply", "-auto-approve");
    clearInterval(later);
    expect(await workspace.actions()).toEqual({});
  });

  it("refuses what is no record, at its attribute", async () => {
    const { workspace, refused } = world;
    workspace.configure(
      wait("192.0.2.53")
        .replace('"MX", values = ["0 contoso-com.mail.protection.outlook.com."]', '"SRV", values = []')
        .replace("timeout = 60", "timeout = -1"),
    );
    const said = await refused("validate");
    expect(said).toContain('got "SRV"; expected A | AAAA | CNAME | MX | NS | TXT');
    expect(said).toContain("no values to wait for");
    expect(said).toContain("got -1; expected whole seconds");
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
