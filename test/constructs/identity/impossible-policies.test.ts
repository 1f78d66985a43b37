import { ConditionalAccessPolicy } from "../../../constructs/identity/conditional-access-policy";
import { FaultError } from "../../../lib/fault";
import type { Policy } from "../../../lib/identity/policy";
import { breakGlassIn, configurationOf } from "./identity-stack";

const all = { displayName: "Test", include: "all", applications: "all" } as const;
const mfa = { controls: ["mfa"] } as const;

/** What `npm run typecheck` refuses in TypeScript, and the constructor in JavaScript. */
const IMPOSSIBLE: readonly (readonly [string, Policy])[] = [
  // @ts-expect-error Graph error 1108
  ["mfa beside an authentication strength", { ...all, grant: { strength: "mfa", controls: ["mfa"] } }],
  // @ts-expect-error each time or after a period
  ["everyTime with a period", { ...all, session: { signInFrequency: { everyTime: true, hours: 4 } } }],
  // @ts-expect-error one unit
  ["hours and days at once", { ...all, session: { signInFrequency: { hours: 4, days: 1 } } }],
  // @ts-expect-error these clients have no session
  ["a session of legacy clients", { ...all, session: { persistentBrowser: "never" }, clients: ["other"] }],
  // @ts-expect-error there is no session
  ["a session of what is blocked", { ...all, grant: "block", session: { persistentBrowser: "never" } }],
  // @ts-expect-error neither a grant nor a session
  ["a policy that does nothing", all],
  // @ts-expect-error one target
  ["applications beside a user action", { ...all, userAction: "registerSecurityInfo", grant: mfa }],
  // @ts-expect-error the role is called Global Administrator
  ["a role that there is not", { ...all, include: { roles: ["Global Admin"] }, grant: mfa }],
  // @ts-expect-error both are required
  ["a password change or mfa", { ...all, grant: { operator: "or", controls: ["mfa", "passwordChange"] } }],
];

const POSSIBLE: readonly (readonly [string, Policy])[] = [
  ["a strength beside a device", { ...all, grant: { strength: "mfa", controls: ["compliantDevice"] } }],
  ["a grant at every sign-in", { ...all, grant: mfa, session: { signInFrequency: "everyTime" } }],
  ["a session after a week", { ...all, session: { signInFrequency: { days: 7 } } }],
  ["legacy clients that are blocked", { ...all, grant: "block", clients: ["other"] }],
];

const declare = (policy: Policy) =>
  configurationOf((stack) => {
    new ConditionalAccessPolicy(stack, "the-policy", { breakGlass: breakGlassIn(stack), policy });
  });

test.each(IMPOSSIBLE)("%s neither compiles nor runs", (_, policy) => {
  expect(() => declare(policy)).toThrow(FaultError);
});

test.each(POSSIBLE)("%s is a policy", (_, policy) => {
  expect(declare(policy).resource).toHaveProperty(["azuread_conditional_access_policy", "the-policy"]);
});

test("a policy without break-glass neither compiles nor runs", () => {
  const declareAlone = () =>
    configurationOf((stack) => {
      // @ts-expect-error every policy excludes the break-glass group
      new ConditionalAccessPolicy(stack, "the-policy", { policy: { ...all, grant: mfa } });
    });
  expect(declareAlone).toThrow();
});
