import { type Exposure, isUnread } from "./exposure";

/** The accounts that a tenant is opened with when nothing else opens it. */
export interface BreakGlass {
  readonly group: string;
  readonly users: readonly string[];
}

/** Roles whose holders an application may act on without a role of its own: privileged-roles-permissions of Entra's documentation. */
const HARMLESS = new Set(["Directory Readers", "Guest Inviter", "Message Center Reader", "Reports Reader"]);

/** Why an account is not contained, known by its name alone; undefined if it may be. */
export function refusedByName(account: string, breakGlass: BreakGlass | undefined): string | undefined {
  const same = breakGlass?.users.some((user) => user.toLowerCase() === account.toLowerCase());
  return same ? `${account} is a break-glass account of the tenant: it is not contained` : undefined;
}

/** Why an account is not contained, in sentences; empty if it may be. */
export function refusals(
  exposure: Exposure,
  { breakGlass, privileged }: { readonly breakGlass?: BreakGlass | undefined; readonly privileged: boolean },
): readonly string[] {
  const { account, groups, roles, privilegedGroups } = exposure;
  const inGroup = breakGlass !== undefined && groups.some((group) => same(group, breakGlass.group));
  const powers = [...roles.filter((role) => !HARMLESS.has(role)), ...privilegedGroups];
  const isUnknown = isUnread(exposure, "roles and groups");
  return [
    ...(inGroup ? [`${account} is in the break-glass group ${breakGlass.group}: it is not contained`] : []),
    ...(powers.length > 0 && !privileged
      ? [
          `${account} holds ${powers.join(", ")}: give --privileged, and the application the Entra role ` +
            "Privileged Authentication Administrator, without which Entra ID refuses to act on it",
        ]
      : []),
    ...(isUnknown && breakGlass !== undefined
      ? [
          `whether ${account} is in the break-glass group ${breakGlass.group} is not known: give the application Directory.Read.All`,
        ]
      : []),
    ...(isUnknown && breakGlass === undefined && !privileged
      ? [`which roles and groups ${account} is in is not known: give Directory.Read.All, or --privileged`]
      : []),
  ];
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
