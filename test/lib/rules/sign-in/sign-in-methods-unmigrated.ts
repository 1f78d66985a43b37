import { signInMethodsUnmigrated } from "../../../../lib/rules/sign-in/sign-in-methods-unmigrated";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInMethodsUnmigrated,
  kind: "authentication-methods-policy",
  name: "the policy of sign-in methods",
  good: { migrationState: "migrationComplete" },
  bad: { migrationState: "preMigration" },
  finds: [
    {
      level: "warning",
      message: "the policy of sign-in methods is not the only place where methods are allowed",
      received: "migrationState: preMigration",
      expected: "migrationComplete",
      fix: "set migrationState",
    },
  ],
});
