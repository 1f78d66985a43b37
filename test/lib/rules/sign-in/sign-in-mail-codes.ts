import { signInMailCodes } from "../../../../lib/rules/sign-in/sign-in-mail-codes";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInMailCodes,
  kind: "authentication-method",
  name: "Email",
  good: { method: "Email", state: "disabled" },
  bad: { state: "enabled" },
  finds: [
    {
      level: "warning",
      message: "the sign-in method Email is on",
      received: "state: enabled",
      expected: "disabled",
      fix: "set state to disabled, once people have another method",
    },
  ],
});
