import type { DnsName } from "../../../lib/dns/name";
import { formatFault } from "../../../lib/fault";
import { adviseBreakGlass, planBreakGlass } from "../../../lib/identity/break-glass";
import type { BreakGlassOptions, SsprOptions } from "../../../lib/identity/options";

const BG1 = "bg1@contoso.onmicrosoft.com";
const BG2 = "bg2@contoso.onmicrosoft.com";
const OPTIONS: BreakGlassOptions = { group: "sg-break-glass", users: [BG2, "BG1@Contoso.onmicrosoft.com"] };

function faults(options: BreakGlassOptions, sspr?: SsprOptions): readonly string[] {
  const plan = planBreakGlass(options, sspr);
  return plan.ok ? [] : plan.faults.map(formatFault);
}

test("the group holds its accounts in canonical form, and is created unless it is said to be there", () => {
  const plan = {
    group: "sg-break-glass",
    description: "Emergency access accounts. Every Conditional Access policy excludes this group.",
    users: [BG1, BG2],
  };
  expect(planBreakGlass(OPTIONS, undefined)).toEqual({ ok: true, value: { ...plan, existing: false } });
  expect(planBreakGlass({ ...OPTIONS, existing: true }, undefined)).toEqual({
    ok: true,
    value: { ...plan, existing: true },
  });
});

const AT_LEAST_TWO =
  "expected at least two: one of them may be the one that fails; create another cloud-only account and list it";

test("one account may be the one that fails", () => {
  expect(faults({ ...OPTIONS, users: [] })).toEqual([`users: no break-glass account; ${AT_LEAST_TWO}`]);
  expect(faults({ ...OPTIONS, users: [BG1] })).toEqual([`users: one break-glass account; ${AT_LEAST_TWO}`]);
  // The same account twice is one.
  expect(faults({ ...OPTIONS, users: [BG1, BG1.toUpperCase()] })).toEqual([
    `users[1]: listed twice, got "${BG1.toUpperCase()}"`,
    `users: one break-glass account; ${AT_LEAST_TWO}`,
  ]);
});

test("everything that is wrong is told at once", () => {
  expect(faults({ group: " sg-break-glass", users: ["bg1", BG2] })).toEqual([
    'group: not a group\'s display name, got " sg-break-glass"; expected 1 to 256 characters, without a space at either end',
    'users[0]: not a user principal name, got "bg1"; expected a name such as alex@contoso.com',
    `users: one break-glass account; ${AT_LEAST_TWO}`,
  ]);
});

const MAY_RESET =
  "expected an account that is not listed under sspr.users; whoever holds its second factor could take it over; remove it from sspr.users";

test("who may reset a password of their own is no break-glass account, however the name is written", () => {
  expect(
    faults(OPTIONS, { group: "sg-sspr", users: ["ada@contoso.com", "bg1@CONTOSO.onmicrosoft.com"] }),
  ).toEqual([
    `users[1]: a break-glass account may reset its own password, got "BG1@Contoso.onmicrosoft.com"; ${MAY_RESET}`,
  ]);
  expect(faults(OPTIONS, { group: "sg-sspr", users: ["ada@contoso.com"] })).toEqual([]);
  expect(faults(OPTIONS, { group: "sg-sspr" })).toEqual([]);
});

test("a name that is none may be the same one in both lists", () => {
  expect(faults({ ...OPTIONS, users: [BG1, BG2, "bg3"] }, { group: "sg-sspr", users: ["bg3"] })).toEqual([
    'users[2]: not a user principal name, got "bg3"; expected a name such as alex@contoso.com',
    `users[2]: a break-glass account may reset its own password, got "bg3"; ${MAY_RESET}`,
  ]);
});

test("the group is another one than that of self-service password reset; case does not tell them apart", () => {
  expect(faults(OPTIONS, { group: "SG-Break-Glass" })).toEqual([
    'group: the break-glass group is the group for self-service password reset, got "sg-break-glass"; expected a group of its own',
  ]);
});

test("an account of another domain than the initial one gets advice", () => {
  const plan = { group: "sg", description: "", existing: false, users: [BG1, "bg2@contoso.com"] };
  expect(adviseBreakGlass(plan, "contoso.onmicrosoft.com" as DnsName)).toEqual([
    {
      rule: "break-glass-custom-domain",
      path: ["breakGlass", "users"],
      message: "a break-glass account outside the initial domain",
      received: '"bg2@contoso.com"',
      expected: "a cloud-only account such as bg1@contoso.onmicrosoft.com",
      fix: "a custom domain can expire, be federated or be synchronized; the initial domain cannot",
    },
  ]);
});
