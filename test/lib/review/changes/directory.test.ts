import type {
  AuthenticationStrength,
  Group,
  NamedLocation,
  TenantObjects,
} from "../../../../lib/identity/coverage";
import type { TenantPosture } from "../../../../lib/posture/model";
import { directoryChanges, unjudgedGroups, withoutPolicies } from "../../../../lib/review/changes/directory";
import { policy } from "../../identity/coverage/support/policies";
import { sentences } from "../before-after";

const contoso = (objects: TenantObjects, more: Partial<TenantPosture> = {}): TenantPosture => ({
  name: "contoso",
  objects,
  where: {},
  ...more,
});
const change = (before: TenantObjects, after: TenantObjects, more: Partial<TenantPosture> = {}) =>
  sentences(directoryChanges(contoso(before, more), contoso(after, more)));

describe("named locations", () => {
  const office = (...ranges: readonly string[]) => ({
    kind: "ip" as const,
    id: "L1",
    name: "office",
    ranges,
    trusted: false,
  });
  const home = (...countries: readonly string[]) => ({
    kind: "countries" as const,
    id: "l1",
    name: "home",
    countries,
    unknownCountries: false,
    lookup: "clientIpAddress" as const,
  });
  const blocks = (count: number, third: number) =>
    Array.from({ length: count }, (_, at) => `192.0.${third}.${at * 2}/32`);

  test.each<[string, NamedLocation | undefined, NamedLocation | undefined, readonly string[]]>([
    ["the same", office("192.0.2.0/24"), { ...office("192.0.2.0/25", "192.0.2.128/25"), id: "l1" }, []],
    ["a new one", undefined, office("192.0.2.0/24"), ["office: new"]],
    ["one that goes", office("192.0.2.0/24"), undefined, ["office: removed"]],
    ["another name", office(), { ...office(), name: "branch" }, ["office: now called branch"]],
    ["trust", office(), { ...office(), trusted: true }, ["office: now trusted"]],
    ["no trust", { ...office(), trusted: true }, office(), ["office: no longer trusted"]],
    [
      "a block more",
      office("192.0.2.0/24"),
      office("192.0.2.0/24", "2001:db8::/32"),
      ["office: 192.0.2.0/24 → 192.0.2.0/24, 2001:db8::/32"],
    ],
    ["a block less", office("2001:db8::/32"), office(), ["office: 2001:db8::/32 → no addresses"]],
    ["the first block", office(), office("192.0.2.0/24"), ["office: no addresses → 192.0.2.0/24"]],
    [
      "what cannot be read",
      office("192.0.2.0/33"),
      office("192.0.2.0/34"),
      ["office: 192.0.2.0/33 → 192.0.2.0/34"],
    ],
    [
      "long lists, by what differs",
      office(...blocks(6, 2), "198.51.100.0/24"),
      office(...blocks(6, 2), "203.0.113.0/24"),
      ["office: now also holds 203.0.113.0/24", "office: no longer holds 198.51.100.0/24"],
    ],
    [
      "ten blocks are not long yet",
      office(...blocks(5, 2)),
      office(...blocks(4, 2), "203.0.113.0/24"),
      [`office: ${blocks(5, 2).join(", ")} → ${blocks(4, 2).join(", ")}, 203.0.113.0/24`],
    ],
    [
      "more than ten differences",
      office("203.0.113.0/24"),
      office("203.0.113.0/24", ...blocks(11, 2)),
      [`office: now also holds ${blocks(10, 2).join(", ").replaceAll("/32", "")} and 1 more`],
    ],
    [
      "ten differences",
      office("203.0.113.0/24"),
      office("203.0.113.0/24", ...blocks(10, 2)),
      [`office: now also holds ${blocks(10, 2).join(", ").replaceAll("/32", "")}`],
    ],
    [
      "countries",
      home("NL", "de"),
      home("DE", "ch"),
      ["home: now also holds CH", "home: no longer holds NL"],
    ],
    [
      "unknown countries",
      home("NL"),
      { ...home("NL"), unknownCountries: true },
      ["home: now also holds addresses of no known country"],
    ],
    [
      "how a country is found",
      home("NL"),
      { ...home("NL"), lookup: "authenticatorAppGps" },
      ["home: the country is found by the phone's position"],
    ],
    [
      "and back",
      { ...home("NL"), lookup: "authenticatorAppGps" },
      home("NL"),
      ["home: the country is found by the address"],
    ],
    [
      "countries for addresses",
      { ...office(), name: "home" },
      home("NL"),
      ["home: countries instead of addresses"],
    ],
    [
      "addresses for countries",
      { ...home("NL"), name: "office" },
      office(),
      ["office: addresses instead of countries"],
    ],
  ])("%s", (_, before, after, told) => {
    const of = (one: NamedLocation | undefined) => (one ? { namedLocations: [one] } : {});
    expect(change(of(before), of(after))).toEqual(told.map((text) => `low: Named location ${text}`));
  });
});

