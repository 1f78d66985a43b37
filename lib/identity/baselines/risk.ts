import type { BaselinePolicy } from "./baseline";

const LEARN = "https://learn.microsoft.com/entra/identity/conditional-access";
const SCUBA = "https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/aad.md";

/** Policies on what Entra ID Protection detects. They need Entra ID P2. */
export const RISK_POLICIES = {
  "mfa-risky-sign-ins": {
    policy: {
      displayName: "Require multifactor authentication for risky sign-ins",
      include: "all",
      applications: "all",
      signInRisk: ["high", "medium"],
      grant: { controls: ["mfa"] },
      session: { signInFrequency: "everyTime" },
    },
    licence: "p2",
    template: "6b619f55-792e-45dc-9711-d83ec9d7ae90",
    source: `${LEARN}/policy-risk-based-sign-in`,
    controls: ["CIS 5.2.2.7"],
    why: "the owner of the account passes and clears the risk, a thief does not",
    checkFirst: "the risky sign-ins report, and who has no method registered: they are blocked when at risk",
  },
  "password-change-risky-users": {
    policy: {
      displayName: "Require password change for high-risk users",
      include: "all",
      applications: "all",
      userRisk: ["high"],
      grant: { operator: "and", controls: ["mfa", "passwordChange"] },
      session: { signInFrequency: "everyTime" },
    },
    licence: "p2",
    template: "634b6de7-c38d-4357-a2c7-3842706eedd7",
    source: `${LEARN}/policy-risk-based-user`,
    controls: ["CIS 5.2.2.6"],
    why: "a leaked password is replaced by its owner, without the helpdesk (Microsoft's page has moved on to risk remediation, for which azuread has no argument; CIS asks for the password change)",
    checkFirst:
      "the risky users report, and password writeback for synchronized users: without it they stay locked out",
  },
  "block-risky-sign-ins": {
    policy: {
      displayName: "Block high-risk sign-ins",
      include: "all",
      applications: "all",
      signInRisk: ["high"],
      grant: "block",
    },
    licence: "p2",
    source: SCUBA,
    controls: ["MS.AAD.2.3v1"],
    why: "a second factor may be in the same hands as the password",
    checkFirst: "the risky sign-ins report: false positives cannot free themselves",
  },
  "block-risky-users": {
    policy: {
      displayName: "Block high-risk users",
      include: "all",
      applications: "all",
      userRisk: ["high"],
      grant: "block",
    },
    licence: "p2",
    source: SCUBA,
    controls: ["MS.AAD.2.1v1"],
    why: "an account that is likely taken stays shut until an administrator has looked",
    checkFirst:
      "the risky users report: every user in it at high risk is shut out until the risk is dismissed",
  },
} as const satisfies Readonly<Record<string, BaselinePolicy>>;
