import { spfVoidLookups } from "../../../../lib/rules/spf/spf-void-lookups";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfVoidLookups,
  compliant: {
    "names of which nobody knows anything": {
      ...online("contoso.com TXT v=spf1 a:h1.contoso.org a:h2.contoso.org a:h3.contoso.org -all"),
      sources: ["declared", "planned"],
    },
    "two names that hold nothing": {
      ...online("contoso.com TXT v=spf1 a:old1.contoso.org a:old2.contoso.org -all"),
      outside: ["old1.contoso.org A", "old2.contoso.org A"],
    },
  },
  violating: {
    "three hosts without IPv6 addresses": {
      sources: ["observed"],
      ...online("contoso.com TXT v=spf1 a:h1.contoso.org a:h2.contoso.org a:h3.contoso.org -all"),
      outside: [1, 2, 3].flatMap((n) => [`h${n}.contoso.org A 192.0.2.${n}`, `h${n}.contoso.org AAAA`]),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com is a permanent error for mail that comes by IPv6: 3 of its look-ups find no IPv6 address",
          received: "h1.contoso.org, h2.contoso.org, h3.contoso.org",
          expected: "at most 2",
          fix: "list the hosts' addresses with ip4 and ip6 instead, or give the hosts IPv6 addresses",
        },
      ],
    },
    "three names that hold nothing": {
      ...online("contoso.com TXT v=spf1 a:old1.contoso.org a:old2.contoso.org a:old3.contoso.org -all"),
      sources: ["observed"],
      outside: ["old1.contoso.org A", "old2.contoso.org A", "old3.contoso.org A"],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com makes 3 look-ups of names that hold nothing",
          received: "old1.contoso.org, old2.contoso.org, old3.contoso.org",
          expected: "at most 2",
          fix: "remove the terms of senders that are gone",
        },
      ],
    },
  },
};

export default cases;
