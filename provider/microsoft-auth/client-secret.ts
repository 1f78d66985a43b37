import type { Secret } from "../http/secret";
import type { Credential } from "./credential";

/** Proves the application by a password that it shares with Entra ID. */
export function clientSecret(secret: Secret): Credential {
  return {
    kind: "client secret",
    fields: async () => ({ client_secret: secret.reveal() }),
  };
}
