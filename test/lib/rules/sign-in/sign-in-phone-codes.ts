import { signInPhoneCodes } from "../../../../lib/rules/sign-in/sign-in-phone-codes";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInPhoneCodes,
  kind: "authentication-method",
  name: "Sms",
  good: { method: "Sms", state: "disabled" },
  bad: { state: "enabled" },
  finds: [
    {
      level: "warning",
      message: "the sign-in method Sms is on",
      received: "state: enabled",
      expected: "disabled",
      fix: "set state to disabled, once people have another method",
    },
  ],
});
