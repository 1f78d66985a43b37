import { formatFault } from "../../../lib/fault";
import type { SsprOptions } from "../../../lib/identity/options";
import { planSspr, sharedSsprInstructions, ssprInstructions } from "../../../lib/identity/sspr";

const GROUP = "SSPRSecurityGroupUsers";

function faults(options: Partial<SsprOptions>): string[] {
  const plan = planSspr({ group: GROUP, ...options });
  return plan.ok ? [] : plan.faults.map(formatFault);
}

function membership(options: Partial<SsprOptions>) {
  const plan = planSspr({ group: GROUP, ...options });
  return plan.ok ? plan.value.membership : plan.faults.map(formatFault);
}

it("members come from a list, by a rule, or are there", () => {
  expect(membership({ users: ["Kim@contoso.com", "alex@contoso.com"] })).toEqual({
    kind: "users",
    users: ["alex@contoso.com", "kim@contoso.com"],
  });
  expect(membership({ rule: 'user.department -eq "Sales"' })).toEqual({
    kind: "rule",
    rule: 'user.department -eq "Sales"',
  });
  expect(membership({ existing: true })).toEqual({ kind: "existing" });
});

it("members come in one way only", () => {
  expect(faults({})).toEqual([
    "the group has no way to its members; expected one of users, rule and existing",
  ]);
  expect(faults({ users: ["alex@contoso.com"], rule: "user.accountEnabled -eq true" })).toEqual([
    "rule: members in 2 ways at once, got users, rule; expected one of users, rule and existing",
  ]);
});

it("a static group has members, each once", () => {
  expect(faults({ users: [] })).toEqual(["users: a group without members; expected at least one user"]);
  expect(faults({ users: ["alex@contoso.com", "ALEX@contoso.com"] })).toEqual([
    'users[1]: listed twice, got "ALEX@contoso.com"',
  ]);
});

it("a rule has 1 to 3072 characters", () => {
  expect(faults({ rule: " " })).toEqual([
    'rule: a membership rule of 1 characters; expected a rule such as user.department -eq "Sales", of at most 3072 characters',
  ]);
  expect(faults({ rule: "x".repeat(3073) })).toHaveLength(1);
});

it("an existing group keeps its owners and description", () => {
  expect(faults({ existing: true, owners: ["kim@contoso.com"], description: "Sales" })).toEqual([
    "owners: an existing group keeps its owners; remove owners, or let the stack create the group",
    "description: an existing group keeps its description; remove description, or let the stack create the group",
  ]);
});

it("says what to click, since no API turns the reset on", () => {
  expect(ssprInstructions({ group: GROUP }, "https://entra.microsoft.com")).toBe(
    [
      "Turn on self-service password reset for the group, once per tenant; Microsoft Graph has no API for it:",
      "  1. Sign in to https://entra.microsoft.com as Authentication Policy Administrator or Global Administrator.",
      "  2. Open Entra ID > Password reset > Properties.",
      '  3. Set "Self service password reset enabled" to Selected.',
      '  4. Choose the group "SSPRSecurityGroupUsers" under "Select group", then Save.',
      "CIS Microsoft 365 Foundations 5.2.4.1 asks for All instead of Selected; administrators always have it.",
    ].join("\n"),
  );
});

it("says it once for several tenants, with the group of each", () => {
  const tenants = [
    { name: "contoso", group: GROUP },
    { name: "fabrikam", group: GROUP },
    { name: "northwind", group: "sg-reset" },
  ];
  const [fourth] = sharedSsprInstructions(tenants, "https://entra.microsoft.com")
    .split("\n")
    .filter((line) => line.startsWith("  4."));
  expect(fourth).toBe(
    '  4. Choose the group under "Select group", then Save: "SSPRSecurityGroupUsers" in contoso, fabrikam; "sg-reset" in northwind.',
  );
});
