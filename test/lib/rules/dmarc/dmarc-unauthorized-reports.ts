import { dmarcUnauthorizedReports } from "../../../../lib/rules/dmarc/dmarc-unauthorized-reports";
import { online, type RuleCases } from "../fixture";

const RECORD = "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso-rua.example;";
const reports = (...records: readonly string[]) => ({
  domain: "contoso-rua.example",
  profile: "receive-only" as const,
  records,
});

const cases: RuleCases = {
  rule: dmarcUnauthorizedReports,
  compliant: {
    "reports go to a name above": {
      domains: [
        {
          domain: "news.contoso.com",
          profile: "send-only",
          records: ["_dmarc.news.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;"],
        },
      ],
    },
    "reports stay in the domain": online(
      "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;",
    ),
    "the receiver has agreed": {
      domains: [
        ...online(RECORD).domains,
        reports("contoso.com._report._dmarc.contoso-rua.example TXT v=DMARC1;"),
      ],
    },
    "the receiver agrees to everybody": {
      domains: [...online(RECORD).domains, reports("*._report._dmarc.contoso-rua.example TXT v=DMARC1;")],
    },
  },
  violating: {
    "one of the two names does not answer": {
      ...online(RECORD),
      sources: ["observed"],
      outside: ["contoso.com._report._dmarc.contoso-rua.example TXT"],
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message: "DMARC reports of contoso.com go to contoso-rua.example, which nobody here can speak for",
          expected: "the TXT record v=DMARC1; at contoso.com._report._dmarc.contoso-rua.example",
          fix: "make sure that its owner publishes it (report processors mostly do)",
        },
      ],
    },
    "nobody here can speak for the receiver": {
      ...online(RECORD),
      finds: [
        {
          level: "note",
          at: "_dmarc.contoso.com TXT",
          message: "DMARC reports of contoso.com go to contoso-rua.example, which nobody here can speak for",
          expected: "the TXT record v=DMARC1; at contoso.com._report._dmarc.contoso-rua.example",
          fix: "make sure that its owner publishes it (report processors mostly do)",
        },
      ],
    },
    "another text stands where it would agree": {
      domains: [...online(RECORD).domains, reports("contoso.com._report._dmarc.contoso-rua.example TXT yes")],
      outside: ["*._report._dmarc.contoso-rua.example TXT"],
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          subject: "contoso.com",
          message:
            "contoso-rua.example has not agreed to take the DMARC reports of contoso.com, so none are sent",
          expected: "the TXT record v=DMARC1; at contoso.com._report._dmarc.contoso-rua.example",
          fix: "have its owner publish it, or send the reports elsewhere",
        },
      ],
    },
    "the receiver has not agreed": {
      domains: [...online(RECORD).domains, reports("contoso-rua.example TXT v=spf1 -all")],
      outside: [
        "contoso.com._report._dmarc.contoso-rua.example TXT",
        "*._report._dmarc.contoso-rua.example TXT",
      ],
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          subject: "contoso.com",
          message:
            "contoso-rua.example has not agreed to take the DMARC reports of contoso.com, so none are sent",
          expected: "the TXT record v=DMARC1; at contoso.com._report._dmarc.contoso-rua.example",
          fix: "have its owner publish it, or send the reports elsewhere",
        },
      ],
    },
  },
};

export default cases;
