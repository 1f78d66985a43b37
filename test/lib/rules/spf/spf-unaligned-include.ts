import { spfUnalignedInclude } from "../../../../lib/rules/spf/spf-unaligned-include";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfUnalignedInclude,
  compliant: {
    "Zendesk aligns through its include": online("contoso.com TXT v=spf1 include:mail.zendesk.com -all"),
  },
  violating: {
    "Mailchimp never does": {
      ...online("contoso.com TXT v=spf1 include:servers.mcsv.net -all"),
      finds: ["Mailchimp does not align through its include in the SPF record of contoso.com"],
    },
  },
};

export default cases;
