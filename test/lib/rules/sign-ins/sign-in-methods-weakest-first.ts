import { signInMethodsWeakestFirst } from "../../../../lib/rules/sign-ins/sign-in-methods-weakest-first";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInMethodsWeakestFirst,
  kind: "authentication-methods-policy",
  name: "the policy of sign-in methods",
  good: { systemPreferredState: "enabled", systemPreferredIncludeGroups: ["all_users"] },
  bad: { systemPreferredState: "default" },
  finds: [
    {
      level: "warning",
      message: "the policy of sign-in methods does not ask for the strongest method first",
      received: "systemPreferredState: default",
      expected: "enabled",
      fix: "set systemPreferredState",
    },
  ],
});
