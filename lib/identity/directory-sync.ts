import type { Advice } from "../advice";
import type { Fault } from "../fault";
import { SYNC_ROLE } from "./baselines/baseline";
import type { Pack } from "./baselines/packs";
import type { DirectorySyncOptions, MfaOptions, PolicyOptions } from "./options";
import type { Policy } from "./policy";

/** Would the policy stop the account that Entra Connect signs in with, were it not excluded? */
export function stopsSync({ exclude }: Policy): boolean {
  return exclude?.roles?.includes(SYNC_ROLE) === true;
}

/** A baseline policy with the accounts of directory synchronization excluded as the tenant says; `undefined`: nobody. */
export function forDirectorySync(
  policy: Policy,
  sync: DirectorySyncOptions | undefined,
): PolicyOptions & { readonly displayName: string } {
  const { exclude, ...rest } = policy;
  if (sync === "role" || !exclude || !stopsSync(policy)) return policy;
  const others = { ...exclude, roles: (exclude.roles ?? []).filter((role) => role !== SYNC_ROLE) };
  const named = typeof sync === "object" ? sync : {};
  const users = [...(others.users ?? []), ...(named.users ?? [])];
  const groups = [...(others.groups ?? []), ...(named.groups ?? [])];
  const left = {
    ...(users.length > 0 ? { users } : {}),
    ...(groups.length > 0 ? { groups } : {}),
    ...(others.roles.length > 0 ? { roles: others.roles } : {}),
    ...(others.guests === undefined ? {} : { guests: others.guests }),
  };
  return { ...rest, ...(Object.keys(left).length > 0 ? { exclude: left } : {}) };
}

/** For a policy that is turned on where nobody has said what synchronization signs in as. */
export function untoldSync(): Fault {
  return {
    path: ["state"],
    message: "the policy would stop directory synchronization if that signs in as a user",
    received: "on",
    expected:
      "mfa.directorySync: none | application | { users: [Sync_…@<tenant>.onmicrosoft.com] } | { groups: […] }",
    fix: "say what directory synchronization signs in as; none if nothing is synchronized",
  };
}

/** Nobody is named under `users` or `groups`. */
export function syncFaults({ directorySync }: MfaOptions): readonly Fault[] {
  if (typeof directorySync !== "object") return [];
  if ((directorySync.users?.length ?? 0) + (directorySync.groups?.length ?? 0) > 0) return [];
  return [
    {
      path: ["directorySync"],
      message: "nobody is named",
      expected: "users, groups, or one of the words role, application, none",
    },
  ];
}

/** Controls of the pack that go unmet because a role is excluded. */
export function adviseSync(pack: Pack, { directorySync }: MfaOptions): readonly Advice[] {
  if (directorySync !== "role" || !pack.noExcludedRoles) return [];
  return [
    {
      rule: "ca-excluded-role",
      path: ["directorySync"],
      message: `${pack.noExcludedRoles.join(", ")} are not met: their tests count a policy that excludes a role as none`,
      received: "role",
      fix: "exclude the account of directory synchronization by name: { users: [Sync_…@<tenant>.onmicrosoft.com] }",
    },
  ];
}
