import { objectsOf } from "../../../sandbox/microsoft/objects/object-cmdlets";
import { type Scenario, scenario } from "./scenario";

// Microsoft's own alert policies, and who is in role groups of both services. The tests follow one another.

const ANNA = { userPrincipalName: "anna@contoso.com", displayName: "Anna Berg" };
const BERT = { userPrincipalName: "bert@contoso.com", displayName: "Bert Adler" };
const CARL = { userPrincipalName: "carl@contoso.com", displayName: "Carl Wolf" };

let world: Scenario;
beforeAll(async () => {
  world = await scenario({ domains: ["contoso.com"], users: [ANNA, BERT, CARL] });
});
afterAll(() => world.close());

const idOf = ({ userPrincipalName }: typeof ANNA) =>
  String(world.emulator.state.directory.users.findBy("userPrincipalName", userPrincipalName)?.id);
const group = (service: "exchange" | "purview", name: string) =>
  objectsOf("RoleGroup", world.emulator.state, service).get(name);
const alert = (name: string) => objectsOf("ProtectionAlert", world.emulator.state, "purview").get(name);
const attributes = (address: string) => {
  const { resources } = JSON.parse(world.workspace.stateText());
  const all: { type: string; name: string; instances: { attributes: object }[] }[] = resources;
  return all.find(({ type, name }) => `${type}.${name}` === address)?.instances[0]?.attributes;
};

const MEMBERS = (exactly: readonly string[]) => `
resource "m365_role_group" "readers" {
  service = "exchange"
  name    = "Mail readers"
  roles   = ["Message Tracking"]
}
resource "m365_role_group_member" "anna" {
  service    = "exchange"
  role_group = m365_role_group.readers.name
  member     = "anna@contoso.com"
}
resource "m365_role_group_member" "assured" {
  service    = "purview"
  role_group = "Service Assurance User"
  member     = "bert@contoso.com"
}
resource "m365_role_group_members" "management" {
  service    = "exchange"
  role_group = "Organization Management"
  members    = ${JSON.stringify(exactly)}
}
`;

test("one member is added beside others, and all members are exactly the named, but for those Entra ID feeds in", async () => {
  const fed = world.emulator.state.directory.groups;
  const tenantAdmins = fed.put({
    id: "4b7d3b53-8a3c-4f7e-9a55-000000000001",
    displayName: "TenantAdmins_-12345",
  });
  group("exchange", "Organization Management").$members = [tenantAdmins.id, idOf(CARL)];
  group("purview", "Service Assurance User").$members = [idOf(CARL)];
  await world.workspace.apply(MEMBERS(["ANNA@contoso.com", "Bert Adler"]));
  expect(group("exchange", "Mail readers").$members).toEqual([idOf(ANNA)]);
  expect(group("purview", "Service Assurance User").$members).toEqual([idOf(CARL), idOf(BERT)]);
  expect(group("exchange", "Organization Management").$members).toEqual([
    idOf(ANNA),
    idOf(BERT),
    tenantAdmins.id,
  ]);
  expect(await world.workspace.actions()).toEqual({});
});

test("whoever was taken out, or came in, is drift", async () => {
  group("purview", "Service Assurance User").$members = [idOf(CARL)];
  const management = group("exchange", "Organization Management");
  management.$members = [...[management.$members].flat(), idOf(CARL)];
  expect(await world.workspace.actions()).toEqual({
    "m365_role_group_member.assured": "create",
    "m365_role_group_members.management": "update",
  });
  await world.workspace.ok("apply", "-auto-approve");
  expect(group("purview", "Service Assurance User").$members).toEqual([idOf(CARL), idOf(BERT)]);
  expect(await world.workspace.actions()).toEqual({});
});

test("Purview shows no addresses: members that would be drift at every plan are told, with what to write", async () => {
  const exactly = (members: readonly string[]) => `
resource "m365_role_group_members" "assured" {
  service    = "purview"
  role_group = "Service Assurance User"
  members    = ${JSON.stringify(members)}
}`;
  world.workspace.configure(MEMBERS(["Anna Berg"]) + exactly(["anna@contoso.com", "nobody@contoso.com"]));
  expect(await world.refused("apply", "-auto-approve")).toContain(
    `Couldn't find object "nobody@contoso.com"`,
  );
  world.workspace.configure(MEMBERS(["Anna Berg"]) + exactly(["anna@contoso.com"]));
  expect(await world.refused("apply", "-auto-approve")).toContain(
    `The group shows ${idOf(ANNA)}: write them so`,
  );
  // Both resources on one group would undo each other; the one that names all goes.
  await world.workspace.apply(MEMBERS(["Anna Berg"]));
});

test("members are imported by service, group and member", async () => {
  await world.workspace.ok(
    "state",
    "rm",
    "m365_role_group_member.assured",
    "m365_role_group_members.management",
  );
  const imports = `
import {
  to = m365_role_group_member.assured
  id = "purview/Service Assurance User/Bert Adler"
}
import {
  to = m365_role_group_members.management
  id = "exchange/Organization Management"
}`;
  group("purview", "Service Assurance User").$members = [idOf(BERT)];
  world.workspace.configure(
    MEMBERS(["anna@contoso.com"]).replace(`member     = "bert@contoso.com"`, `member     = "Bert Adler"`) +
      imports,
  );
  expect(await world.workspace.actions()).toEqual({});
  await world.workspace.ok("apply", "-auto-approve");
});

test("Microsoft's own alert policies are judged: there, on, and telling somebody", async () => {
  const asked = (how: string) => `data "m365_system_alerts" "x" {\n${how}\n}\n`;
  const members = MEMBERS(["anna@contoso.com"]).replace(`"bert@contoso.com"`, `"Bert Adler"`);
  await world.workspace.apply(members + asked(""));
  expect(attributes("m365_system_alerts.x")).toMatchObject({
    passed: true,
    missing: [],
    disabled: [],
    silent: [],
  });
  Object.assign(alert("Suspicious connector activity"), { Disabled: true });
  Object.assign(alert("Messages have been delayed"), { NotificationEnabled: false });
  objectsOf("ProtectionAlert", world.emulator.state, "purview").remove(
    "Tenant restricted from sending email",
  );
  await world.workspace.apply(members + asked(`recipients = ["tenantadmins"]`));
  expect(attributes("m365_system_alerts.x")).toMatchObject({
    passed: false,
    missing: ["Tenant restricted from sending email"],
    disabled: ["Suspicious connector activity"],
    silent: ["Messages have been delayed"],
  });
  world.workspace.configure(members + asked("assert = true"));
  const told = await world.refused("plan");
  expect(told).toContain("3 of 6 alert policies are not as they have to be");
  expect(told).toContain(`"Suspicious connector activity" is off`);
  world.workspace.configure(
    members +
      asked(
        `names = ["User restricted from sending email"]\nrecipients = ["soc@contoso.com"]\nassert = true`,
      ),
  );
  expect(await world.refused("plan")).toContain("does not notify soc@contoso.com");
});

test("destroy takes out the one member, and leaves those of a group that were all named", async () => {
  world.workspace.configure(MEMBERS(["anna@contoso.com"]).replace(`"bert@contoso.com"`, `"Bert Adler"`));
  const output = await world.workspace.ok("destroy", "-auto-approve");
  expect(output).toContain(`the members of "Organization Management" stay`);
  expect(group("purview", "Service Assurance User").$members).toEqual([]);
  expect(group("exchange", "Organization Management").$members).toContain(idOf(ANNA));
});
