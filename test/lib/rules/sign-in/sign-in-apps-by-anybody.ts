import { signInAppsByAnybody } from "../../../../lib/rules/sign-in/sign-in-apps-by-anybody";
import { objectCases } from "../fixture";

export default objectCases({
  rule: signInAppsByAnybody,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { allowedToCreateApps: false },
  bad: { allowedToCreateApps: true },
  finds: [
    {
      level: "warning",
      message: "what everybody may do includes registering applications",
      received: "allowedToCreateApps: true",
      expected: "false",
      fix: "set allowedToCreateApps to false",
    },
  ],
});
