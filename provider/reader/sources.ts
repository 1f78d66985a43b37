import type { Parameters } from "../exchange/types";
import type { GraphVersion } from "../graph/types";
import { METHODS } from "../objects/graph/methods/method";
import { SERVICES, type Service, serviceOf, type Table } from "../objects/table";
import { TABLES } from "../objects/tables/index";

/** An object id: nothing else becomes a part of an address, or of a file's name. */
export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Something that is asked of a tenant: which file its answer becomes, and what is needed to get it. */
interface Source {
  /** Below the folder of the evidence. */
  readonly file: string;
  /** What the application has to be permitted. */
  readonly permission: string;
  /** What the tenant has to have bought, in words. */
  readonly licence?: string | undefined;
}

/** A path of Graph. */
export interface GraphSource extends Source {
  readonly path: string;
  /** Without the question mark. */
  readonly query?: string;
  readonly version: GraphVersion;
  /** A collection, of which all pages are read? @default one entity */
  readonly list?: true;
}

/** A cmdlet. */
export interface CmdletSource extends Source {
  readonly cmdlet: `Get-${string}`;
  readonly parameters: Parameters;
  readonly service: Service;
}

/** https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 */
const READS: Readonly<Record<Service, string>> = {
  exchange:
    "Exchange.ManageAsApp and the role Global Reader, or View-Only Organization Management of Exchange",
  purview: "Exchange.ManageAsApp and the role Global Reader, or Security Reader of Security & Compliance",
};

const P1 = "Microsoft Entra ID P1";
const P2 = "Microsoft Entra ID P2";
const POLICIES = "Policy.Read.All";
const ACCESS = "identity/conditionalAccess";
const METHODS_PATH = "policies/authenticationMethodsPolicy";
const ROLES = "roleManagement/directory";

/** The application of Microsoft Graph itself, the same in every tenant. */
const GRAPH_ITSELF = "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";

function graph(
  path: string,
  permission: string,
  more: Partial<Pick<GraphSource, "query" | "version" | "list" | "licence">> = {},
): GraphSource {
  return { file: graphFile(path), path, permission, version: "v1.0", ...more };
}

/** `graph/domains.json` of `domains`. */
export function graphFile(path: string): string {
  return `graph/${path}.json`;
}

/**
 * All of Graph that is asked in every tenant. A path is asked in one version: what v1.0 does not have whole is asked of
 * beta, since what is not shown would pass for what is not there.
 */
export const GRAPH_SOURCES: readonly GraphSource[] = [
  graph("organization", "Organization.Read.All", { list: true }),
  graph("domains", "Domain.Read.All", { list: true }),
  graph("subscribedSkus", "Organization.Read.All", { list: true }),
  graph("policies/authorizationPolicy", POLICIES),
  graph("policies/identitySecurityDefaultsEnforcementPolicy", POLICIES),
  graph("policies/adminConsentRequestPolicy", POLICIES),
  graph("policies/defaultAppManagementPolicy", POLICIES),
  graph("policies/appManagementPolicies", POLICIES, { list: true }),
  graph("policies/authenticationStrengthPolicies", POLICIES, { list: true }),
  graph(METHODS_PATH, "Policy.Read.AuthenticationMethod", { version: "beta" }),
  ...METHODS.map((method) =>
    graph(`${METHODS_PATH}/authenticationMethodConfigurations/${method}`, "Policy.Read.AuthenticationMethod"),
  ),
  graph("groupSettings", "GroupSettings.Read.All", { list: true }),
  // Of beta: v1.0 leaves conditions out, and a policy would look as if it bound more than it does.
  graph(`${ACCESS}/policies`, POLICIES, { list: true, version: "beta" }),
  graph(`${ACCESS}/namedLocations`, POLICIES, { list: true }),
  graph(`${ROLES}/roleAssignments`, "RoleManagement.Read.Directory", { list: true }),
  graph(`${ROLES}/roleAssignmentScheduleInstances`, "RoleManagement.Read.Directory", {
    list: true,
    licence: P2,
  }),
  graph(`${ROLES}/roleEligibilityScheduleInstances`, "RoleManagement.Read.Directory", {
    list: true,
    licence: P2,
  }),
  graph("policies/roleManagementPolicyAssignments", "RoleManagement.Read.Directory", {
    list: true,
    query: query({
      $filter: "scopeId eq '/' and scopeType eq 'DirectoryRole'",
      $expand: "policy($expand=rules)",
    }),
    licence: P2,
  }),
  graph("reports/authenticationMethods/userRegistrationDetails", "AuditLog.Read.All", {
    list: true,
    licence: P1,
  }),
  graph(`${GRAPH_ITSELF}/delegatedPermissionClassifications`, "Application.Read.All", { list: true }),
];

