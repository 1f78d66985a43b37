import { spfLookups } from "../../../../lib/rules/spf/spf-lookups";
import { online, type RuleCases } from "../fixture";

const includes = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:s${index}.contoso.org`).join(" ");

const cases: RuleCases = {
  rule: spfLookups,
  compliant: {
    "ten terms that ask, and addresses": online(
      `contoso.com TXT v=spf1 ip4:192.0.2.0/24 ${includes(10)} -all`,
    ),
    "terms behind all are never evaluated": online(`contoso.com TXT v=spf1 mx -all ${includes(10)}`),
  },
  violating: {
    "what an include includes counts": {
      ...online("contoso.com TXT v=spf1 include:_spf.contoso.org mx -all"),
      sources: ["observed"],
      outside: [`_spf.contoso.org TXT v=spf1 ${includes(10)} -all`],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com needs 12 DNS look-ups",
          received: '"v=spf1 include:_spf.contoso.org mx -all"',
          expected: "at most 10, with all that it includes",
          fix: "list addresses instead, or move a sender to a subdomain of its own",
        },
      ],
    },
    eleven: {
      ...online(`contoso.com TXT v=spf1 mx ${includes(10)} -all`),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com needs 11 DNS look-ups",
          received:
            '"v=spf1 mx include:s0.contoso.org include:s1.contoso.org include:s2.contoso.org include:s3.contoso.org include:s4.contoso.org include:s5.contoso.org include:s6.contoso.org include:s7.contoso.org include:s8.contoso.org include:s9.contoso.org -all"',
          expected: "at most 10, with all that it includes",
          fix: "list addresses instead, or move a sender to a subdomain of its own",
        },
      ],
    },
  },
};

export default cases;
