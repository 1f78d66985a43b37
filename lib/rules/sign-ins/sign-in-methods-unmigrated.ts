import { objectRule, oneOf } from "../object-rule";

export const signInMethodsUnmigrated = objectRule({
  id: "sign-in-methods-unmigrated",
  kind: "authentication-methods-policy",
  title: "older settings of sign-in methods count beside the policy",
  why: "As long as the migration is not complete, methods that the policy turns off can be used by the older settings.",
  level: "warning",
  controls: { scuba: ["MS.AAD.3.4v1"] },
  says: "is not all that counts",
  wants: [oneOf("migrationState", ["migrationComplete"])],
});