/**
 * Groups by the names that an estate has for them. Names are compared whatever their case, and may be given twice.
 * @param names without any, nothing is to be asked
 */
export function groupsByName(names: readonly string[]): GraphSource {
  const wanted = names.map((name) => `displayName eq '${name.replaceAll("'", "''")}'`).join(" or ");
  return graph("groups", "Group.Read.All", {
    list: true,
    query: query({ $filter: wanted, $select: "id,displayName" }),
  });
}

/** Of one group that a policy names: what it is, and who is in it. */
export function groupSources(id: string): readonly [GraphSource, GraphSource] {
  return [
    graph(`groups/${id}`, "Group.Read.All", {
      query: query({
        $select:
          "id,displayName,groupTypes,isAssignableToRole,membershipRule,membershipRuleProcessingState,securityEnabled",
      }),
    }),
    graph(`groups/${id}/members`, "Group.Read.All", {
      list: true,
      query: query({ $select: "id,userPrincipalName,accountEnabled" }),
    }),
  ];
}

/** Of one account that a policy names, or that has a role. */
export function userSource(id: string): GraphSource {
  return graph(`users/${id}`, "User.Read.All", {
    query: query({
      $select: "id,displayName,userPrincipalName,accountEnabled,onPremisesImmutableId,userType",
    }),
  });
}

function query(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}

/** `exo/Get-SafeLinksPolicy.json`; of a part, or of the other service's of the same name, the file says so. */
function cmdletFile(cmdlet: string, ...parts: readonly string[]): string {
  return `exo/${[cmdlet, ...parts].join(".")}.json`;
}

function cmdlet(noun: string, more: Partial<CmdletSource> & { readonly part?: string } = {}): CmdletSource {
  const { part, service = "exchange", parameters = {}, ...rest } = more;
  return {
    file: cmdletFile(`Get-${noun}`, ...(part === undefined ? [] : [part])),
    cmdlet: `Get-${noun}`,
    parameters,
    service,
    permission: READS[service],
    ...rest,
  };
}

/** Where the objects of a table are asked for: at one service, or, where an object may be at either, at both. */
export function sourcesOf(table: Table): readonly CmdletSource[] {
  const { noun, asked, licence } = table;
  const services = table.service === "chosen" ? SERVICES : [serviceOf(table, {})];
  return services.map((service) => {
    const parts = Object.values(asked ?? {}).map(String);
    const part = table.service === "chosen" && service === "purview" ? ["purview"] : parts;
    return cmdlet(noun, {
      service,
      licence,
      ...(asked ? { parameters: asked } : {}),
      ...(part.length > 0 ? { part: part.join(".") } : {}),
    });
  });
}

/** Who is in a role group, which is known by its Guid. */
export function memberSource(service: Service, guid: string): CmdletSource {
  return cmdlet("RoleGroupMember", {
    service,
    parameters: { Identity: guid, ResultSize: "Unlimited" },
    part: service === "purview" ? `purview.${guid}` : guid,
  });
}

/** Lists of the Tenant Allow/Block List. */
const LISTS = ["Sender", "Url", "FileHash", "IP"] as const;

const DEFENDER = "Microsoft Defender for Office 365";

export const ACCEPTED_DOMAINS = cmdlet("AcceptedDomain");
export const DKIM = cmdlet("DkimSigningConfig");
export const INBOUND = cmdlet("InboundConnector");
export const OUTBOUND = cmdlet("OutboundConnector");
export const ALLOW_BLOCK = LISTS.map((list) =>
  cmdlet("TenantAllowBlockListItems", { part: list, parameters: { ListType: list } }),
);

/** What no object of an estate is, and controls are about. */
const BESIDE: readonly CmdletSource[] = [
  cmdlet("ATPBuiltInProtectionRule", { licence: DEFENDER }),
  cmdlet("OwaMailboxPolicy"),
  cmdlet("RoleAssignmentPolicy"),
];

/** All cmdlets that are called in every tenant, each once. */
export const CMDLET_SOURCES: readonly CmdletSource[] = [
  ...new Map(
    [ACCEPTED_DOMAINS, DKIM, INBOUND, OUTBOUND, ...ALLOW_BLOCK, ...BESIDE, ...TABLES.flatMap(sourcesOf)].map(
      (source) => [source.file, source] as const,
    ),
  ).values(),
];
