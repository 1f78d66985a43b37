import { type Scenario, scenario } from "../scenarios/scenario";

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
