import { isJson } from "../../http/answer";
import { objectsOf } from "../objects/object-cmdlets";
import type { TenantState } from "../state";
import { CmdletError, type Row } from "../table";
import { type Cmdlet, refuse, type Tenant } from "./cmdlet";

const HOW = { BypassSecurityGroupManagerCheck: "flag", Confirm: "flag" } as const;

/**
 * Who is in a role group, at both services. Members are known by an address, a name or an id; a group shows them with what
 * its service knows of them.
 * https://learn.microsoft.com/powershell/module/exchangepowershell/add-rolegroupmember
 */
export const ROLE_GROUP_MEMBERS: Readonly<Record<string, Cmdlet>> = {
  "Get-RoleGroupMember": {
    parameters: { Identity: "text", ResultSize: "text" },
    required: ["Identity"],
    run: ({ Identity }, tenant) => ({
      rows: membersOf(group(Identity, tenant)).flatMap((id) => shown(id, tenant)),
    }),
  },
  "Add-RoleGroupMember": {
    parameters: { Identity: "text", Member: "text", ...HOW },
    required: ["Identity", "Member"],
    run: ({ Identity, Member, ...how }, tenant) => {
      const row = changeable(Identity, how, tenant);
      const id = principal(Member, tenant.state);
      if (membersOf(row).includes(id)) {
        throw new CmdletError(
          400,
          "Microsoft.Exchange.Management.Tasks.MemberAlreadyExistsException",
          `The recipient "${Member}" is already a member of the group "${row.Name}".`,
        );
      }
      row.$members = [...membersOf(row), id];
      return { rows: [] };
    },
  },
  "Remove-RoleGroupMember": {
    parameters: { Identity: "text", Member: "text", ...HOW },
    required: ["Identity", "Member"],
    run: ({ Identity, Member, ...how }, tenant) => {
      const row = changeable(Identity, how, tenant);
      const id = principal(Member, tenant.state);
      if (!membersOf(row).includes(id)) {
        throw new CmdletError(
          400,
          "Microsoft.Exchange.Management.Tasks.MemberNotFoundException",
          `The recipient "${Member}" isn't a member of the group "${row.Name}".`,
        );
      }
      row.$members = membersOf(row).filter((one) => one !== id);
      return { rows: [] };
    },
  },
  "Update-RoleGroupMember": {
    parameters: { Identity: "text", Members: "texts", ...HOW },
    required: ["Identity"],
    run: ({ Identity, Members, ...how }, tenant) => {
      const row = changeable(Identity, how, tenant);
      const members = Array.isArray(Members) ? Members : [];
      row.$members = [...new Set(members.map((one) => principal(one, tenant.state)))];
      return { rows: [] };
    },
  },
};

function group(identity: unknown, { state, service }: Tenant): Row {
  return objectsOf("RoleGroup", state, service).get(identity);
}

function changeable(identity: unknown, how: Row, tenant: Tenant): Row {
  if (how.BypassSecurityGroupManagerCheck === true) return group(identity, tenant);
  throw new CmdletError(
    400,
    "Microsoft.Exchange.Management.Tasks.InsufficientPermissionsException",
    `You don't have sufficient permissions. This operation can only be performed by a manager of the group.`,
  );
}

function membersOf({ $members }: Row): readonly string[] {
  return Array.isArray($members) ? $members.map(String) : [];
}

/** @throws CmdletError if the tenant has nobody of that name */
function principal(given: unknown, { directory }: TenantState): string {
  const wanted = String(given).toLowerCase();
  const all = [...directory.users.all(), ...directory.servicePrincipals.all(), ...directory.groups.all()];
  const found = all.find((one) =>
    [one.id, one.userPrincipalName, one.displayName].some((name) => String(name).toLowerCase() === wanted),
  );
  return (
    found?.id ?? refuse(`Couldn't find object "${given}". Please make sure that it was spelled correctly.`)
  );
}

/** Security & Compliance shows no addresses. */
function shown(id: string, { state: { directory }, service }: Tenant): readonly Row[] {
  const found = directory.find(id);
  if (!isJson(found)) return [];
  const { entity, kind } = found;
  const type =
    kind === "users" ? "UserMailbox" : kind === "groups" ? "MailUniversalSecurityGroup" : "ServicePrincipal";
  const common = {
    Name: entity.displayName,
    Identity: entity.displayName,
    DisplayName: entity.displayName,
    Guid: `${id.slice(0, -4)}0b0b`,
    ExternalDirectoryObjectId: id,
    RecipientType: type,
    RecipientTypeDetails: type,
  };
  if (service === "purview") return [common];
  const address = String(entity.userPrincipalName ?? "");
  return [{ ...common, Alias: address.split("@")[0], PrimarySmtpAddress: address, WindowsLiveID: address }];
}
