import { CloudError } from "../../../provider/http/cloud-error";
import { objectsOf } from "../../../sandbox/microsoft/objects/object-cmdlets";
import { type Bench, bench, refused } from "../objects/support";

// What is no object with Guid and Set-: members of role groups, DNSSEC and DANE of a domain, pairs of spoofed senders.

let tenant: Bench;
beforeEach(async () => {
  tenant = await bench();
});
afterEach(() => tenant.emulator.close());

describe("members of role groups", () => {
  const MEMBER = "m365_role_group_member";
  const MEMBERS = "m365_role_group_members";
  const ASSURED = { service: "purview", role_group: "Service Assurance User" };
  const NOBODYS = { service: "exchange", role_group: "Nobody's" };

  /** Somebody whom the tenant knows. */
  const known = (displayName: string): string =>
    tenant.emulator.state.directory.groups.put({
      id: `4b7d3b53-8a3c-4f7e-9a55-${displayName.length.toString().padStart(12, "0")}`,
      displayName,
    }).id;
  const group = () => objectsOf("RoleGroup", tenant.emulator.state, "purview").get(ASSURED.role_group);

  test("one that is there already is taken over; one that somebody took out is gone, and its removal is done", async () => {
    const auditors = known("Auditors");
    group().$members = [auditors];
    const state = await tenant.create(MEMBER, { ...ASSURED, member: "auditors" });
    expect(state).toMatchObject({ id: auditors });
    expect(await tenant.read(MEMBER, state)).toEqual(state);
    expect(await tenant.import(MEMBER, "purview/Service Assurance User/Auditors")).toEqual({
      ...state,
      member: "Auditors",
    });
    group().$members = [];
    tenant.clock.advance(61_000);
    expect(await tenant.read(MEMBER, state)).toBeNull();
    await tenant.remove(MEMBER, state);
    expect(await tenant.import(MEMBER, "purview/Service Assurance User/Auditors")).toBeNull();
  });

  test("a group that there is not, and whom nobody knows, are told with what was asked", async () => {
    known("Auditors");
    expect(await refused(tenant.create(MEMBER, { ...NOBODYS, member: "Auditors" }))).toMatchObject({
      told: 'role_group: there is no role group "Nobody\'s" (exchange). ',
    });
    expect(await refused(tenant.create(MEMBERS, { ...NOBODYS, members: [] }))).toMatchObject({
      told: 'role_group: there is no role group "Nobody\'s" (exchange). ',
    });
    const stranger = await refused(tenant.create(MEMBER, { ...ASSURED, member: "Stranger" }));
    expect(stranger.told).toContain('the members of "Service Assurance User" (purview) cannot be managed so');
    expect(stranger.told).toContain('Couldn\'t find object "Stranger"');
    const strangers = await refused(tenant.create(MEMBERS, { ...ASSURED, members: ["Stranger"] }));
    expect(strangers.told).toContain("cannot be managed so");
    const state = { ...ASSURED, member: "Stranger", id: "Stranger" };
    expect((await refused(tenant.remove(MEMBER, state))).told).toContain("Couldn't find object");
  });

  test("all members: who is not named goes, an empty set empties, and destroy leaves them", async () => {
    const [auditors, readers] = [known("Auditors"), known("Readers of audits")];
    group().$members = [readers];
    const state = await tenant.create(MEMBERS, { ...ASSURED, members: ["Auditors"] });
    expect(group().$members).toEqual([auditors]);
    // Purview shows no name that must stay: by the id.
    expect(await tenant.import(MEMBERS, "purview/Service Assurance User")).toEqual({
      ...state,
      members: [auditors],
    });
    const emptied = await tenant.update(MEMBERS, state, { ...ASSURED, members: [] });
    expect(group().$members).toEqual([]);
    await tenant.remove(MEMBERS, emptied);
    expect(tenant.warnings).toEqual(['the members of "Service Assurance User" stay']);
    expect(await tenant.read(MEMBERS, { ...emptied, role_group: "Nobody's" })).toBeNull();
    expect(await tenant.import(MEMBERS, "purview/Nobody's")).toBeNull();
  });

  test.each(["", "purview", "teams/Group/Anna", "purview//Anna", "purview/Group/"])(
    "no member is called %j",
    async (id) => {
      expect((await refused(tenant.import(MEMBER, id))).told).toContain("names no member of a role group");
    },
  );

  test.each(["", "purview/", "teams/Group"])("no group is called %j", async (id) => {
    expect((await refused(tenant.import(MEMBERS, id))).told).toContain("names no role group");
  });
});

