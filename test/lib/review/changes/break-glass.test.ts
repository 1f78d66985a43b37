import type { Group } from "../../../../lib/identity/coverage";
import type { AccessPolicy } from "../../../../lib/identity/coverage/policy";
import type { PolicyPosture, TenantPosture } from "../../../../lib/posture/model";
import {
  accountChanges,
  breakGlassTouched,
  insideEmergency,
} from "../../../../lib/review/changes/break-glass";
import { policy } from "../../identity/coverage/support/policies";

const id = (last: string) => `0f9a7f5e-0000-4000-8000-0000000000${last}`;
const [EMERGENCY, INNER, RESET, ADA, BEA] = [id("0a"), id("0b"), id("0c"), id("b1"), id("b2")];
const USERS = [
  { id: ADA, name: "ada@contoso.com" },
  { id: BEA, name: "bea@contoso.com" },
];

const group = (more: Partial<Group> = {}): Group => ({
  id: EMERGENCY,
  name: "sg-break-glass",
  members: [ADA, BEA],
  ...more,
});

/** The tenant contoso with its emergency group, and others. */
function tenant(groups: readonly Group[] = [group()], more: Partial<TenantPosture> = {}): TenantPosture {
  return { name: "contoso", breakGlass: EMERGENCY, objects: { groups, users: USERS }, where: {}, ...more };
}

function excluding(groups: readonly string[], more: Partial<AccessPolicy> = {}): PolicyPosture {
  const users = { includeUsers: ["All"], excludeGroups: groups };
  return {
    key: "azuread_conditional_access_policy.mfa",
    policy: { ...policy({ users }), ...more },
    where: {},
  };
}

const settings = (theirs: Readonly<Record<string, string>>) => tenant([group({ settings: theirs })]);

test.each<[string, TenantPosture, TenantPosture, readonly string[]]>([
  ["nothing", tenant(), tenant(), []],
  [
    "a member that leaves",
    tenant(),
    tenant([group({ members: [ADA] })]),
    ["bea@contoso.com is no longer in sg-break-glass"],
  ],
  [
    "a member that comes",
    tenant([group({ members: [ADA] })]),
    tenant(),
    ["bea@contoso.com is now in sg-break-glass"],
  ],
  [
    "a member of a group inside that leaves",
    tenant([group({ members: [ADA, INNER] }), group({ id: INNER, name: "sg-inner", members: [BEA] })]),
    tenant([group({ members: [ADA, INNER] }), group({ id: INNER, name: "sg-inner", members: [] })]),
    ["bea@contoso.com is no longer in sg-break-glass"],
  ],
  // Nobody knows who was in it.
  ["members that were not known", tenant([{ id: EMERGENCY, name: "sg-break-glass" }]), tenant(), []],
  ["a group that is new", tenant([]), tenant(), []],
  ["a group that leaves the plan", tenant(), tenant([]), ["sg-break-glass is deleted"]],
  [
    "a group that is deleted",
    tenant([group({ members: [ADA] })]),
    tenant([group({ members: [], gone: true })]),
    ["ada@contoso.com is no longer in sg-break-glass", "sg-break-glass is deleted"],
  ],
  [
    "a rule over its members",
    tenant([group({ rule: 'user.department -eq "IT"' })]),
    tenant([group({ rule: "user.accountEnabled -eq true" })]),
    ["another rule says who is in sg-break-glass"],
  ],
  ["settings that are new or stay", settings({ a: "1" }), settings({ a: "1", b: "2" }), []],
  [
    "a setting that changes",
    settings({ "who may join": "Private" }),
    settings({ "who may join": "Public" }),
    ["who may join of sg-break-glass changed"],
  ],
  [
    "a policy that no longer leaves it out",
    tenant([group()], { policies: [excluding([EMERGENCY.toUpperCase(), RESET])] }),
    tenant([group()], { policies: [excluding([RESET])] }),
    ['"a policy" no longer leaves out sg-break-glass'],
  ],
  [
    "a policy that never left it out, and one that is new",
    tenant([group()], { policies: [excluding([])] }),
    tenant([group()], { policies: [excluding([]), { ...excluding([]), key: "new" }] }),
    [],
  ],
  [
    "a policy that goes off with that",
    tenant([group()], { policies: [excluding([EMERGENCY])] }),
    tenant([group()], { policies: [excluding([], { state: "disabled" })] }),
    [],
  ],
  // It is not judged, which is told elsewhere.
  [
    "a policy of which not all is known",
    tenant([group()], { policies: [excluding([EMERGENCY])] }),
    tenant([group()], {
      policies: [{ ...excluding([]), unknown: ["who is excluded is known after apply"] }],
    }),
    [],
  ],
  [
    "an account that is deleted, in whatever case it is written",
    tenant([group()], { accounts: [ADA.toUpperCase(), BEA] }),
    tenant([group()], { accounts: [BEA] }),
    ["ada@contoso.com of sg-break-glass is deleted"],
  ],
  [
    "an account that is disabled",
    tenant(),
    tenant([group()], { disabledUsers: [id("ff"), BEA.toUpperCase()] }),
    ["bea@contoso.com of sg-break-glass is disabled"],
  ],
  [
    "accounts that are enabled again, or were disabled before",
    tenant([group()], { disabledUsers: [ADA, BEA] }),
    tenant([group()], { disabledUsers: [BEA] }),
    [],
  ],
  [
    "an account that may reset its own password",
    tenant([group(), group({ id: RESET, name: "sg-sspr", members: [] })], { sspr: RESET }),
    tenant([group(), group({ id: RESET, name: "sg-sspr", members: [ADA] })], { sspr: RESET }),
    ["ada@contoso.com of sg-break-glass may reset its own password"],
  ],
  ["a group of self-service whose members nobody knows", tenant(), tenant([group()], { sspr: RESET }), []],
  ["what is left out of both", { name: "contoso", where: {} }, { name: "contoso", where: {} }, []],
])("%s", (_, before, after, told) => {
  expect(breakGlassTouched(before, after)).toEqual(told);
});

