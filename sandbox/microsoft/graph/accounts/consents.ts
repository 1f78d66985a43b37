import type { Json } from "../../../http/answer";
import type { Collection } from "../../tenant/entity";
import { listAnswer } from "../answers";
import { notFound } from "../graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "../route";
import { userOf } from "../users";

const READ = ["Directory.Read.All", "Directory.ReadWrite.All"];
const WRITE = {
  grants: ["DelegatedPermissionGrant.ReadWrite.All"],
  assignments: ["AppRoleAssignment.ReadWrite.All"],
};
const GRANT: Json = {
  id: null,
  clientId: null,
  consentType: null,
  principalId: null,
  resourceId: null,
  scope: null,
};
const ASSIGNMENT: Json = {
  id: null,
  appRoleId: null,
  createdDateTime: null,
  principalId: null,
  principalType: null,
  resourceDisplayName: null,
  resourceId: null,
};

/** https://learn.microsoft.com/graph/api/user-list-oauth2permissiongrants, user-list-approleassignments */
export const CONSENTS: readonly Route[] = [
  {
    method: "GET",
    path: "users/{}/oauth2PermissionGrants",
    permissions: [...READ, ...WRITE.grants],
    run: (call) => {
      const shape = { type: "oAuth2PermissionGrant", defaults: GRANT };
      return listAnswer(
        call,
        "oauth2PermissionGrants",
        ownOf(call, call.directory.oauth2PermissionGrants),
        shape,
      );
    },
  },
  {
    method: "DELETE",
    path: "oauth2PermissionGrants/{}",
    permissions: WRITE.grants,
    run: (call) => {
      if (!call.directory.oauth2PermissionGrants.remove(idOf(call))) throw notFound(idOf(call));
      return NO_CONTENT;
    },
  },
  {
    method: "GET",
    path: "users/{}/appRoleAssignments",
    permissions: [...READ, ...WRITE.assignments],
    run: (call) => {
      const shape = { type: "appRoleAssignment", defaults: ASSIGNMENT };
      return listAnswer(call, "appRoleAssignments", ownOf(call, call.directory.appRoleAssignments), shape);
    },
  },
  {
    method: "DELETE",
    path: "users/{}/appRoleAssignments/{}",
    permissions: WRITE.assignments,
    run: (call) => {
      const { directory } = call;
      const one = directory.appRoleAssignments.find(idOf(call, 1));
      if (one?.principalId !== userOf(call).id) throw notFound(idOf(call, 1));
      directory.appRoleAssignments.remove(one.id);
      return NO_CONTENT;
    },
  },
];

function ownOf(call: Call, collection: Collection): readonly Json[] {
  const { id } = userOf(call);
  return collection.all().filter(({ principalId }) => principalId === id);
}
