import { signInStrongestNotFirst } from "../../../../lib/rules/sign-in/sign-in-strongest-not-first";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInStrongestNotFirst,
  kind: "authentication-methods-policy",
  name: "the policy of sign-in methods",
  good: { systemPreferredState: "enabled", systemPreferredIncludeGroups: ["all_users"] },
  bad: { systemPreferredState: "default" },
  finds: [
    {
      level: "warning",
      message: "the policy of sign-in methods does not have everybody asked for the strongest method first",
      received: "systemPreferredState: default",
      expected: "enabled",
      fix: "set systemPreferredState",
    },
  ],
});
