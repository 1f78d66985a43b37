import type { ExchangeKind } from "../../exchange/objects";
import type { MethodsOptions } from "./options";

/** A sign-in method's key in the estate. */
export type MethodKey = Exclude<keyof MethodsOptions, "policy">;

/** What Graph calls each method. */
export const METHOD_IDS: Readonly<Record<MethodKey, string>> = {
  email: "Email",
  fido2: "Fido2",
  microsoftAuthenticator: "MicrosoftAuthenticator",
  qrCodePin: "QRCodePin",
  sms: "Sms",
  softwareOath: "SoftwareOath",
  temporaryAccessPass: "TemporaryAccessPass",
  voice: "Voice",
  x509Certificate: "X509Certificate",
};

/** Their keys, sorted. */
export const METHOD_KEYS = Object.keys(METHOD_IDS) as readonly MethodKey[];

/** Does an attribute stand for groups? */
export function namesGroups(attribute: string): boolean {
  return /Groups?$/.test(attribute);
}

/** Does an attribute stand for groups of which everybody may be one? */
export function meansEverybody(kind: ExchangeKind, attribute: string): boolean {
  return /^authentication-methods?(?:-policy)?$/.test(kind) && namesGroups(attribute);
}

/** Does an attribute stand for users? */
export function namesUsers(attribute: string): boolean {
  return /(?:reviewer|Approver)Users$/.test(attribute);
}

/** Graph's word for everybody, in the place of a group's id. */
export const ALL_USERS = "all_users";
