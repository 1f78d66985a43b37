import { text } from "../../http/json";
import { DiagnosticError } from "../../plugin/index";
import { unlessGone } from "../found";
import { FOR_ADMINISTRATORS, userPath } from "./account";
import type { Entry, Way } from "./closed-list";

interface Method extends Entry {
  /** Where it is removed; undefined for a kind that v1.0 cannot remove. */
  readonly path: string | undefined;
}

/** By type: the collection that one is removed from. https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview */
const COLLECTIONS: Readonly<Record<string, string>> = {
  emailAuthenticationMethod: "emailMethods",
  externalAuthenticationMethod: "externalAuthenticationMethods",
  fido2AuthenticationMethod: "fido2Methods",
  microsoftAuthenticatorAuthenticationMethod: "microsoftAuthenticatorMethods",
  phoneAuthenticationMethod: "phoneMethods",
  platformCredentialAuthenticationMethod: "platformCredentialMethods",
  softwareOathAuthenticationMethod: "softwareOathMethods",
  temporaryAccessPassAuthenticationMethod: "temporaryAccessPassMethods",
  windowsHelloForBusinessAuthenticationMethod: "windowsHelloForBusinessMethods",
};

/** Another one takes its place, and none goes: m365_user_password_reset. */
const PASSWORD = "passwordAuthenticationMethod";

export const signInMethods: Way<Method> = {
  description:
    "An account without a method of sign-in beside its password, but for those that are kept: phones, authenticator apps, keys, " +
    "passes, mail addresses. Which one the user registered and which one somebody else did, Graph does not say. Destroy adds none.",
  one: "a method of sign-in",
  keep: "A method that may stay",
  async read(upn, { client, signal }) {
    const path = `${userPath(upn)}/authentication/methods`;
    const methods = await client.graph.list(path, { signal, needs: "UserAuthenticationMethod.Read.All" });
    return methods.flatMap((method): Method[] => {
      const kind = (text(method["@odata.type"]) ?? "").replace(/^#microsoft\.graph\./, "");
      const id = text(method.id);
      if (kind === PASSWORD) return [];
      if (id === undefined)
        throw new DiagnosticError({ summary: `Graph shows a method of sign-in without an id: ${kind}` });
      const collection = Object.hasOwn(COLLECTIONS, kind) ? COLLECTIONS[kind] : undefined;
      const named = [
        method.displayName,
        method.phoneNumber,
        method.emailAddress,
        method.model,
        method.createdDateTime,
      ];
      const facts = named.flatMap((one) => text(one) ?? []).join(", ");
      return [
        {
          id,
          text: `${kind.replace(/AuthenticationMethod$/, "") || "method"} ${facts || id}`,
          path: collection && `${userPath(upn)}/authentication/${collection}/${encodeURIComponent(id)}`,
        },
      ];
    });
  },
  async close(_, { path }, { client, signal }) {
    if (path === undefined) {
      throw new DiagnosticError({
        summary: "Graph v1.0 cannot remove a method of this kind",
        detail: "Remove it in the Entra admin center, or keep it.",
      });
    }
    const needs = `UserAuthenticationMethod.ReadWrite.All; ${FOR_ADMINISTRATORS}`;
    await unlessGone(client.graph.delete(path, { signal, needs, idempotent: true }));
  },
};
