import {
  canonicalDemands,
  type Demand,
  implies,
  isStronger,
} from "../../../../../lib/identity/coverage/demands/demand";
import {
  BLOCK,
  grantDemands,
  MFA,
  PHISHING_RESISTANT_MFA,
} from "../../../../../lib/identity/coverage/demands/grant";
import { canonicalCombination, combinationWords } from "../../../../../lib/identity/coverage/demands/methods";
import { sessionDemands } from "../../../../../lib/identity/coverage/demands/session";
import type { TenantObjects } from "../../../../../lib/identity/coverage/objects";
import type { AccessGrantControls, AccessSignInFrequency } from "../../../../../lib/identity/coverage/policy";

function only(demands: readonly Demand[]): Demand {
  const [demand, ...more] = demands;
  if (demand && more.length === 0) return demand;
  throw new Error(`expected one demand, got ${demands.length}`);
}

const granted = (controls: Omit<AccessGrantControls, "operator">, objects: TenantObjects = {}) =>
  only(grantDemands({ operator: "OR", ...controls }, objects));
const frequency = (control: AccessSignInFrequency) => only(sessionDemands({ signInFrequency: control }));

const DEVICE = granted({ builtInControls: ["compliantDevice"] });
const MFA_OR_DEVICE = granted({ builtInControls: ["mfa", "compliantDevice"] });
const HOUR = frequency({ value: 1, type: "hours" });
const DAY = frequency({ value: 1, type: "days" });
const SECOND_HOUR = frequency({ value: 1, type: "hours", authenticationType: "secondaryAuthentication" });
const SECOND_DAY = frequency({ value: 1, type: "days", authenticationType: "secondaryAuthentication" });
const NEVER = only(sessionDemands({ persistentBrowser: { mode: "never" } }));
const ALWAYS = only(sessionDemands({ persistentBrowser: { mode: "always" } }));

test.each<[string, Demand, Demand, boolean, boolean]>([
  ["a demand and itself", MFA, MFA, true, true],
  ["phishing-resistant MFA and MFA", PHISHING_RESISTANT_MFA, MFA, true, false],
  ["a device and MFA or a device", DEVICE, MFA_OR_DEVICE, true, false],
  ["MFA and MFA or a device", MFA, MFA_OR_DEVICE, true, false],
  ["a device and MFA", DEVICE, MFA, false, false],
  ["a block and MFA", BLOCK, MFA, true, false],
  ["a block and a bound on the session", BLOCK, HOUR, true, false],
  ["MFA and a bound on the session", MFA, HOUR, false, false],
  ["an hour and a day", HOUR, DAY, true, false],
  ["an hour, and one of the second factor alone", HOUR, SECOND_HOUR, true, false],
  ["a day, and an hour of the second factor alone", DAY, SECOND_HOUR, false, false],
  ["the second factor alone each hour and each day", SECOND_HOUR, SECOND_DAY, true, false],
  ["a frequency and a browser session", HOUR, NEVER, false, false],
  ["browser sessions that end and that last", NEVER, ALWAYS, false, false],
])("%s: whether the one implies the other, and the other the one", (_, one, other, there, back) => {
  expect([implies(one, other), implies(other, one)]).toEqual([there, back]);
  const isSame = one.key === other.key;
  expect([isStronger(one, other), isStronger(other, one)]).toEqual([there && !isSame, back && !isSame]);
});

test("of demands those are left that no other implies, each once, in the order of their keys", () => {
  const left = (...demands: readonly Demand[]) => canonicalDemands(demands).map(({ words }) => words);
  expect(left(HOUR, NEVER, DAY, SECOND_HOUR, DEVICE, MFA_OR_DEVICE, NEVER)).toEqual([
    "a compliant device",
    "a browser session that ends with the browser",
    "a sign-in every hour",
  ]);
  expect(left(NEVER, MFA, BLOCK, DAY)).toEqual(["block"]);
  expect(left()).toEqual([]);
});

const STRENGTHS: TenantObjects = {
  strengths: [
    {
      id: "5f1C0d3e-0000-4000-8000-000000000001",
      name: "Keys",
      allowedCombinations: ["sms, password", "fido2"],
    },
  ],
};
const strength = (id: string) => ({ authenticationStrength: { id } });
const OWN = "5f1c0d3e-0000-4000-8000-000000000001";