test.each<[readonly string[] | undefined, readonly string[] | undefined, readonly string[]]>([
  [["fido2"], ["fido2"], []],
  [["fido2"], ["password,sms", "fido2"], ["now also allows password,sms"]],
  [["fido2", "password"], ["fido2"], ["no longer allows password"]],
  [undefined, ["fido2"], ["new"]],
  [["fido2"], undefined, ["removed"]],
])("a strength of %j that is one of %j", (before, after, told) => {
  const of = (allowedCombinations: readonly string[] | undefined): TenantObjects =>
    allowedCombinations ? { strengths: [{ id: "s1", name: "own", allowedCombinations }] } : {};
  expect(change(of(before), of(after))).toEqual(
    told.map((text) => `low: Authentication strength own: ${text}`),
  );
});

describe("groups", () => {
  const users = [
    { id: "u1", name: "ada" },
    { id: "u2", name: "bea" },
  ];
  const group = (more: Partial<Group> = {}): Group => ({
    id: "G1",
    name: "sg-staff",
    members: ["u1"],
    ...more,
  });
  const named = { namedGroups: ["g1"] };
  const of = (one: Group | undefined): TenantObjects => ({ users, groups: one ? [one] : [] });
  const BACK = "its accounts are the way back in when everyone else is locked out";
  const WHO = "who can change a group can change who is in it; this is not judged";

  test.each<[string, Group | undefined, Group | undefined, Partial<TenantPosture>, readonly string[]]>([
    ["that nobody names", group(), group({ members: [] }), {}, []],
    [
      "of the estate's policies",
      group(),
      group({ members: ["U2"] }),
      named,
      ["low: Group sg-staff: now also holds bea", "low: Group sg-staff: no longer holds ada"],
    ],
    ["that stays", group(), group({ members: ["U1"] }), named, []],
    [
      "that a policy includes",
      group(),
      group({ members: [] }),
      { policies: [{ key: "p", policy: policy({ users: { includeGroups: ["g1"] } }), where: {} }] },
      ["low: Group sg-staff: no longer holds ada"],
    ],
    [
      "that every policy excludes, if the estate names none",
      group(),
      group({ members: [] }),
      {
        policies: [
          {
            key: "p",
            policy: policy({ users: { includeUsers: ["All"], excludeGroups: ["g1"] } }),
            where: {},
          },
        ],
      },
      [`high: Break-glass group sg-staff: no longer holds ada (${BACK})`],
    ],
    [
      "for password reset",
      group(),
      group({ members: ["u1", "u2"] }),
      { sspr: "g1" },
      ["low: Self-service password reset, group sg-staff: now also holds bea"],
    ],
    [
      "of emergency accounts",
      group(),
      group({ members: [] }),
      { breakGlass: "g1" },
      [`high: Break-glass group sg-staff: no longer holds ada (${BACK})`],
    ],
    [
      "of emergency accounts, by another name",
      group(),
      group({ name: "sg-bg" }),
      { breakGlass: "g1" },
      ["low: Break-glass group sg-staff: now called sg-bg"],
    ],
    [
      "that is new",
      undefined,
      group({ members: ["u1", "u2"] }),
      named,
      ["low: Group sg-staff: new, holds ada, bea"],
    ],
    [
      "that is new, of unknown members",
      undefined,
      { id: "g1", name: "sg-staff" },
      named,
      ["low: Group sg-staff: new"],
    ],
    ["that is new and empty", undefined, group({ members: [] }), named, ["low: Group sg-staff: new"]],
    ["that goes", group(), undefined, named, ["low: Group sg-staff: removed"]],
    [
      "that is deleted and known to be",
      group(),
      group({ members: [], gone: true, settings: { owners: "x" } }),
      named,
      ["low: Group sg-staff: removed", "low: Group sg-staff: no longer holds ada"],
    ],
    ["whose members become unknown", group(), { id: "g1", name: "sg-staff" }, named, []],
    [
      "by another rule",
      group({ rule: "a" }),
      group({ rule: "b" }),
      named,
      ["medium: Group sg-staff: a → b (whom the rule takes in is not judged)"],
    ],
    [
      "by a rule from now on",
      group(),
      group({ rule: "b" }),
      named,
      ["medium: Group sg-staff: no rule → b (whom the rule takes in is not judged)"],
    ],
    [
      "by no rule any more",
      group({ rule: "a" }),
      group(),
      named,
      ["medium: Group sg-staff: a → no rule (whom the rule takes in is not judged)"],
    ],
    [
      "that others may change",
      group({ settings: { owners: "ada" } }),
      group({ settings: { owners: "bea" } }),
      named,
      [`medium: Group sg-staff: owners changed (${WHO})`],
    ],
  ])("a group %s", (_, before, after, more, told) => {
    expect(change(of(before), of(after), more)).toEqual(told);
  });

  test.each<[string, Partial<Group>, Partial<Group>, string]>([
    [
      "settings",
      { settings: { owners: "a", types: "x" } },
      { settings: { owners: "b", types: "y" } },
      "owners, types",
    ],
    ["what is new to it", { settings: {} }, { settings: { owners: "b" } }, ""],
    [
      "what nobody here knows",
      { unread: { a: "1", b: "1" } },
      { unread: { b: "1", c: "1" } },
      "a (which this review does not know), c (which this review does not know)",
    ],
    ["the same", { unread: { a: "1" } }, { unread: { a: "1" } }, ""],
  ])("what else decides who is in a group: %s", (_, before, after, settings) => {
    const told = settings === "" ? [] : [`medium: Group sg-staff: ${settings} changed (${WHO})`];
    expect(change(of(group(before)), of(group(after)), named)).toEqual(told);
    expect(unjudgedGroups(contoso(of(group(before)), named), contoso(of(group(after)), named))).toEqual(
      settings === "" ? [] : [`the group "sg-staff": ${settings} changed`],
    );
  });

  test("a group that is for password reset on one side alone, and no other", () => {
    const other: Group = { id: "g2", name: "sg-other", members: [] };
    const [before, after] = [["u1"], []].map((members) => ({
      users,
      groups: [group({ members }), { ...other, members }],
    }));
    const all = { namedGroups: ["g1", "g2"] };
    expect(
      sentences(directoryChanges(contoso(before ?? {}, all), contoso(after ?? {}, { ...all, sspr: "g1" }))),
    ).toEqual([
      "low: Self-service password reset, group sg-staff: no longer holds ada",
      "low: Group sg-other: no longer holds ada",
    ]);
  });

  test("a group inside one that is named is told too, as what that is", () => {
    const inner = (...members: readonly string[]): TenantObjects => ({
      users,
      groups: [{ id: "g0", name: "sg-outer", members: ["g1"] }, group({ members })],
    });
    expect(change(inner(), inner("u1"), { breakGlass: "g0" })).toEqual([
      `high: Break-glass group sg-staff: now also holds ada (${BACK})`,
    ]);
  });

  test("an emergency account that is disabled is told of its own", () => {
    const [before, after] = [[], ["u1"]].map((disabledUsers) =>
      contoso(of(group()), { breakGlass: "g1", disabledUsers }),
    );
    expect(before && after && sentences(directoryChanges(before, after))).toEqual([
      expect.stringMatching(
        /^high: Break-glass account ada .* \(it is a way back in when everyone else is locked out\)$/,
      ),
    ]);
  });

  test.each<[string, Group | undefined, Group | undefined, Partial<TenantPosture>, readonly string[]]>([
    ["other members", group(), group({ members: [] }), named, []],
    [
      "another rule",
      group({ rule: "a" }),
      group({ rule: "b" }),
      named,
      ['the group "sg-staff": another rule says who is in it'],
    ],
    [
      "others who may change it",
      group({ settings: { owners: "a" } }),
      group({ settings: { owners: "b" } }),
      named,
      ['the group "sg-staff": owners changed'],
    ],
    [
      "the same at the emergency accounts, which asks for itself",
      group({ settings: { owners: "a" } }),
      group({ settings: { owners: "b" } }),
      { breakGlass: "g1" },
      [],
    ],
    ["the same of a group that nobody names", group({ rule: "a" }), group({ rule: "b" }), {}, []],
    ["a new group with a rule", undefined, group({ rule: "b" }), named, []],
    ["one that is gone", group({ rule: "a" }), group({ gone: true }), named, []],
  ])("what is not judged of groups: %s", (_, before, after, more, told) => {
    expect(unjudgedGroups(contoso(of(before), more), contoso(of(after), more))).toEqual(told);
  });
});

