import { parsePolicy } from "../../../lib/identity/parse-policy";
import type { Policy } from "../../../lib/identity/policy";

// The compiler is the judge here: each line under `@ts-expect-error` must not compile, or tsc fails.
const base = { displayName: "Test", include: "all", applications: "all" } as const;

const impossible: Policy[] = [
  // @ts-expect-error MFA together with an authentication strength
  { ...base, grant: { controls: ["mfa"], strength: "phishing-resistant" } },
  // @ts-expect-error every time, and after a period
  { ...base, session: { signInFrequency: { everyTime: true, hours: 4 } } },
  // @ts-expect-error hours and days
  { ...base, session: { signInFrequency: { hours: 4, days: 1 } } },
  // @ts-expect-error a session control for legacy clients
  {
    ...base,
    clients: ["exchangeActiveSync"],
    grant: { controls: ["mfa"] },
    session: { persistentBrowser: "never" },
  },
  // @ts-expect-error a session of a sign-in that is blocked
  { ...base, grant: "block", session: { signInFrequency: "everyTime" } },
  // @ts-expect-error a password change without MFA
  { ...base, userRisk: ["high"], grant: { operator: "and", controls: ["passwordChange"] } },
  // @ts-expect-error a password change or MFA
  { ...base, userRisk: ["high"], grant: { operator: "or", controls: ["mfa", "passwordChange"] } },
  // @ts-expect-error applications and a user action
  { ...base, userAction: "registerDevice", grant: { controls: ["mfa"] } },
  // @ts-expect-error neither grant nor session
  { ...base },
  // @ts-expect-error a role by its id
  { ...base, include: { roles: ["62e90394-69f5-4237-9190-012177145e10"] }, grant: "block" },
];

it.each(impossible)("what does not compile is refused at once where nobody compiles: %j", (policy) => {
  expect(parsePolicy(policy, { locations: [] }).ok).toBe(false);
});
