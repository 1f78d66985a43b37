import { closest } from "../closest";
import { type Fault, fail, ok, type Result, within } from "../fault";
import type { StrengthPlan } from "./identity-plan";
import { KEY } from "./named-locations";
import type { StrengthOptions } from "./options";
import { isBuiltIn, STRENGTHS } from "./strengths";

/**
 * Combinations of methods that come to multifactor authentication, written as Graph writes them.
 * https://learn.microsoft.com/graph/api/resources/authenticationstrengths-overview
 */
const COMBINATIONS = [
  "windowsHelloForBusiness",
  "fido2",
  "x509CertificateMultiFactor",
  "deviceBasedPush",
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
] as const;

/** Single factors that Graph has in its list too. */
const SINGLE_FACTORS: readonly string[] = [
  "email",
  "federatedSingleFactor",
  "hardwareOath",
  "microsoftAuthenticatorPush",
  "password",
  "qrCodePin",
  "sms",
  "softwareOath",
  "voice",
  "x509CertificateSingleFactor",
];

/** https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths */
const MOST_STRENGTHS = 15;

/** Reads a tenant's own authentication strengths; the plans are sorted by key. */
export function planStrengths(
  options: Readonly<Record<string, StrengthOptions>>,
): Result<readonly StrengthPlan[]> {
  const faults: Fault[] = [];
  const plans: StrengthPlan[] = [];
  for (const key of Object.keys(options).sort()) {
    const strength = options[key];
    if (!strength) continue;
    if (!KEY.test(key) || isBuiltIn(key)) {
      faults.push({
        path: [key],
        message: "not a name for an authentication strength",
        received: JSON.stringify(key),
        expected: `lower-case letters, digits and inner hyphens, and none of ${Object.keys(STRENGTHS).join(", ")}`,
      });
    }
    const displayName = strength.displayName ?? key;
    if (displayName.trim() !== displayName || displayName === "" || displayName.length > 256) {
      faults.push({
        path: [key, "displayName"],
        message: "not an authentication strength's name",
        received: JSON.stringify(displayName),
        expected: "1 to 256 characters, without a space at either end",
      });
    }
    const same = plans.find((one) => one.displayName.toLowerCase() === displayName.toLowerCase());
    if (same) {
      faults.push({
        path: [key, "displayName"],
        message: `the authentication strength ${same.key} has the same name`,
        received: JSON.stringify(displayName),
      });
    }
    const combinations = readCombinations(strength.combinations);
    if (!combinations.ok)
      faults.push(...combinations.faults.map((fault) => within(fault, key, "combinations")));
    plans.push({
      key,
      displayName,
      ...(strength.description === undefined ? {} : { description: strength.description }),
      combinations: combinations.ok ? combinations.value : [],
    });
  }
  if (plans.length > MOST_STRENGTHS) {
    faults.push({
      message: `${plans.length} authentication strengths`,
      expected: `at most ${MOST_STRENGTHS}`,
    });
  }
  return faults.length > 0 ? fail(...faults) : ok(plans);
}

function readCombinations(texts: readonly string[]): Result<readonly string[]> {
  if (texts.length === 0)
    return fail({ message: "an empty list of combinations", expected: "fido2 and others" });
  const faults: Fault[] = [];
  const found = new Set<string>();
  for (const [index, text] of texts.entries()) {
    const methods = methodsOf(text);
    const combination = COMBINATIONS.find((one) => methodsOf(one) === methods);
    if (combination === undefined) faults.push(notOne(text, index));
    else if (found.has(combination)) {
      faults.push({ path: [index], message: "listed twice", received: JSON.stringify(text) });
    } else found.add(combination);
  }
  return faults.length > 0 ? fail(...faults) : ok([...found].sort());
}

function notOne(text: string, index: number): Fault {
  const isSingle = SINGLE_FACTORS.includes(text.trim());
  const near = closest(text, COMBINATIONS);
  return {
    path: [index],
    message: isSingle
      ? "a single factor, which makes of the strength less than multifactor authentication"
      : "no combination of methods",
    received: JSON.stringify(text),
    expected: COMBINATIONS.join(" | "),
    ...(near === undefined || isSingle ? {} : { fix: `did you mean ${near}?` }),
  };
}

/** The methods of a combination, whatever their order. */
function methodsOf(combination: string): string {
  return combination
    .split(",")
    .map((method) => method.trim())
    .sort()
    .join();
}
