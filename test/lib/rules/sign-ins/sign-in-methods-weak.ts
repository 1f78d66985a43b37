import { signInMethodsWeak } from "../../../../lib/rules/sign-ins/sign-in-methods-weak";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInMethodsWeak,
  kind: "authentication-method",
  name: "Sms",
  good: { method: "Sms", state: "disabled" },
  bad: { state: "enabled" },
  finds: [
    {
      level: "warning",
      message: "the sign-in method Sms can be used, and diverted",
      received: "state: enabled",
      expected: "disabled",
      fix: "set state",
    },
  ],
});
