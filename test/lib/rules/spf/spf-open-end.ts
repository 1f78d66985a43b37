import { spfOpenEnd } from "../../../../lib/rules/spf/spf-open-end";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfOpenEnd,
  compliant: {
    "several senders, and fail": online("contoso.com TXT v=spf1 mx a ip4:192.0.2.1 -all"),
    "a list of senders in a record that cannot be read": online("contoso.com TXT v=spf1 ipv4:192.0.2.1"),
    fail: online("contoso.com TXT v=spf1 mx -all"),
    "softfail, which DMARC treats alike": online("contoso.com TXT v=spf1 mx ~all"),
    "another domain's record decides": online("contoso.com TXT v=spf1 redirect=_spf.contoso.org"),
  },
  violating: {
    "the record that it redirects to": {
      ...online("contoso.com TXT v=spf1 redirect=_spf.contoso.com", "_spf.contoso.com TXT v=spf1 mx ?all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is neutral about hosts that it does not list",
          received: '"v=spf1 mx ?all" at _spf.contoso.com, to which it redirects',
          expected: "-all or ~all at the end",
          fix: "write -all instead of ?all",
        },
      ],
    },
    "no terms": {
      ...online("contoso.com TXT v=spf1"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is neutral about hosts that it does not list",
          received: '"v=spf1"',
          expected: "-all or ~all at the end",
          fix: "add -all",
        },
      ],
    },
    "redirect is ignored beside all": {
      ...online("contoso.com TXT v=spf1 mx ?all redirect=_spf.contoso.org"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is neutral about hosts that it does not list",
          received: '"v=spf1 mx ?all redirect=_spf.contoso.org"',
          expected: "-all or ~all at the end",
          fix: "write -all instead of ?all",
        },
      ],
    },
    "no end": {
      ...online("contoso.com TXT v=spf1 mx"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is neutral about hosts that it does not list",
          received: '"v=spf1 mx"',
          expected: "-all or ~all at the end",
          fix: "add -all",
        },
      ],
    },
    neutral: {
      ...online("contoso.com TXT v=spf1 mx ?all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is neutral about hosts that it does not list",
          received: '"v=spf1 mx ?all"',
          expected: "-all or ~all at the end",
          fix: "write -all instead of ?all",
        },
      ],
    },
  },
};

export default cases;