test("where no estate names it, it is the group that all policies left out before", () => {
  const unnamed = (policies: readonly PolicyPosture[], members: readonly string[]) => {
    const { breakGlass: _, ...rest } = tenant([group({ members })], { policies });
    return rest;
  };
  const all = [excluding([EMERGENCY]), { ...excluding([EMERGENCY, RESET]), key: "other" }];
  expect(breakGlassTouched(unnamed(all, [ADA, BEA]), unnamed([excluding([])], [ADA]))).toEqual([
    "bea@contoso.com is no longer in sg-break-glass",
    '"a policy" no longer leaves out sg-break-glass',
  ]);
  // What only the policies after leave out was no emergency group.
  expect(breakGlassTouched(unnamed([excluding([])], [ADA, BEA]), unnamed(all, [ADA]))).toEqual([]);
});

test("an estate that names another group than before means both", () => {
  const named = (breakGlass: string) =>
    tenant(
      [
        group({ members: [] }),
        group({ id: RESET, name: "sg-new", members: [INNER] }),
        group({ id: INNER, name: "sg-inner" }),
      ],
      {
        breakGlass,
      },
    );
  expect([...insideEmergency(named(EMERGENCY), named(RESET))].sort()).toEqual([EMERGENCY, INNER, RESET]);
});

test("what happens to accounts is told with the group and without", () => {
  expect(
    accountChanges(
      tenant([group()], { accounts: [ADA, BEA] }),
      tenant([group()], { accounts: [ADA], disabledUsers: [ADA] }),
    ),
  ).toEqual([
    { text: "ada@contoso.com is disabled", words: "ada@contoso.com of sg-break-glass is disabled" },
    { text: "bea@contoso.com is deleted", words: "bea@contoso.com of sg-break-glass is deleted" },
  ]);
});
