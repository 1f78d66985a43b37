import type { Row } from "../../../sandbox/microsoft/table";
import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;
beforeAll(async () => {
  world = await scenario("contoso.com");
});
afterAll(() => world.close());

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY).toISOString();
const END = inDays(60);

const entries = (notes: string, end: string) => `
resource "m365_tenant_allow_block_list_item" "sender" {
  list_type       = "Sender"
  value           = "Bad.example"
  action          = "Block"
  expiration_date = "${end}"
  notes           = ${notes}
}
resource "m365_tenant_allow_block_list_item" "usual" {
  list_type = "Sender"
  value     = "worse@example.net"
  action    = "Block"
}
resource "m365_tenant_allow_block_list_item" "ip" {
  list_type     = "IP"
  value         = "2001:db8::1"
  action        = "Allow"
  no_expiration = true
}
resource "m365_tenant_allow_block_list_item" "url" {
  list_type    = "Url"
  value        = "partner.example/*"
  action       = "Allow"
  remove_after = 45
}
`;
const rows = (): readonly Row[] => world.emulator.state.objects.get("TenantAllowBlockListItems")?.all() ?? [];
const rowOf = (value: string) => rows().find(({ Value }) => Value === value) ?? {};
const each = (action: string, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [`m365_tenant_allow_block_list_item.${name}`, action]));

test("entries are made as each ends, and nothing more is planned, for one request a list", async () => {
  const { workspace, emulator } = world;
  await workspace.apply(entries('"seen in incident 7"', END));
  expect(rowOf("Bad.example")).toMatchObject({
    Action: "Block",
    ExpirationDate: END,
    Notes: "seen in incident 7",
  });
  expect(rowOf("2001:db8::1")).toMatchObject({ Action: "Allow", ExpirationDate: null });
  const before = emulator.control.count("Get-TenantAllowBlockListItems");
  expect(await workspace.actions()).toEqual({});
  expect(emulator.control.count("Get-TenantAllowBlockListItems") - before).toBe(3);
});

test("notes and end change in place; a change by hand is drift", async () => {
  const { workspace } = world;
  const id = rowOf("Bad.example").Identity;
  await workspace.apply(entries("null", inDays(70)));
  expect(rowOf("Bad.example")).toMatchObject({ Identity: id, Notes: "" });
  expect(await workspace.actions()).toEqual({});
  Object.assign(rowOf("Bad.example"), { Notes: "by hand" });
  Object.assign(rowOf("2001:db8::1"), { ExpirationDate: inDays(3) });
  expect(await workspace.actions()).toEqual(each("update", "sender", "ip"));
  await workspace.ok("apply", "-auto-approve");
  expect(rowOf("2001:db8::1")).toMatchObject({ ExpirationDate: null });
});

test("one whose time is over is done; one that somebody removed is not", async () => {
  const { workspace, emulator } = world;
  const state = workspace.stateText();
  expect(state).toContain("bad.example".replace("b", "B"));
  const soon = inDays(70).slice(0, 10);
  expect(state).toContain(soon);
  // Time goes by: in the state too, which has what Exchange said.
  const { writeFileSync } = await import("node:fs");
  writeFileSync(
    `${workspace.folder}/terraform.tfstate`,
    state.replace(
      new RegExp(`"expiration_date": "${soon}[^"]*"`),
      '"expiration_date": "2026-01-01T00:00:00Z"',
    ),
  );
  emulator.state.objects.get("TenantAllowBlockListItems")?.remove(rowOf("Bad.example").Identity);
  emulator.state.objects.get("TenantAllowBlockListItems")?.remove(rowOf("2001:db8::1").Identity);
  workspace.configure(entries("null", "2026-01-01T00:00:00Z"));
  expect(await workspace.actions()).toEqual(each("create", "ip"));
});

test("an entry is imported by its list and its value", async () => {
  const { workspace } = world;
  await workspace.ok("state", "rm", "m365_tenant_allow_block_list_item.usual");
  await workspace.ok("import", "m365_tenant_allow_block_list_item.usual", "Sender/worse@example.net");
  expect(await workspace.actions()).toEqual(each("create", "ip"));
});

test("two ends, and one that is for entries that allow, are refused before anything is sent", async () => {
  const { workspace, refused } = world;
  workspace.configure(`resource "m365_tenant_allow_block_list_item" "x" {
  list_type     = "Sender"
  value         = "x.example"
  action        = "Block"
  no_expiration = true
  remove_after  = 45
}`);
  const told = await refused("validate");
  expect(told).toContain("only one of no_expiration and remove_after can say when it ends");
  expect(told).toContain("remove_after is for entries that allow");
});
