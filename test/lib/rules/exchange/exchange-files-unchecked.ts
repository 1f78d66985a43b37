import { exchangeFilesUnchecked } from "../../../../lib/rules/exchange/exchange-files-unchecked";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeFilesUnchecked,
  kind: "atp-policy-for-o365",
  name: "Safe Attachments for files",
  good: { enableAtpForSpoTeamsOdb: true },
  bad: { enableAtpForSpoTeamsOdb: false },
  finds: [
    {
      level: "warning",
      message: "Safe Attachments for files is off",
      received: "enableAtpForSpoTeamsOdb: false",
      expected: "true",
      fix: "set enableAtpForSpoTeamsOdb to true",
    },
  ],
});
