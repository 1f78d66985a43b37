import { type ExchangeClient, type ExchangeObject, SHARED_FOR } from "../../exchange/types";
import { CloudError } from "../../http/cloud-error";
import { cmdletsOf } from "../../objects/rows";
import { SERVICES, serviceOf } from "../../objects/table";
import { type Context, DiagnosticError, str } from "../../plugin/index";
import { oneOf } from "../attributes";
import type { M365 } from "../m365";

// Who is in a role group. A member is written by an address, a name or an id, and shown by several of them.

/** Without it, only those that manage a group may change it. */
export const BYPASS = { BypassSecurityGroupManagerCheck: true, Confirm: false } as const;
/** By what a member may be meant. Security & Compliance shows fewer of them. */
const NAMED_BY = [
  "ExternalDirectoryObjectId",
  "Guid",
  "PrimarySmtpAddress",
  "WindowsLiveID",
  "Name",
  "DisplayName",
  "Alias",
  "Identity",
] as const;
/** Groups that Entra ID feeds with the holders of its roles: they are nobody's to take out. */
const FED =
  /^(?:TenantAdmins|ExchangeServiceAdmins|SecurityAdmins|SecurityReaders|ComplianceAdmins|GlobalReaders)_/i;

/** Which group is meant: the same in both resources. */
export const GROUP = {
  service: str({
    required: true,
    requiresReplace: true,
    validate: oneOf(...SERVICES),
    choices: SERVICES,
    description:
      "Where the group is: Exchange Online, or Microsoft Purview and Defender (Security & Compliance).",
  }),
  role_group: str({
    required: true,
    requiresReplace: true,
    description: "The group, by name or Guid. Microsoft's own are named, as Service Assurance User.",
  }),
};

/** One role group. */
export interface Group {
  readonly service: string;
  readonly role_group: string;
}

type Calling = Pick<Context<M365>, "client" | "signal">;

export function cmdletsFor(group: Group, client: M365): ExchangeClient {
  return cmdletsOf(client, serviceOf({ service: "chosen" }, group));
}

/** Who is in a group; undefined if there is no such group. */
export async function membersOf(
  group: Group,
  { client, signal }: Calling,
): Promise<readonly ExchangeObject[] | undefined> {
  const parameters = { Identity: group.role_group, ResultSize: "Unlimited" };
  try {
    const rows = await cmdletsFor(group, client).invoke("Get-RoleGroupMember", parameters, {
      signal,
      maxAge: SHARED_FOR,
    });
    return rows.filter((row) => names(row).length > 0);
  } catch (error) {
    if (error instanceof CloudError && error.notFound) return undefined;
    throw refusal(group, error);
  }
}

/** Who is in a group that has to be there. @throws DiagnosticError if it is not */
export async function membersOfThe(group: Group, calling: Calling): Promise<readonly ExchangeObject[]> {
  const rows = await membersOf(group, calling);
  if (rows) return rows;
  throw new DiagnosticError({
    summary: `there is no role group ${JSON.stringify(group.role_group)} (${group.service})`,
    path: ["role_group"],
  });
}

/** Is this member meant by that text? */
export function isCalled(row: ExchangeObject, wanted: string): boolean {
  const text = wanted.toLowerCase();
  return names(row).some((name) => name.toLowerCase() === text);
}

export function isFed({ Name }: ExchangeObject): boolean {
  return typeof Name === "string" && FED.test(Name);
}

/** What stays the same when a member is renamed. */
export function idOf(row: ExchangeObject): string {
  return names(row)[0] ?? "";
}

/** How a member is best written: by an address where there is one. */
export function calledBest(row: ExchangeObject): string {
  const shown = [row.PrimarySmtpAddress, row.ExternalDirectoryObjectId, row.Name].filter(isText);
  return shown[0] ?? idOf(row);
}

function names(row: ExchangeObject): readonly string[] {
  return NAMED_BY.map((property) => row[property]).filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** What was refused, as an administrator needs it; anything else as it came. */
export function refusal({ service, role_group }: Group, error: unknown): unknown {
  if (!(error instanceof CloudError)) return error;
  if (/CommandNotFoundException/.test(error.code)) {
    return new DiagnosticError({
      summary: "the application may not see role groups",
      detail:
        "It needs the role Role Management: of Organization Management, or of Purview Administrators in Purview.",
    });
  }
  return new DiagnosticError({
    summary: `the members of ${JSON.stringify(role_group)} (${service}) cannot be managed so`,
    detail: `${error.message} (${error.code})`,
  });
}
