import type { GraphAttribute } from "../graph-table";

/** As Graph calls them. Methods of other providers, which are made first, are none of these. */
export const METHODS = [
  "Email",
  "Fido2",
  "MicrosoftAuthenticator",
  "QRCodePin",
  "Sms",
  "SoftwareOath",
  "TemporaryAccessPass",
  "Voice",
  "X509Certificate",
] as const;

type Method = (typeof METHODS)[number];

/** An attribute that only some methods have. */
export const of = (attribute: GraphAttribute, ...methods: readonly Method[]): GraphAttribute => ({
  ...attribute,
  of: methods,
});
