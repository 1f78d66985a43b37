import type { StrengthName } from "../../../../lib/identity/strengths";

/*
 * Combinations of authentication methods (authenticationMethodModes), and which of them the built-in strengths have.
 * https://learn.microsoft.com/graph/api/resources/authenticationstrengths-overview
 */

const PHISHING_RESISTANT = ["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"];

const PASSWORDLESS = [...PHISHING_RESISTANT, "deviceBasedPush"];

/** All that come to multifactor authentication. */
export const MFA_COMBINATIONS: readonly string[] = [
  ...PASSWORDLESS,
  "temporaryAccessPassOneTime",
  "temporaryAccessPassMultiUse",
  "password,microsoftAuthenticatorPush",
  "password,softwareOath",
  "password,hardwareOath",
  "password,sms",
  "password,voice",
  "federatedMultiFactor",
  "microsoftAuthenticatorPush,federatedSingleFactor",
  "softwareOath,federatedSingleFactor",
  "hardwareOath,federatedSingleFactor",
  "sms,federatedSingleFactor",
  "voice,federatedSingleFactor",
];

export const COMBINATIONS: readonly string[] = [
  ...MFA_COMBINATIONS,
  "federatedSingleFactor",
  "password",
  "qrCodePin",
  "sms",
  "x509CertificateSingleFactor",
];

export const BUILT_IN_COMBINATIONS: Readonly<Record<StrengthName, readonly string[]>> = {
  mfa: MFA_COMBINATIONS,
  passwordless: PASSWORDLESS,
  "phishing-resistant": PHISHING_RESISTANT,
};
