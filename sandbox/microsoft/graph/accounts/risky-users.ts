import { isJson } from "../../../http/answer";
import { instant } from "../../tenant/user";
import { entityAnswer } from "../answers";
import { badRequest, notFound } from "../graph-error";
import { type Call, idOf, NO_CONTENT, type Route } from "../route";

const READ = ["IdentityRiskyUser.Read.All", "IdentityRiskyUser.ReadWrite.All"];
const WRITE = ["IdentityRiskyUser.ReadWrite.All"];

/** https://learn.microsoft.com/graph/api/riskyuser-confirmcompromised, riskyuser-dismiss, riskyuser-get */
export const RISKY_USERS: readonly Route[] = [
  {
    method: "GET",
    path: "identityProtection/riskyUsers/{}",
    permissions: READ,
    run: (call) => {
      const found = call.directory.riskyUsers.find(idOf(call));
      if (found === undefined) throw notFound(idOf(call));
      return entityAnswer(call, "identityProtection/riskyUsers", found);
    },
  },
  ...(
    [
      ["confirmCompromised", "high", "confirmedCompromised"],
      ["dismiss", "none", "dismissed"],
    ] as const
  ).map(
    ([act, riskLevel, riskState]): Route => ({
      method: "POST",
      path: `identityProtection/riskyUsers/${act}`,
      permissions: WRITE,
      run: (call) => {
        for (const id of userIds(call)) {
          const user = call.directory.users.find(id);
          if (user === undefined) throw notFound(id);
          const { userPrincipalName } = user;
          const riskLastUpdatedDateTime = instant();
          call.directory.riskyUsers.put({
            id,
            userPrincipalName,
            riskLevel,
            riskState,
            riskLastUpdatedDateTime,
          });
        }
        return NO_CONTENT;
      },
    }),
  ),
];

function userIds({ body }: Call): readonly string[] {
  const ids = isJson(body) ? body.userIds : undefined;
  if (!Array.isArray(ids) || ids.length === 0) throw badRequest("userIds is missing.");
  return ids.map(String);
}
