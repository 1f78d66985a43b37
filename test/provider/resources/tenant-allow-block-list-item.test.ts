import { type Bench, bench, refused } from "../objects/support";
import { type Scenario, scenario } from "../scenarios/scenario";

const TYPE = "m365_tenant_allow_block_list_item";
const DAY = 86_400_000;
// One moment for the whole file: a second may pass between two calls.
const STARTED = Math.floor(Date.now() / 1000) * 1000;
const inDays = (days: number) => new Date(STARTED + days * DAY).toISOString().replace(".000Z", "Z");

describe("without Terraform between", () => {
  let tenant: Bench;
  beforeEach(async () => {
    tenant = await bench();
  });
  afterEach(() => tenant.emulator.close());

  const rows = () => tenant.emulator.state.objects.get("TenantAllowBlockListItems")?.all() ?? [];
  const BLOCK = { list_type: "Sender", value: "Bad.example", action: "Block" };

  test("entries end as it is said, or after 30 days", async () => {
    const state = await tenant.create(TYPE, { ...BLOCK, notes: "incident 7" });
    expect(Date.parse(String(state.expiration_date)) - Date.now()).toBeLessThanOrEqual(30 * DAY);
    expect(rows()[0]).toMatchObject({ Value: "Bad.example", Action: "Block", Notes: "incident 7" });
    expect(await tenant.read(TYPE, state)).toEqual(state);
    const allowed = { list_type: "IP", value: "2001:db8::1", action: "Allow", no_expiration: true };
    expect(await tenant.create(TYPE, allowed)).toMatchObject({ expiration_date: null });
    const used = { list_type: "Url", value: "partner.example/*", action: "Allow", remove_after: 45 };
    expect(await tenant.create(TYPE, used)).toMatchObject({ expiration_date: null, remove_after: 45 });
  });

  test("notes and end change in place, and what did not change is not sent", async () => {
    const before = await tenant.create(TYPE, { ...BLOCK, expiration_date: inDays(60), notes: "incident 7" });
    const after = await tenant.update(TYPE, before, {
      ...BLOCK,
      expiration_date: inDays(70),
      notes: "incident 7",
    });
    expect(after).toEqual({ ...before, expiration_date: inDays(70) });
    const [request] = tenant.emulator.control.log.filter(({ cmdlets }) =>
      cmdlets.includes("Set-TenantAllowBlockListItems"),
    );
    expect(JSON.parse(request?.body ?? "{}").CmdletInput.Parameters).toEqual({
      ListType: "Sender",
      Ids: [before.id],
      ExpirationDate: inDays(70),
    });
    const never = await tenant.update(TYPE, after, { ...BLOCK, no_expiration: true, notes: null });
    expect(never).toMatchObject({ no_expiration: true, expiration_date: null, notes: null });
    expect(rows()[0]).toMatchObject({ ExpirationDate: null, Notes: "" });
    Object.assign(rows()[0] ?? {}, { ExpirationDate: inDays(3) });
    // Longer than a list serves the entries of one plan.
    tenant.clock.advance(61_000);
    expect(await tenant.read(TYPE, never)).toMatchObject({
      no_expiration: false,
      expiration_date: inDays(3),
    });
  });

  test("one whose time is over is done; one that somebody removed is gone", async () => {
    const state = await tenant.create(TYPE, { ...BLOCK, expiration_date: inDays(60) });
    tenant.emulator.state.objects.get("TenantAllowBlockListItems")?.remove(state.id);
    expect(await tenant.read(TYPE, state)).toBeNull();
    tenant.clock.advance(61 * DAY);
    expect(await tenant.read(TYPE, state)).toEqual(state);
    await tenant.remove(TYPE, state);
  });

  test("an entry is imported by its list and its value", async () => {
    const state = await tenant.create(TYPE, BLOCK);
    expect(await tenant.import(TYPE, "Sender/bad.example")).toEqual(state);
    expect(await tenant.import(TYPE, "Url/bad.example")).toBeNull();
    expect((await refused(tenant.import(TYPE, "bad.example"))).told).toContain("as Sender/example.net");
  });
});

describe("under Terraform", () => {
  let world: Scenario;
  beforeAll(async () => {
    world = await scenario("contoso.com");
  });
  afterAll(() => world.close());

  const entry = (more: string) => `resource "${TYPE}" "x" {
  list_type = "Sender"
  value     = "bad.example"
  action    = "Block"
  ${more}
}`;

  test("once made, nothing is planned", async () => {
    await world.workspace.apply(entry(""));
    expect(await world.workspace.actions()).toEqual({});
  });

  test("an end that Exchange says is not known before", async () => {
    await world.workspace.apply(entry("no_expiration = true"));
    expect(await world.workspace.actions()).toEqual({});
  });

  test("two ends, and one that is for entries that allow, are refused before anything is sent", async () => {
    world.workspace.configure(entry("no_expiration = true\n  remove_after = 45"));
    const told = await world.refused("validate");
    expect(told).toContain("only one of no_expiration and remove_after can say when it ends");
    expect(told).toContain("remove_after is for entries that allow");
  });
});
