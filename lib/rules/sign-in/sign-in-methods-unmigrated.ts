import { objectRule } from "../object-rule";

export const signInMethodsUnmigrated = objectRule({
  id: "sign-in-methods-unmigrated",
  kind: "authentication-methods-policy",
  title: "older settings of methods count beside the policy",
  why: "What the policy of sign-in methods forbids may be allowed by the older settings for a second factor and for password reset, where nobody looks.",
  level: "warning",
  controls: { scuba: ["MS.AAD.3.4v1"] },
  recommended: false,
  says: "is not the only place where methods are allowed",
  wants: [
    {
      attribute: "migrationState",
      expected: "migrationComplete",
      // A tenant that never had the older settings shows nothing.
      isMet: (value) => value === "migrationComplete" || value === "",
    },
  ],
});
