import { everybodyRegistersApplications } from "../../../../lib/rules/sign-ins/everybody-registers-applications";
import { objectCases } from "../fixture";

export default objectCases({
  rule: everybodyRegistersApplications,
  kind: "authorization-policy",
  name: "what everybody may do",
  good: { allowedToCreateApps: false },
  bad: { allowedToCreateApps: true },
  finds: [
    {
      level: "warning",
      message: "what everybody may do lets everybody register applications",
      received: "allowedToCreateApps: true",
      expected: "false",
      fix: "set allowedToCreateApps to false",
    },
  ],
});
