import type { Values } from "../../../../lib/exchange/objects";
import { nameOf } from "../../../../lib/posture/facts/exchange-objects";
import { readPosture } from "../../../../lib/posture/from-reading";
import {
  compareConfirmed,
  comparePasswordReset,
  compareTenant,
  type LiveThing,
} from "../../../../lib/posture/live-tenant";
import type { ExchangeObjectPosture, PolicyPosture, TenantPosture } from "../../../../lib/posture/model";
import type { TenantReading } from "../../../../lib/tenant-reading/reading";
import { readingOf, shownObject, shownPolicy } from "../reading";

const WHERE = { file: "estate.yaml", line: 7 };

function declaredObject(kind: ExchangeObjectPosture["kind"], values: Values): ExchangeObjectPosture {
  return { kind, name: nameOf(kind, values), values, where: WHERE };
}

function declaredPolicy(policy: PolicyPosture["policy"]): PolicyPosture {
  return { key: "one", policy, where: WHERE };
}

/** `drift the connection filter: enableSafeList false -> true`. */
function shown({ status, what, differences, why, says }: LiveThing): string {
  const values = differences.map(
    ({ attribute, declared, observed }) => `${attribute} ${declared} -> ${observed}`,
  );
  const more = [...values, why, says].filter((one) => one !== undefined).join("; ");
  return `${status} ${what}${more === "" ? "" : `: ${more}`}`;
}

function compared(declared: Partial<TenantPosture>, reading: TenantReading): readonly string[] {
  const tenant = { name: "contoso", where: WHERE, ...declared };
  return compareTenant(tenant, readPosture(reading, "contoso")).map(shown);
}

const objects = (...all: readonly ExchangeObjectPosture[]) => ({ exchange: { objects: all } });
const refused = (part: string) =>
  ({ [part]: { read: false, why: { reason: "permission", words: "not allowed" } } }) as never;

