import { type Fault, fail, ok, type Result } from "../fault";
import { readOptions } from "../schema/read-options";
import type { SsprPlan } from "./identity-plan";
import type { SsprOptions } from "./options";
import { groupNameFaults, readUpns } from "./principals";
import { SsprSchema } from "./schema";

/** https://learn.microsoft.com/entra/identity/users/groups-dynamic-membership */
const LONGEST_RULE = 3072;

/** Reads the group for self-service password reset; its members come in exactly one way. */
export function planSspr(options: SsprOptions): Result<SsprPlan> {
  const given = readOptions(SsprSchema, options);
  return given.ok ? planRead(given.value) : given;
}

function planRead(options: SsprOptions): Result<SsprPlan> {
  const faults: Fault[] = groupNameFaults(options.group, "group");
  const given = (["users", "rule", "existing"] as const).filter((kind) => options[kind] !== undefined);
  if (given.length !== 1) {
    faults.push({
      path: given.slice(1, 2),
      message:
        given.length === 0
          ? "the group has no way to its members"
          : `members in ${given.length} ways at once`,
      ...(given.length === 0 ? {} : { received: given.join(", ") }),
      expected: "one of users, rule and existing",
    });
  }
  const users = readUpns(options.users ?? [], faults, "users");
  const owners = readUpns(options.owners ?? [], faults, "owners");
  if (options.users?.length === 0) {
    faults.push({ path: ["users"], message: "a group without members", expected: "at least one user" });
  }
  const { rule } = options;
  if (rule !== undefined && (rule.trim() === "" || rule.length > LONGEST_RULE)) {
    faults.push({
      path: ["rule"],
      message: `a membership rule of ${rule.length} characters`,
      expected: `a rule such as user.department -eq "Sales", of at most ${LONGEST_RULE} characters`,
    });
  }
  for (const option of ["owners", "description"] as const) {
    if (options.existing === undefined || options[option] === undefined) continue;
    faults.push({
      path: [option],
      message: `an existing group keeps its ${option}`,
      fix: `remove ${option}, or let the stack create the group`,
    });
  }
  if (faults.length > 0) return fail(...faults);
  return ok({
    group: options.group,
    description: options.description ?? "Members may reset their own password (self-service password reset).",
    membership:
      rule !== undefined
        ? { kind: "rule", rule }
        : options.users
          ? { kind: "users", users }
          : { kind: "existing" },
    owners,
  });
}

/**
 * What a person does once in the Entra admin center so that the group has an effect. Neither Graph v1.0 nor beta has
 * a property for it (microsoftgraph/msgraph-metadata, 20 August 2026); the portal's own API is private.
 * @param adminCenter the address of the tenant's Entra admin center
 */
export function ssprInstructions({ group }: Pick<SsprPlan, "group">, adminCenter: string): string {
  return steps(adminCenter, `Choose the group ${JSON.stringify(group)} under "Select group", then Save.`);
}

/**
 * The same for several tenants of one admin center, said once.
 * @param tenants each with its name in the estate
 */
export function sharedSsprInstructions(
  tenants: readonly { readonly name: string; readonly group: string }[],
  adminCenter: string,
): string {
  const groups = new Map<string, string[]>();
  for (const { name, group } of tenants) groups.set(group, [...(groups.get(group) ?? []), name]);
  const words = [...groups].map(([group, names]) => `${JSON.stringify(group)} in ${names.join(", ")}`);
  return steps(adminCenter, `Choose the group under "Select group", then Save: ${words.join("; ")}.`);
}

function steps(adminCenter: string, choose: string): string {
  return [
    "Turn on self-service password reset for the group, once per tenant; Microsoft Graph has no API for it:",
    `  1. Sign in to ${adminCenter} as Authentication Policy Administrator or Global Administrator.`,
    "  2. Open Entra ID > Password reset > Properties.",
    '  3. Set "Self service password reset enabled" to Selected.',
    `  4. ${choose}`,
    "CIS Microsoft 365 Foundations 5.2.4.1 asks for All instead of Selected; administrators always have it.",
  ].join("\n");
}
