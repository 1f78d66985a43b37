import { spfLong } from "../../../../lib/rules/spf/spf-long";
import { online, type RuleCases } from "../fixture";

const networks = (count: number) =>
  Array.from({ length: count }, (_, index) => `ip4:198.51.100.${100 + index}`).join(" ");

const cases: RuleCases = {
  rule: spfLong,
  compliant: {
    "450 octets": online(`contoso.com TXT v=spf1 ${networks(22)} a:${"m".repeat(6)}.contoso.com -all`),
  },
  violating: {
    "451 octets": {
      ...online(`contoso.com TXT v=spf1 ${networks(22)} a:${"m".repeat(7)}.contoso.com -all`),
      finds: [
        {
          level: "note",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com has 451 octets",
          expected: "at most 450, so that answers fit into one UDP packet",
          fix: "join networks, or move senders to subdomains",
        },
      ],
    },
    more: {
      ...online(`contoso.com TXT v=spf1 ${networks(24)} -all`),
      finds: [
        {
          level: "note",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com has 467 octets",
          expected: "at most 450, so that answers fit into one UDP packet",
          fix: "join networks, or move senders to subdomains",
        },
      ],
    },
  },
};

export default cases;
