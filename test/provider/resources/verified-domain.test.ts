import { CloudError } from "../../../provider/http/cloud-error";
import { DiagnosticError } from "../../../provider/plugin/index";
import { refusedElsewhere, servicesOf } from "../../../provider/resources/tenant-domains";
import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;

beforeEach(async () => {
  world = await scenario({ domains: ["contoso.com"], users: [{ userPrincipalName: "ann@fabrikam.com" }] });
});

afterEach(() => world.close());

const configuration = (domain: string, membership = "") => `resource "m365_domain" "this" {
  domain = "${domain}"
  ${membership}
}
resource "m365_verified_domain" "this" {
  domain  = m365_domain.this.domain
  timeout = 60
}
`;

test("a new domain is added, verified once its TXT is there, given mail, and left or removed", async () => {
  const { emulator, nameServer, workspace, refused } = world;
  workspace.configure(configuration("fabrikam.com"));
  const unpublished = await refused("apply", "-auto-approve");
  expect(unpublished).toMatch(/Error: fabrikam\.com is not verified: its TXT record is not published/);
  expect(unpublished).toMatch(/Wanted: fabrikam\.com TXT MS=ms\d+: DNS has/);
  const proof = (await workspace.values("m365_domain.this"))?.verification_txt;
  expect(proof).toMatch(/^MS=ms\d+$/);

  // Published, and Microsoft does not look at it yet.
  nameServer.serve("fabrikam.com", "TXT", ["v=spf1 -all", String(proof)]);
  expect(await refused("apply", "-auto-approve")).toContain("Microsoft does not see its TXT record yet");

  emulator.dns.publishText("fabrikam.com", String(proof));
  await workspace.apply(configuration("fabrikam.com"));
  expect(emulator.state.domains.get("fabrikam.com")).toMatchObject({
    isVerified: true,
    supportedServices: ["Email"],
  });
  expect(emulator.state.acceptedDomains.find("fabrikam.com")).toBeDefined();
  expect(await workspace.actions()).toEqual({});

  // Who uses it is named, and it stays.
  await workspace.apply(configuration("fabrikam.com", "remove_on_destroy = true"));
  emulator.state.addDomain("mail.fabrikam.com");
  const used = await refused("destroy", "-auto-approve");
  expect(used).toContain("fabrikam.com is in use by 2, and stays in the tenant");
  expect(used).toContain("domain mail.fabrikam.com user ann@fabrikam.com");
  expect(emulator.state.domains.has("fabrikam.com")).toBe(true);
  emulator.state.removeDomain("mail.fabrikam.com");
  const [ann] = emulator.state.directory.users.all();
  if (ann) emulator.state.directory.users.put({ ...ann, userPrincipalName: "ann@contoso.com" });
  await workspace.ok("destroy", "-auto-approve");
  expect(emulator.state.domains.has("fabrikam.com")).toBe(false);
});

test("what is there is taken up and stays; a domain below it needs no proof; the initial one is refused", async () => {
  const { emulator, workspace, refused } = world;
  await workspace.apply(configuration("contoso.com"));
  expect(
    emulator.control.log.filter(({ method, service }) => service === "graph" && method !== "GET"),
  ).toEqual([]);
  expect(await workspace.ok("destroy", "-auto-approve")).toContain("contoso.com stays in the tenant");
  await workspace.apply(configuration("news.contoso.com"));
  expect(await workspace.values("m365_domain.this")).toMatchObject({ verification_txt: null });
  expect(emulator.state.acceptedDomains.find("news.contoso.com")).toBeDefined();
  workspace.configure(configuration("contoso.onmicrosoft.com"));
  expect(await refused("apply", "-auto-approve")).toContain(
    "contoso.onmicrosoft.com is the tenant's initial domain",
  );
});

test.each([
  "The domain fabrikam.com is already verified in another directory.",
  "A conflicting object with one or more of the specified property values is present in the directory.",
  "Unable to verify this domain because it is used elsewhere in Office 365.",
  "the domain is already added to a different Microsoft 365 organization: Test.onmicrosoft.com.",
])("a domain of another tenant is told as such: %s", (message) => {
  const told = refusedElsewhere(
    "fabrikam.com",
    new CloudError({ status: 400, code: "Request_BadRequest", message }),
  );
  expect(told).toBeInstanceOf(DiagnosticError);
  expect(String(told)).toContain("fabrikam.com is verified in another tenant");
});

test("any other refusal stays what it was, and strange services are none", () => {
  const others = [
    new CloudError({ status: 403, code: "Authorization_RequestDenied", message: "another tenant" }),
    new CloudError({ status: 400, code: "Request_BadRequest", message: "The TXT record was not found." }),
    new Error("another tenant"),
  ];
  for (const error of others) expect(refusedElsewhere("fabrikam.com", error)).toBe(error);
  expect(servicesOf({ supportedServices: ["Email", 1, null] })).toEqual(["Email"]);
  expect(servicesOf({ supportedServices: "Email" })).toEqual([]);
});
