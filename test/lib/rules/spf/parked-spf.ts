import { parkedSpf } from "../../../../lib/rules/spf/parked-spf";
import { online, parked, type RuleCases, receiving } from "../fixture";

const cases: RuleCases = {
  rule: parkedSpf,
  compliant: {
    "a record that readers cannot read has a rule of its own": parked(
      "contoso.net TXT v=spf1 ipv4:192.0.2.1 -all",
    ),
    "nobody sends": parked("contoso.net TXT v=spf1 -all"),
    "a domain that sends": online("contoso.com TXT v=spf1 mx -all"),
  },
  violating: {
    "nobody is named and nobody refused": {
      ...parked("contoso.net TXT v=spf1"),
      finds: [
        {
          level: "warning",
          at: "contoso.net TXT",
          message: "contoso.net sends nothing, and its SPF record allows senders",
          received: '"v=spf1"',
          expected: "v=spf1 -all",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
    "another domain decides": {
      ...parked("contoso.net TXT v=spf1 redirect=_spf.contoso.com"),
      finds: [
        {
          level: "warning",
          at: "contoso.net TXT",
          message: "contoso.net sends nothing, and its SPF record allows senders",
          received: '"v=spf1 redirect=_spf.contoso.com"',
          expected: "v=spf1 -all",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
    "a domain that receives only": {
      ...receiving("contoso.org TXT v=spf1 mx -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.org TXT",
          message: "contoso.org sends nothing, and its SPF record allows senders",
          received: '"v=spf1 mx -all"',
          expected: "v=spf1 -all",
          instead: ["contoso.org TXT v=spf1 -all"],
        },
      ],
    },
    "a sender is left": {
      ...parked("contoso.net TXT v=spf1 include:spf.protection.outlook.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.net TXT",
          message: "contoso.net sends nothing, and its SPF record allows senders",
          received: '"v=spf1 include:spf.protection.outlook.com -all"',
          expected: "v=spf1 -all",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
    softfail: {
      ...parked("contoso.net TXT v=spf1 ~all"),
      finds: [
        {
          level: "warning",
          at: "contoso.net TXT",
          message: "contoso.net sends nothing, and its SPF record allows senders",
          received: '"v=spf1 ~all"',
          expected: "v=spf1 -all",
          instead: ["contoso.net TXT v=spf1 -all"],
        },
      ],
    },
  },
};

export default cases;