test("of a tenant without objects there is nothing to say", () => {
  const bare: TenantPosture = { name: "contoso", where: {}, namedGroups: ["g1"] };
  expect([directoryChanges(bare, bare), unjudgedGroups(bare, bare), withoutPolicies(bare, bare)]).toEqual([
    [],
    [],
    [],
  ]);
});

describe("what policies may rest on that no plan shows", () => {
  const REST = "no plan shows the policies that rest on it";
  const place = (more: object = {}): NamedLocation => ({
    kind: "ip",
    id: "l1",
    name: "office",
    ranges: ["192.0.2.0/24"],
    trusted: false,
    ...more,
  });
  const strength = (...allowedCombinations: readonly string[]): AuthenticationStrength => ({
    id: "s1",
    name: "own",
    allowedCombinations,
  });
  const group = (...members: readonly string[]): Group => ({ id: "G1", name: "sg-staff", members });
  const named = { namedGroups: ["g1"] };

  test.each<[string, TenantObjects, TenantObjects, Partial<TenantPosture>, readonly string[]]>([
    [
      "a place with other addresses",
      { namedLocations: [place()] },
      { namedLocations: [place({ ranges: [] })] },
      {},
      ['the named location "office"'],
    ],
    [
      "a place with another name",
      { namedLocations: [place()] },
      { namedLocations: [place({ name: "x" })] },
      {},
      [],
    ],
    ["a place that goes", { namedLocations: [place()] }, {}, {}, ['the named location "office"']],
    ["a new place", {}, { namedLocations: [place()] }, {}, []],
    [
      "a new trusted place",
      {},
      { namedLocations: [place({ trusted: true })] },
      {},
      ['the named location "office"'],
    ],
    [
      "new countries",
      {},
      {
        namedLocations: [
          {
            kind: "countries",
            id: "l2",
            name: "c",
            countries: [],
            unknownCountries: false,
            lookup: "clientIpAddress",
          },
        ],
      },
      {},
      [],
    ],
    [
      "a strength of other methods",
      { strengths: [strength("fido2")] },
      { strengths: [strength("sms")] },
      {},
      ['the authentication strength "own"'],
    ],
    ["a strength that stays", { strengths: [strength("fido2")] }, { strengths: [strength("fido2")] }, {}, []],
    ["a new strength", {}, { strengths: [strength("fido2")] }, {}, []],
    [
      "a strength that goes",
      { strengths: [strength("fido2")] },
      {},
      {},
      ['the authentication strength "own"'],
    ],
    [
      "a group of the estate's policies",
      { groups: [group("u1")] },
      { groups: [group("u2")] },
      named,
      ['who is in the group "sg-staff"'],
    ],
    [
      "members who leave",
      { groups: [group("u1")] },
      { groups: [group()] },
      named,
      ['who is in the group "sg-staff"'],
    ],
    ["the same members", { groups: [group("u1")] }, { groups: [group("U1")] }, named, []],
    ["members that are not known", { groups: [group("u1")] }, {}, named, []],
    ["a group that nobody names", { groups: [group("u1")] }, { groups: [group()] }, {}, []],
    [
      "the emergency accounts",
      { groups: [group("u1")] },
      { groups: [group()] },
      { ...named, breakGlass: "g1" },
      [],
    ],
    [
      "anything where the policies are shown",
      { groups: [group("u1")] },
      { groups: [group()] },
      { ...named, policies: [] },
      [],
    ],
  ])("%s", (_, before, after, more, told) => {
    expect(withoutPolicies(contoso(before, more), contoso(after, more))).toEqual(
      told.map((what) => `${what}: ${REST}`),
    );
  });

  test("nothing is said where the policies are shown on either side", () => {
    const [before, after] = [
      contoso({ groups: [group("u1")] }, named),
      contoso({ groups: [group()] }, named),
    ];
    expect([
      withoutPolicies({ ...before, policies: [] }, after),
      withoutPolicies(before, { ...after, policies: [] }),
    ]).toEqual([[], []]);
  });
});
