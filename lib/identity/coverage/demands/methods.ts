/**
 * Combinations of authentication methods, as Graph names them: methods that must be used together are joined by a comma.
 * https://learn.microsoft.com/graph/api/resources/authenticationstrengths-overview
 * https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths
 */
const SOMETHING_YOU_HAVE = [
  "hardwareOath",
  "microsoftAuthenticatorPush",
  "sms",
  "softwareOath",
  "voice",
] as const;

export const PHISHING_RESISTANT: readonly string[] = [
  "fido2",
  "windowsHelloForBusiness",
  "x509CertificateMultiFactor",
];

export const PASSWORDLESS: readonly string[] = [...PHISHING_RESISTANT, "deviceBasedPush"];

/** What meets `mfa`, which Microsoft calls equivalent to the built-in strength of that name. */
export const MULTIFACTOR: readonly string[] = [
  ...PASSWORDLESS,
  "federatedMultiFactor",
  "temporaryAccessPassMultiUse",
  "temporaryAccessPassOneTime",
  ...["password", "federatedSingleFactor"].flatMap((first) =>
    SOMETHING_YOU_HAVE.map((second) => canonicalCombination(`${first},${second}`)),
  ),
];

/** What everyone shows who signs in with a password: nothing beyond it is demanded. */
export const PASSWORD = "password";

/** The methods of a combination in one order. */
export function canonicalCombination(combination: string): string {
  return combination
    .split(",")
    .map((method) => method.trim())
    .sort()
    .join(",");
}

const METHOD_WORDS: Readonly<Record<string, string>> = {
  deviceBasedPush: "phone sign-in",
  federatedMultiFactor: "federated MFA",
  federatedSingleFactor: "federated sign-in",
  fido2: "a passkey",
  hardwareOath: "a hardware token",
  microsoftAuthenticatorPush: "an Authenticator push",
  qrCodePin: "a QR code",
  sms: "a text message",
  softwareOath: "a code of an app",
  temporaryAccessPassMultiUse: "a temporary access pass",
  temporaryAccessPassOneTime: "a one-time access pass",
  voice: "a call",
  windowsHelloForBusiness: "Windows Hello for Business",
  x509CertificateMultiFactor: "a certificate",
  x509CertificateSingleFactor: "a single-factor certificate",
};

/** `password + a text message`. */
export function combinationWords(combination: string): string {
  return combination
    .split(",")
    .map((method) => METHOD_WORDS[method] ?? method)
    .join(" + ");
}
