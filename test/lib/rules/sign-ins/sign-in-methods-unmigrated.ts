import { signInMethodsUnmigrated } from "../../../../lib/rules/sign-ins/sign-in-methods-unmigrated";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInMethodsUnmigrated,
  kind: "authentication-methods-policy",
  name: "the policy of sign-in methods",
  good: { migrationState: "migrationComplete" },
  bad: { migrationState: "migrationInProgress" },
  finds: [
    {
      level: "warning",
      message: "the policy of sign-in methods is not all that counts",
      received: "migrationState: migrationInProgress",
      expected: "migrationComplete",
      fix: "set migrationState",
    },
  ],
});
