import { refuse } from "../../cmdlets/cmdlet";
import type { Row } from "../../table";
import type { Kind } from "../kind";

// Role groups of both services, by https://learn.microsoft.com/defender-office-365/scc-permissions and
// https://learn.microsoft.com/exchange/permissions-exo/permissions-exo. Members are kept with the group, as Entra ID's ids.

const DEFAULTS: Row = {
  ManagedBy: ["Organization Management"],
  RoleAssignments: [],
  Roles: [],
  DisplayName: "",
  ExternalDirectoryObjectId: "",
  Members: [],
  SamAccountName: "",
  Description: "",
  RoleGroupType: "Standard",
  LinkedGroup: "",
  Capabilities: [],
  LinkedPartnerGroupId: "",
  CustomRecipientWriteScope: null,
  $members: [],
};

function kindOf(
  roles: readonly string[],
  groups: Readonly<Record<string, readonly string[]>>,
  shown: (role: string) => string,
): Kind {
  const known = new Map(roles.map((role) => [role.toLowerCase(), role]));
  return {
    container: "Role Groups",
    defaults: DEFAULTS,
    initial: Object.fromEntries(
      Object.entries(groups).map(([name, own]) => [
        name,
        { Roles: own.map(shown), DisplayName: name, $builtIn: true },
      ]),
    ),
    // No setting of the group: how the cmdlet is run.
    taken: ({ BypassSecurityGroupManagerCheck: _, ...given }) => given,
    check: (row) => {
      row.Roles = [row.Roles].flat().map((role) => {
        const name = String(role).split("/").at(-1) ?? "";
        const found = known.get(name.toLowerCase());
        return found === undefined
          ? refuse(`The management role '${role}' couldn't be found.`)
          : shown(found);
      });
      if (String(row.DisplayName).length > 256) refuse("DisplayName has more than 256 characters.");
    },
  };
}

export const EXCHANGE_ROLE_GROUPS = kindOf(
  ["Message Tracking", "View-Only Recipients", "View-Only Configuration", "Transport Rules", "Audit Logs"],
  {
    "Organization Management": ["Transport Rules", "View-Only Configuration", "Audit Logs"],
    "View-Only Organization Management": ["View-Only Configuration", "View-Only Recipients"],
  },
  (role) => role,
);

export const PURVIEW_ROLE_GROUPS = kindOf(
  ["Service Assurance View", "Manage Alerts", "View-Only Manage Alerts", "View-Only Audit Logs"],
  {
    OrganizationManagement: ["Manage Alerts", "Service Assurance View", "View-Only Audit Logs"],
    "Service Assurance User": ["Service Assurance View"],
  },
  (role) =>
    `FFO.extest.microsoft.com/Microsoft Exchange Hosted Organizations/contoso.onmicrosoft.com/Configuration/Roles/${role}`,
);
