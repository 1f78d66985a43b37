import { listAnswer } from "../answers";
import { badRequest, notFound } from "../graph-error";
import { idOf, NO_CONTENT, type Route } from "../route";
import { userOf } from "../users";
import { checkMayAct } from "./who-may-act";

const READ = ["UserAuthenticationMethod.Read.All", "UserAuthenticationMethod.ReadWrite.All"];
const WRITE = ["UserAuthenticationMethod.ReadWrite.All"];

/** By collection, the type of what is in it. */
const KINDS: Readonly<Record<string, string>> = {
  emailMethods: "email",
  externalAuthenticationMethods: "external",
  fido2Methods: "fido2",
  microsoftAuthenticatorMethods: "microsoftAuthenticator",
  phoneMethods: "phone",
  platformCredentialMethods: "platformCredential",
  softwareOathMethods: "softwareOath",
  temporaryAccessPassMethods: "temporaryAccessPass",
  windowsHelloForBusinessMethods: "windowsHelloForBusiness",
};

const SHAPE = { type: "authenticationMethod", defaults: { id: null, createdDateTime: null } };
const PASSWORD = {
  "@odata.type": "#microsoft.graph.passwordAuthenticationMethod",
  id: "28c10230-6103-485e-b985-444c60001490",
};

/** https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
export const METHODS: readonly Route[] = [
  {
    method: "GET",
    path: "users/{}/authentication/methods",
    permissions: READ,
    run: (call) => {
      const { directory } = call;
      const ids = directory.authenticationMethods.from(userOf(call).id);
      const methods = ids
        .flatMap((id) => directory.methods.find(id) ?? [])
        .map(({ $default: _, ...shown }) => shown);
      return listAnswer(call, "authenticationMethods", [PASSWORD, ...methods], SHAPE);
    },
  },
  ...Object.entries(KINDS).map(
    ([collection, kind]): Route => ({
      method: "DELETE",
      path: `users/{}/authentication/${collection}/{}`,
      permissions: WRITE,
      run: (call) => {
        const { directory } = call;
        const user = userOf(call);
        checkMayAct(user, call);
        const id = idOf(call, 1);
        const theirs = directory.authenticationMethods
          .from(user.id)
          .flatMap((one) => directory.methods.find(one) ?? []);
        const method = theirs.find((one) => one.id === id && one["@odata.type"] === typeOf(kind));
        if (method === undefined) throw notFound(id);
        // The default goes last.
        if (method.$default === true && theirs.length > 1) {
          throw badRequest("The default method cannot be deleted while there are others.");
        }
        directory.authenticationMethods.forget(id);
        directory.methods.remove(id);
        return NO_CONTENT;
      },
    }),
  ),
];

function typeOf(kind: string): string {
  return `#microsoft.graph.${kind}AuthenticationMethod`;
}
