import type { GraphObject } from "../../graph/types";
import { text } from "../../http/json";
import { unlessGone } from "../found";
import { type Calling, idOf, userPath } from "./account";
import type { Entry, Way } from "./closed-list";

interface Consent extends Entry {
  readonly path: string;
  readonly needs: string;
}

/** https://learn.microsoft.com/graph/api/user-list-oauth2permissiongrants, user-list-approleassignments */
export const appConsents: Way<Consent> = {
  description:
    "An account in whose name no application may act, but for those that are kept: delegated permissions that the user has " +
    "consented to, and assignments to applications. What administrators consented to for everybody is not the account's, nor " +
    "what it has by a group. Destroy gives nothing back.",
  one: "an application that may act for it",
  keep: "A consent or an assignment that may stay",
  async read(upn, calling) {
    const { client, signal } = calling;
    const needs = "Directory.Read.All";
    const [grants, assignments] = await Promise.all([
      client.graph.list(`${userPath(upn)}/oauth2PermissionGrants`, { signal, needs }),
      client.graph.list(`${userPath(upn)}/appRoleAssignments`, { signal, needs }),
    ]);
    const own = grants.filter(({ consentType }) => consentType !== "AllPrincipals");
    const named = await Promise.all(own.map((grant) => consent(grant, calling)));
    return [...named.flat(), ...assignments.flatMap((one) => assignment(upn, one))];
  },
  close: (_, { path, needs }, { client, signal }) =>
    unlessGone(client.graph.delete(path, { signal, needs, idempotent: true })),
};

async function consent(grant: GraphObject, calling: Calling): Promise<readonly Consent[]> {
  const id = idOf(grant.id, "a consent");
  const scopes = text(grant.scope)?.trim().replace(/\s+/g, " ") ?? "no scope";
  return [
    {
      id,
      text: `application ${await applicationOf(text(grant.clientId) ?? "", calling)}: ${scopes}`,
      path: `oauth2PermissionGrants/${encodeURIComponent(id)}`,
      needs: "DelegatedPermissionGrant.ReadWrite.All",
    },
  ];
}

function assignment(upn: string, one: GraphObject): readonly Consent[] {
  if (one.principalType !== undefined && one.principalType !== "User") return [];
  const id = idOf(one.id, "an assignment to an application");
  return [
    {
      id,
      text: `assigned to ${text(one.resourceDisplayName) ?? text(one.resourceId) ?? id}`,
      path: `${userPath(upn)}/appRoleAssignments/${encodeURIComponent(id)}`,
      needs: "AppRoleAssignment.ReadWrite.All",
    },
  ];
}

/** What an application calls itself, which anybody may, with the id that nobody else has. */
async function applicationOf(id: string, { client, signal }: Calling): Promise<string> {
  const path = `servicePrincipals/${encodeURIComponent(id)}?$select=displayName,appId`;
  try {
    const { displayName, appId } = await client.graph.get(path, { signal, needs: "Application.Read.All" });
    return `${JSON.stringify(text(displayName) ?? "")} (${text(appId) ?? id})`;
  } catch {
    // Its name is a help to readers only; the consent is found and ended without.
    return id;
  }
}
