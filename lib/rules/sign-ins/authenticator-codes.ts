import { is, objectRule } from "../object-rule";

export const authenticatorCodes = objectRule({
  id: "authenticator-codes",
  kind: "authentication-method",
  only: ({ method }) => method === "MicrosoftAuthenticator",
  title: "Microsoft Authenticator gives codes that can be phished",
  why: "A code that people type shows neither application nor place, and a false page takes it as well as the true one.",
  level: "warning",
  controls: { scuba: ["MS.AAD.3.3v2"] },
  recommended: false,
  says: "gives codes, which show no context",
  wants: [is("softwareOathEnabled", false)],
});