describe("DNSSEC and DANE of a domain", () => {
  const DNSSEC = "m365_dnssec_for_verified_domain";
  const DANE = "m365_smtp_dane_inbound";
  const domain = { domain: "contoso.com" };
  const row = () => tenant.emulator.state.acceptedDomains.get("contoso.com");

  test("what is on already is taken over; what somebody switched off is gone", async () => {
    const first = await tenant.create(DNSSEC, domain);
    expect(await tenant.create(DNSSEC, domain)).toEqual(first);
    const dane = await tenant.create(DANE, domain);
    expect(await tenant.create(DANE, domain)).toEqual(dane);
    expect(tenant.called().filter((cmdlet) => cmdlet.startsWith("Enable-"))).toEqual([
      "Enable-DnssecForVerifiedDomain",
      "Enable-SmtpDaneInbound",
    ]);
    expect(await tenant.import(DNSSEC, "contoso.com")).toEqual(first);
    expect(await tenant.import(DANE, "contoso.com")).toEqual(dane);
    Object.assign(row(), { SmtpDaneStatus: "Disabled", $dnssec: false });
    tenant.clock.advance(61_000);
    expect(await tenant.read(DNSSEC, first)).toBeNull();
    expect(await tenant.read(DANE, dane)).toBeNull();
    expect(await tenant.import(DNSSEC, "contoso.com")).toBeNull();
    expect(await tenant.import(DANE, "contoso.com")).toBeNull();
  });

  test("DNSSEC stays while DANE needs it, and while nobody says otherwise", async () => {
    const on = await tenant.create(DNSSEC, domain);
    const asked = await tenant.update(DNSSEC, on, { ...domain, disable_on_destroy: true });
    const dane = await tenant.create(DANE, domain);
    expect((await refused(tenant.remove(DNSSEC, asked))).told).toContain(
      "DNSSEC for contoso.com: Exchange says no. SMTP DANE has to be disabled for the domain first.",
    );
    await tenant.remove(DANE, dane);
    await tenant.remove(DNSSEC, on);
    expect(row()).toMatchObject({ $dnssec: true });
    await tenant.remove(DNSSEC, asked);
    expect(row()).toMatchObject({ $dnssec: false });
    expect(tenant.warnings).toEqual(["DNSSEC for contoso.com stays on"]);
  });

  test("a domain that Exchange does not know is refused, and what is gone needs no removal", async () => {
    const foreign = { domain: "fabrikam.com" };
    expect((await refused(tenant.create(DNSSEC, foreign))).told).toContain(
      "DNSSEC for fabrikam.com: Exchange",
    );
    expect((await refused(tenant.create(DANE, foreign))).told).toContain(
      "SMTP DANE for fabrikam.com: Exchange",
    );
    await tenant.remove(DANE, { ...foreign, id: "fabrikam.com" });
  });
});

describe("pairs of spoofed senders", () => {
  const TYPE = "m365_tenant_allow_block_list_spoof_item";
  const PAIR = {
    spoofed_user: "contoso.com",
    sending_infrastructure: "mail.fabrikam.com",
    spoof_type: "Internal",
    action: "Allow",
  };

  test("a pair is changed in place, imported by its names or its id, and gone when somebody removed it", async () => {
    const state = await tenant.create(TYPE, PAIR);
    const blocked = await tenant.update(TYPE, state, { ...PAIR, action: "Block" });
    expect(blocked).toEqual({ ...state, action: "Block" });
    expect(await tenant.import(TYPE, "Contoso.com/mail.fabrikam.com")).toEqual(blocked);
    expect(await tenant.import(TYPE, String(state.id))).toEqual(blocked);
    await tenant.remove(TYPE, blocked);
    expect(await tenant.read(TYPE, blocked)).toBeNull();
    await tenant.remove(TYPE, blocked);
    expect((await refused(tenant.import(TYPE, "contoso.com"))).told).toContain('"contoso.com" names no pair');
  });

  test("the same pair twice is Exchange's to refuse", async () => {
    await tenant.create(TYPE, PAIR);
    await expect(tenant.create(TYPE, PAIR)).rejects.toThrow(CloudError);
  });
});