describe("objects", () => {
  const filter = declaredObject("hosted-connection-filter-policy", { enableSafeList: false });

  test("a value that is as declared, and one that is not", () => {
    const live = (values: Values) =>
      readingOf({ objects: [shownObject("hosted-connection-filter-policy", values)] });
    expect(compared(objects(filter), live({ enableSafeList: false, ipAllowList: ["192.0.2.1"] }))).toEqual([
      "ok the connection filter",
    ]);
    expect(compared(objects(filter), live({ enableSafeList: true }))).toEqual([
      "drift the connection filter: enableSafeList false -> true",
    ]);
  });

  test("one that is not there, not read, or not shown", () => {
    const alert = declaredObject("protection-alert", { name: "Own" });
    expect(compared(objects(alert), readingOf())).toEqual(["missing the alert policy Own"]);
    expect(
      compared(objects(filter), readingOf({ parts: refused("hosted-connection-filter-policy") })),
    ).toEqual(["unread the connection filter: not allowed"]);
    const hidden = shownObject("hosted-connection-filter-policy", {}, { unknown: ["enableSafeList"] });
    expect(compared(objects(filter), readingOf({ objects: [hidden] }))).toEqual([
      "unread the connection filter: not shown: enableSafeList",
    ]);
  });

  test("lists have no order, and members no case", () => {
    const shared = declaredObject("malware-filter-policy", { name: "Own", fileTypes: ["exe", "cmd"] });
    const live = shownObject("malware-filter-policy", { name: "own", fileTypes: ["CMD", "exe"] });
    expect(compared(objects(shared), readingOf({ objects: [live] }))[0]).not.toContain("fileTypes");
  });

  test("what somebody added to a rule that leaves it out is drift", () => {
    const rule = declaredObject("safe-links-rule", { name: "Everyone", recipientDomainIs: ["contoso.com"] });
    const live = shownObject("safe-links-rule", {
      name: "Everyone",
      enabled: true,
      safeLinksPolicy: "Everyone",
      recipientDomainIs: ["contoso.com"],
      exceptIfSentTo: ["ceo@contoso.com"],
    });
    expect(compared(objects(rule), readingOf({ objects: [live] }))).toEqual([
      "drift the rule of Safe Links policies Everyone: exceptIfSentTo nothing -> ceo@contoso.com",
    ]);
  });

  test("what an action says that the estate leaves out is drift, and what nobody can read back is not", () => {
    const rule = declaredObject("transport-rule", { name: "Tag", prependSubject: "[EXT]" });
    const live = shownObject(
      "transport-rule",
      { name: "Tag", prependSubject: "[EXT]", enabled: true, mode: "Enforce", quarantine: true },
      { unknown: ["comments"] },
    );
    const [told] = compared(objects(rule), readingOf({ objects: [live] }));
    expect(told).toMatch(/^drift the mail flow rule Tag: quarantine false -> true/);
    expect(told).not.toContain("not shown");
  });

  test("what is there besides is told, but not what every tenant has", () => {
    const own = shownObject("transport-rule", { name: "Left over" });
    const presets = shownObject("safe-links-policy", { name: "Strict Preset Security Policy16" });
    const builtIn = shownObject("protection-alert", { name: "Microsoft's" }, { builtIn: true });
    const dflt = shownObject("remote-domain", { name: "Default" });
    const single = shownObject("transport-config", {});
    expect(compared({}, readingOf({ objects: [own, presets, builtIn, dflt, single] }))).toEqual([
      "extra the mail flow rule Left over",
    ]);
  });

  test("members of role groups have other names there", () => {
    const member = declaredObject("role-group-member", {
      service: "purview",
      roleGroup: "eDiscovery Manager",
      member: "anna@contoso.com",
    });
    expect(compared(objects(member), readingOf())).toEqual([
      "unread the member of a role group anna@contoso.com of eDiscovery Manager: the tenant shows members by other names, which plans compare",
    ]);
  });

  test("groups are named by the estate and known by ids there", () => {
    const method = declaredObject("authentication-method", { method: "Fido2", includeGroups: ["Pilot"] });
    const live = shownObject("authentication-method", { method: "Fido2", includeGroups: ["ID-1"] });
    const groups = [{ id: "id-1", name: "pilot" }];
    expect(compared(objects(method), readingOf({ objects: [live], directory: { groups } }))).toEqual([
      "ok the sign-in method Fido2",
    ]);
  });
});