test.each<[string, Omit<AccessGrantControls, "operator">, string]>([
  ["block beside whatever else", { builtInControls: ["block", "mfa"] }, "block"],
  ["the built-in strength of that name", strength("00000000-0000-0000-0000-000000000002"), "MFA"],
  ["passwordless", strength("00000000-0000-0000-0000-000000000003"), "passwordless MFA"],
  ["phishing-resistant", strength("00000000-0000-0000-0000-000000000004"), "phishing-resistant MFA"],
  [
    "a strength of the tenant's own, by a path and in another case",
    strength(`/policies/authenticationStrengthPolicies/${OWN.toUpperCase()}`),
    "a passkey or password + a text message (Keys)",
  ],
  ["one that nobody knows", strength("B1"), "the authentication strength b1 of unknown content"],
  ["terms of use", { termsOfUse: ["T1"] }, "accepted terms of use"],
  ["a custom control", { customAuthenticationFactors: ["Duo:Push"] }, "the custom control duo:push"],
  [
    "alternatives: methods first, the rest by name",
    { builtInControls: ["domainJoinedDevice", "mfa", "approvedApplication"], termsOfUse: ["t"] },
    "MFA, an approved application, a hybrid joined device or accepted terms of use",
  ],
  [
    "each other control",
    { builtInControls: ["compliantApplication", "passwordChange", "riskRemediation"] },
    "an application with a protection policy, a password change or a remedy of the risk",
  ],
])("%s in words", (_, controls, words) => {
  expect(granted(controls, STRENGTHS).words).toBe(words);
});

test("with AND each control is a demand of its own; no control, and a strength that takes a password, demand nothing", () => {
  const words = (controls: AccessGrantControls | undefined, objects: TenantObjects = {}) =>
    grantDemands(controls, objects).map((demand) => demand.words);
  const both = { operator: "AND", builtInControls: ["mfa", "compliantDevice"] } as const;
  expect(words(both)).toEqual(["MFA", "a compliant device"]);
  expect(words({ operator: "OR" })).toEqual([]);
  expect(words(undefined)).toEqual([]);
  const weak = { strengths: [{ id: OWN, name: "Weak", allowedCombinations: ["password", "fido2"] }] };
  expect(words({ operator: "OR", authenticationStrength: { id: OWN } }, weak)).toEqual([]);
  expect(words({ ...both, authenticationStrength: { id: OWN } }, weak)).toEqual([
    "MFA",
    "a compliant device",
  ]);
});

test("a combination is the same in whatever order its methods stand", () => {
  expect([canonicalCombination("sms, password"), canonicalCombination("password,sms")]).toEqual([
    "password,sms",
    "password,sms",
  ]);
});

test.each([
  ["deviceBasedPush", "phone sign-in"],
  ["federatedMultiFactor", "federated MFA"],
  ["federatedSingleFactor,voice", "federated sign-in + a call"],
  ["fido2", "a passkey"],
  ["hardwareOath,password", "a hardware token + password"],
  ["microsoftAuthenticatorPush,password", "an Authenticator push + password"],
  ["qrCodePin", "a QR code"],
  ["password,sms", "password + a text message"],
  ["password,softwareOath", "password + a code of an app"],
  ["temporaryAccessPassMultiUse", "a temporary access pass"],
  ["temporaryAccessPassOneTime", "a one-time access pass"],
  ["windowsHelloForBusiness", "Windows Hello for Business"],
  ["x509CertificateMultiFactor", "a certificate"],
  ["x509CertificateSingleFactor", "a single-factor certificate"],
  ["faceScan", "faceScan"],
])("%s in words", (combination, words) => {
  expect(combinationWords(combination)).toBe(words);
});

/** https://learn.microsoft.com/entra/identity/authentication/concept-authentication-strengths, the row of MFA strength */
test("MFA are the combinations of the built-in strength of that name", () => {
  const first = ["password", "federatedSingleFactor"];
  const second = ["hardwareOath", "microsoftAuthenticatorPush", "sms", "softwareOath", "voice"];
  expect(MFA.of === "grant" && [...MFA.alternatives].sort()).toEqual(
    [
      "fido2",
      "windowsHelloForBusiness",
      "x509CertificateMultiFactor",
      "deviceBasedPush",
      "federatedMultiFactor",
      "temporaryAccessPassMultiUse",
      "temporaryAccessPassOneTime",
      ...first.flatMap((one) => second.map((other) => [one, other].sort().join(","))),
    ].sort(),
  );
});
