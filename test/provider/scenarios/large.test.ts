import { runObjectCmdlet } from "../../../sandbox/microsoft/objects/object-cmdlets";
import type { Row } from "../../../sandbox/microsoft/table";
import { type Scenario, scenario } from "./scenario";

// A tenant of two hundred rules and policies, which are there already and come in by import.

jest.setTimeout(120_000);

const EACH = 50;
const KINDS = ["SafeLinksPolicy", "SafeLinksRule", "TransportRule", "RemoteDomain"];
const TENANT = `
locals {
  each = toset([for place in range(${EACH}) : tostring(place)])
}
resource "m365_safe_links_policy" "x" {
  for_each = local.each
  name     = "Policy \${each.key}"
}
resource "m365_safe_links_rule" "x" {
  for_each            = local.each
  name                = "Rule \${each.key}"
  safe_links_policy   = m365_safe_links_policy.x[each.key].name
  recipient_domain_is = ["contoso.com"]
}
resource "m365_transport_rule" "x" {
  for_each                 = local.each
  name                     = "Rule \${each.key}"
  subject_matches_patterns = ["^a{\${each.key}}$"]
  prepend_subject          = "[\${each.key}] "
}
resource "m365_remote_domain" "x" {
  for_each    = local.each
  name        = "Partner \${each.key}"
  domain_name = "p\${each.key}.fabrikam.com"
}
${[
  ["m365_safe_links_policy", "Policy"],
  ["m365_safe_links_rule", "Rule"],
  ["m365_transport_rule", "Rule"],
  ["m365_remote_domain", "Partner"],
]
  .map(
    ([type, name]) =>
      `import {\n  for_each = local.each\n  to = ${type}.x[each.key]\n  id = "${name} \${each.key}"\n}`,
  )
  .join("\n")}
`;

let world: Scenario;
beforeAll(async () => {
  world = await scenario("contoso.com");
  const make = (noun: string, parameters: Row) => {
    runObjectCmdlet(`New-${noun}`, parameters, world.emulator.state);
  };
  for (let place = 0; place < EACH; place += 1) {
    make("SafeLinksPolicy", { Name: `Policy ${place}` });
    make("SafeLinksRule", {
      Name: `Rule ${place}`,
      SafeLinksPolicy: `Policy ${place}`,
      RecipientDomainIs: ["contoso.com"],
    });
    make("TransportRule", {
      Name: `Rule ${place}`,
      SubjectMatchesPatterns: [`^a{${place}}$`],
      PrependSubject: `[${place}] `,
    });
    make("RemoteDomain", { Name: `Partner ${place}`, DomainName: `p${place}.fabrikam.com` });
  }
});
afterAll(() => world.close());

/** What was asked of Exchange by a run. */
async function asked(run: () => Promise<unknown>) {
  const before = world.emulator.control.log.length;
  await run();
  const requests = world.emulator.control.log.slice(before).filter(({ service }) => service === "exchange");
  return { requests: requests.length, cmdlets: requests.flatMap(({ cmdlets }) => cmdlets).sort() };
}

test("is planned with one list for each kind, in no more requests than kinds", async () => {
  world.workspace.configure(TENANT);
  const plan = await asked(async () => expect(await world.workspace.actions()).toEqual({}));
  expect(plan.cmdlets).toEqual(KINDS.map((noun) => `Get-${noun}`).sort());
  expect(plan.requests).toBeLessThanOrEqual(KINDS.length);
});

test("a change of fifty rules is planned with one more, for the limits of the tenant", async () => {
  world.workspace.configure(TENANT.replace(`"[\${each.key}] "`, `"[x] "`));
  const plan = await asked(async () =>
    expect(Object.values(await world.workspace.actions())).toEqual(
      Array.from({ length: EACH }, () => "update"),
    ),
  );
  expect(plan.cmdlets).toEqual([...KINDS, "TransportConfig"].map((noun) => `Get-${noun}`).sort());
});

test("a limit of the tenant, and a pattern that is none, stop the plan", async () => {
  const { state } = world.emulator;
  Object.assign(state.objects.get("TransportConfig")?.all()[0] ?? {}, { TransportRuleLimit: EACH });
  const more = (settings: string) =>
    `\nresource "m365_transport_rule" "more" {\n  name = "One more"\n${settings}\n}`;
  world.workspace.configure(more(""));
  expect(await world.refused("plan")).toContain(`the tenant has ${EACH} transport rules, and takes ${EACH}`);
  world.workspace.configure(more(`subject_matches_patterns = ["^(a"]`));
  expect(await world.refused("validate")).toContain("is no regular expression");
});