describe("Conditional Access", () => {
  const mfa = shownPolicy("MFA").policy;
  const declared = {
    policies: [
      declaredPolicy({
        ...mfa,
        conditions: { ...mfa.conditions, users: { includeUsers: ["All"], excludeGroups: ["Break-glass"] } },
        sessionControls: {
          signInFrequency: {
            isEnabled: true,
            frequencyInterval: "timeBased",
            authenticationType: "primaryAndSecondaryAuthentication",
            value: 8,
            type: "hours",
          },
        },
      }),
    ],
  };
  const GROUP = "6b0e1b3a-0000-4000-8000-000000000001";
  const live = (more: Partial<typeof mfa.conditions> = {}) =>
    shownPolicy("MFA", {
      grantControls: { operator: "AND", builtInControls: ["mfa"] },
      sessionControls: { signInFrequency: { value: 8, type: "hours" } },
      conditions: {
        ...mfa.conditions,
        users: { includeUsers: ["All"], excludeGroups: [GROUP] },
        locations: { includeLocations: [] },
        ...more,
      },
    });
  const directory = {
    groups: [{ id: GROUP, name: "break-glass" }],
    users: [],
    namedLocations: [],
    strengths: [],
  };

  test("the same policy, as Graph writes it", () => {
    expect(compared(declared, readingOf({ policies: [live()], directory }))).toEqual([
      "ok the Conditional Access policy MFA",
    ]);
  });

  test("a condition that Terraform's provider does not read back", () => {
    const policies = [live({ insiderRiskLevels: ["elevated"] })];
    expect(compared(declared, readingOf({ policies, directory }))).toEqual([
      "drift the Conditional Access policy MFA: conditions.insiderRiskLevels nothing -> elevated",
    ]);
  });

  test("a condition that nobody here knows", () => {
    const policies = [{ ...live(), unread: { "conditions.agentIdRiskLevels": '"high"' } }];
    expect(compared(declared, readingOf({ policies, directory }))).toEqual([
      'drift the Conditional Access policy MFA: what nobody here knows nothing -> conditions.agentIdRiskLevels is "high", which nobody here knows',
    ]);
  });

  test("an id without a name is another one only where names were read", () => {
    const reading = readingOf({ policies: [live()], directory: { users: [] } });
    expect(compared(declared, reading)).toEqual([
      "unread the Conditional Access policy MFA: not shown: conditions.users.excludeGroups",
    ]);
    const gone = readingOf({ policies: [live()], directory: { ...directory, groups: [] } });
    expect(compared(declared, gone)).toEqual([
      `drift the Conditional Access policy MFA: conditions.users.excludeGroups break-glass -> ${GROUP}`,
    ]);
  });

  test("missing, twice, besides, and not read", () => {
    const other = shownPolicy("Somebody's");
    expect(compared(declared, readingOf({ policies: [other], directory }))).toEqual([
      "missing the Conditional Access policy MFA",
      "extra the Conditional Access policy Somebody's",
    ]);
    expect(compared(declared, readingOf({ policies: [live(), live()], directory }))).toEqual([
      "drift the Conditional Access policy MFA: policies of this name 1 -> 2",
    ]);
    expect(compared(declared, readingOf({ parts: refused("conditional-access-policies") }))).toEqual([
      "unread the Conditional Access policy MFA: not allowed",
    ]);
  });

  test("locations by their names", () => {
    const ip = { id: "office", name: "office", kind: "ip", ranges: ["192.0.2.0/24"], trusted: true } as const;
    const countries = {
      id: "home",
      name: "home",
      kind: "countries",
      countries: ["DE"],
      unknownCountries: false,
      lookup: "clientIpAddress",
    } as const;
    const wanted = { objects: { namedLocations: [ip, countries] } };
    const there = (namedLocations: NonNullable<TenantReading["directory"]["namedLocations"]>) =>
      compared(wanted, readingOf({ directory: { namedLocations } }));
    expect(
      there([
        { ...ip, id: "1", trusted: false },
        { ...countries, countries: ["DE", "FR"] },
      ]),
    ).toEqual([
      "drift the named location office: trusted true -> false",
      "drift the named location home: countries de -> de, fr",
    ]);
    expect(there([{ ...countries, name: "office" }])).toEqual([
      "drift the named location office: kind ip -> countries",
      "missing the named location home",
    ]);
    expect(compared(wanted, readingOf({ directory: {} }))).toEqual([
      "unread the named location office: it was not read",
      "unread the named location home: it was not read",
    ]);
  });

  test("members of groups by their names", () => {
    const wanted = { objects: { groups: [{ id: "g", name: "g", members: ["a@contoso.com"] }] } };
    const users = [{ id: "id-a", name: "A@contoso.com" }];
    const there = (members?: readonly string[]) =>
      compared(
        wanted,
        readingOf({
          directory: { users, groups: [{ id: "1", name: "G", ...(members ? { members } : {}) }] },
        }),
      );
    expect(there(["id-a"])).toEqual(["ok the group g"]);
    expect(there(["id-a", "id-b"])).toEqual([
      "drift the group g: members a@contoso.com -> a@contoso.com, id-b",
    ]);
    expect(compared(wanted, readingOf({ directory: { groups: [] } }))).toEqual([
      "unread the group g: no policy names it, and it was not read",
    ]);
    expect(there([GROUP])).toEqual(["unread the group g: not shown: members"]);
    expect(there()).toEqual(["unread the group g: not shown: members"]);
  });
});

