import { ssprRegistrationOf } from "../../../lib/identity/sspr-registration";
import { ssprRegistration } from "../../../provider/resources/sspr-registration";
import { PASSWORD_RESET } from "../../../sandbox/microsoft/graph/registration";
import { type Bench, bench, refused } from "../objects/support";

const user = (id: string, facts: object = {}) => ({ "@odata.type": "#microsoft.graph.user", id, ...facts });
const row = (id: string, isSsprEnabled: unknown, facts: object = {}) => ({
  id,
  userPrincipalName: `${id}@contoso.com`,
  isSsprEnabled,
  isSsprRegistered: false,
  isSsprCapable: false,
  ...facts,
});

describe("what a report proves", () => {
  test("Selected is set where members are enabled and others are not", () => {
    const report = [
      row("anna", true, { isSsprRegistered: true, isSsprCapable: true }),
      row("bert", false),
      row("carl", false),
    ];
    const members = [
      user("ANNA"),
      user("bert"),
      user("dora"),
      { "@odata.type": "#microsoft.graph.group", id: "g" },
    ];
    expect(ssprRegistrationOf(members, report)).toEqual({
      passed: false,
      members: 3,
      reported: 2,
      enabled: 1,
      registered: 1,
      capable: 1,
      notEnabled: ["bert@contoso.com"],
      scope: "selected",
      summary:
        "Selected is set: 1 of 3 members enabled, 1 registered, 1 able to reset their passwords; 1 not in the report.",
    });
  });

  test.each([
    ["all", [user("anna")], [row("anna", true), row("bert", true)], true],
    ["none", [user("anna")], [row("anna", false), row("bert", false)], false],
    ["unknown", [user("anna")], [row("anna", true)], true],
    ["unknown", [user("anna")], [], false],
    ["unknown", [], [], false],
    // A value of a strange type is not "enabled"; administrators and guests say nothing of the switch.
    ["none", [user("anna")], [row("anna", "true"), row("bert", false)], false],
    ["none", [user("anna")], [row("anna", false), row("root", true, { isAdmin: true })], false],
    [
      "all",
      [user("anna")],
      [row("anna", true), row("bert", true), row("guest", false, { userType: "guest" })],
      true,
    ],
    ["none", [user("off", { accountEnabled: false })], [row("bert", false)], false],
  ])("%s", (scope, members, report, passed) => {
    expect(ssprRegistrationOf(members, report)).toMatchObject({ scope, passed });
  });
});

describe("of a tenant", () => {
  const users = ["anna", "bert", "carl"].map((name) => ({
    userPrincipalName: `${name}@contoso.com`,
    displayName: name,
  }));
  let alone: Bench;
  let limited: Bench;
  beforeAll(async () => {
    alone = await bench({ domains: ["contoso.com"], users });
    limited = await bench({ domains: ["contoso.com"], users, permissions: ["Directory.Read.All"] });
  });
  afterAll(() => Promise.all([alone.emulator.close(), limited.emulator.close()]));

  const GROUP = "6b0e1b3a-0000-4000-8000-000000000001";
  const read = ({ client, warnings }: Bench, config: object) =>
    ssprRegistration.read({ group_id: GROUP, assert: null, ...config } as never, {
      client,
      signal: new AbortController().signal,
      warn: ({ summary }) => warnings.push(summary),
      progress: () => undefined,
    });
  const fill = ({ emulator }: Bench) => {
    const { directory } = emulator.state;
    directory.groups.put({ id: GROUP, displayName: "sg-sspr", securityEnabled: true });
    const [anna, bert] = directory.users.all().map(({ id }) => id);
    for (const id of [anna, bert]) directory.members.add(GROUP, String(id));
    return anna;
  };

  test("the switch of the portal shows, page by page, and is an error where it is asserted", async () => {
    const anna = fill(alone);
    const { directory } = alone.emulator.state;
    alone.emulator.graph.pageSize = 1;
    expect(await read(alone, {})).toMatchObject({ passed: false, members: 2, enabled: 0, scope: "none" });
    expect((await refused(read(alone, { assert: true }))).told).toContain(
      "self-service password reset is not on for the whole group. Nobody is enabled: 0 of 2 members enabled",
    );
    directory.settings.put({
      id: PASSWORD_RESET,
      value: { scope: "selected", group: GROUP, registered: [anna] },
    });
    expect(await read(alone, { assert: true })).toMatchObject({
      passed: true,
      summary: "Selected is set: 2 of 2 members enabled, 1 registered, 1 able to reset their passwords.",
    });
  });

  test("without the permission or the licence it is an error that says what is missing", async () => {
    fill(limited);
    expect((await refused(read(limited, {}))).told).toContain(
      "the report of registrations cannot be read. Insufficient privileges to complete the operation.",
    );
  });
});
