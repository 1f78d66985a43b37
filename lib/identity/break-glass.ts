import type { Advice } from "../advice";
import type { DnsName } from "../dns/name";
import { type Fault, fail, ok, type Result } from "../fault";
import type { BreakGlassPlan } from "./identity-plan";
import type { BreakGlassOptions, SsprOptions } from "./options";
import { groupNameFaults, isSameGroup, readUpns } from "./principals";
import { isOf, parseUpn } from "./upn";

const FEWEST = 2;

/** Reads the break-glass group and its accounts, which must be two at least and no one's everyday account. */
export function planBreakGlass(
  options: BreakGlassOptions,
  sspr: SsprOptions | undefined,
): Result<BreakGlassPlan> {
  const faults: Fault[] = groupNameFaults(options.group, "group");
  const users = readUpns(options.users, faults, "users");
  if (users.length < FEWEST) {
    faults.push({
      path: ["users"],
      message: `${users.length === 0 ? "no" : "one"} break-glass account`,
      expected: "at least two: one of them may be the one that fails",
      fix: "create another cloud-only account and list it",
    });
  }
  if (sspr && isSameGroup(sspr.group, options.group)) {
    faults.push({
      path: ["group"],
      message: "the break-glass group is the group for self-service password reset",
      received: JSON.stringify(options.group),
      expected: "a group of its own",
    });
  }
  const resettable = new Set((sspr?.users ?? []).map(canonical));
  for (const [index, user] of options.users.entries()) {
    if (!resettable.has(canonical(user))) continue;
    faults.push({
      path: ["users", index],
      message: "a break-glass account may reset its own password",
      received: JSON.stringify(user),
      expected: "an account that is not listed under sspr.users",
      fix: "whoever holds its second factor could take it over; remove it from sspr.users",
    });
  }
  if (faults.length > 0) return fail(...faults);
  return ok({
    group: options.group,
    description: "Emergency access accounts. Every Conditional Access policy excludes this group.",
    existing: options.existing ?? false,
    users,
  });
}

/** Break-glass accounts that hang on a domain which may fail, or on a directory that is synchronized. */
export function adviseBreakGlass({ users }: BreakGlassPlan, initialDomain: DnsName): readonly Advice[] {
  return users
    .filter((user) => !isOf(user, initialDomain))
    .map((user) => ({
      rule: "break-glass-custom-domain",
      path: ["breakGlass", "users"],
      message: "a break-glass account outside the initial domain",
      received: JSON.stringify(user),
      expected: `a cloud-only account such as bg1@${initialDomain}`,
      fix: "a custom domain can expire, be federated or be synchronized; the initial domain cannot",
    }));
}

function canonical(user: string): string {
  const upn = parseUpn(user);
  return upn.ok ? upn.value : user;
}