describe("self-service password reset", () => {
  const FILE = "graph/reports/authenticationMethods/userRegistrationDetails.json";
  const of = (answer: unknown, directory: TenantReading["directory"] = DIRECTORY) => {
    const reading = readingOf({ directory });
    const evidence = { ...reading.evidence, answers: answer === undefined ? {} : { [FILE]: answer } };
    return shown(comparePasswordReset("sg-sspr", { ...reading, evidence }, WHERE));
  };
  const DIRECTORY = {
    groups: [
      { id: "g", name: "SG-SSPR", members: ["a", "inner"] },
      { id: "inner", name: "inner", members: ["b"] },
    ],
  };
  const row = (id: string, isSsprEnabled: boolean) => ({
    id,
    userPrincipalName: `${id}@contoso.com`,
    isSsprEnabled,
  });
  const WHAT = "self-service password reset of the group sg-sspr";

  test("says for how many members the switch of the portal is on", () => {
    expect(of({ value: [row("a", true), row("b", false), row("c", false)] })).toBe(
      `drift ${WHAT}: Selected is set: 1 of 2 members enabled, 0 registered, 0 able to reset their passwords. Not enabled: b@contoso.com.`,
    );
    expect(of({ value: [row("a", true), row("b", true), row("c", false)] })).toBe(
      `ok ${WHAT}: Selected is set: 2 of 2 members enabled, 0 registered, 0 able to reset their passwords.`,
    );
  });

  test("does not wait for accounts that are disabled", () => {
    const reading = readingOf({ directory: DIRECTORY });
    const answers = {
      [FILE]: { value: [row("a", true), row("c", false)] },
      "graph/groups/inner/members.json": { value: [{ id: "B", accountEnabled: false }, 3] },
      "graph/groups/g/members.json": { error: {} },
    };
    const evidence = { ...reading.evidence, answers };
    expect(comparePasswordReset("sg-sspr", { ...reading, evidence }, WHERE).says).toContain(
      "Selected is set: 1 of 1 members enabled",
    );
  });

  test.each([
    [undefined, "the report of registrations was not asked for"],
    [
      { error: { message: "no P1", permission: "AuditLog.Read.All" } },
      "the report of registrations did not come: no P1 (needs AuditLog.Read.All)",
    ],
    [{ error: {} }, "the report of registrations did not come: an error without words"],
    [{ value: "rows" }, "the report of registrations has no rows"],
    [{ value: [3] }, "the report of registrations has rows of a strange kind"],
    [{ value: [] }, "the report shows none of its 2 members"],
  ])("%j proves nothing", (answer, why) => {
    expect(of(answer)).toBe(`unread ${WHAT}: ${why}`);
  });

  test("without the group, or its members", () => {
    expect(of({ value: [] }, { groups: [] })).toBe(`unread ${WHAT}: the group was not read`);
    expect(of({ value: [] }, {})).toBe(`unread ${WHAT}: groups were not read`);
    expect(of({ value: [] }, { groups: [{ id: "g", name: "sg-sspr" }] })).toBe(
      `unread ${WHAT}: the members of the group were not read`,
    );
  });
});

test.each([
  [undefined, "unread it is on: nothing can read it; look, and write confirmed: { date, by }"],
  [
    { date: "2026-11-01", by: "Anna" },
    "ok it is on: Confirmed by Anna on 2026-11-01; that counts until 2027-04-30.",
  ],
  [
    { date: "2026-11-01", by: "Anna", days: 10 },
    "drift it is on: Confirmed by Anna on 2026-11-01; that counted until 2026-11-11; look again.",
  ],
  [
    { date: "2027-01-01", by: "Anna" },
    "drift it is on: Confirmed by Anna on 2027-01-01; that day is to come.",
  ],
])("a word of %j", (confirmed, expected) => {
  expect(shown(compareConfirmed("it is on", confirmed, "2026-11-28", WHERE))).toBe(expected);
});
