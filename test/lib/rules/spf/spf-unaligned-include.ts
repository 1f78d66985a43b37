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
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "Mailchimp does not align through its include in the SPF record of contoso.com",
          received: '"servers.mcsv.net"',
          expected: "Mailchimp sends with its own bounce domain",
          fix: "DKIM alone makes its mail pass DMARC, and Mailchimp no longer asks for the include",
        },
      ],
    },
  },
};

export default cases;
