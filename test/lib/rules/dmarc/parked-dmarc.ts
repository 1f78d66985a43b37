import { parkedDmarc } from "../../../../lib/rules/dmarc/parked-dmarc";
import { online, parked, type RuleCases, undeclared } from "../fixture";

const cases: RuleCases = {
  rule: parkedDmarc,
  compliant: {
    "nobody has declared what the domain is for": undeclared(
      "contoso.com TXT v=spf1 -all",
      "_dmarc.contoso.com TXT v=DMARC1; p=none;",
    ),
    "a domain that sends": online("_dmarc.contoso.com TXT v=DMARC1; p=none;"),
    "a policy that is not known yet": {
      ...parked("contoso.net MX 0 ."),
      unknown: ["_dmarc.contoso.net TXT"],
    },
    reject: parked("_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject;"),
    "its parent rejects": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=reject;"],
        },
        { domain: "old.contoso.com", profile: "parked", records: ["old.contoso.com MX 0 ."] },
      ],
    },
    "no policy has a rule of its own": parked("contoso.net MX 0 ."),
  },
  violating: {
    "on trial, with addresses for reports, which stay": {
      ...parked("_dmarc.contoso.net TXT v=DMARC1; p=reject; np=none; t=y; rua=mailto:d@contoso.com;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.net TXT",
          message: "contoso.net sends nothing, and forgeries of it are not refused",
          received: "quarantine",
          expected: "p=reject, also for subdomains",
          instead: ["_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject; rua=mailto:d@contoso.com;"],
        },
      ],
    },
    "no p": {
      ...parked("_dmarc.contoso.net TXT v=DMARC1; sp=reject;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.net TXT",
          message: "contoso.net sends nothing, and forgeries of it are not refused",
          received: "no policy",
          expected: "p=reject, also for subdomains",
          instead: ["_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject;"],
        },
      ],
    },
    quarantine: {
      ...parked("_dmarc.contoso.net TXT v=DMARC1; p=quarantine;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.net TXT",
          message: "contoso.net sends nothing, and forgeries of it are not refused",
          received: "quarantine",
          expected: "p=reject, also for subdomains",
          instead: ["_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject;"],
        },
      ],
    },
    "weak below": {
      ...parked("_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=none;"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.net TXT",
          message: "contoso.net sends nothing, and forgeries of names below it are not refused",
          received: "none",
          expected: "p=reject, also for subdomains",
          instead: ["_dmarc.contoso.net TXT v=DMARC1; p=reject; sp=reject;"],
        },
      ],
    },
    "its parent only observes": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=none;"],
        },
        { domain: "old.contoso.com", profile: "parked", records: ["old.contoso.com MX 0 ."] },
      ],
      finds: [
        {
          level: "warning",
          at: "old.contoso.com",
          subject: "old.contoso.com",
          message: "old.contoso.com sends nothing, and forgeries of it are not refused",
          received: "none, from contoso.com",
          expected: "p=reject, also for subdomains",
          instead: ["_dmarc.old.contoso.com TXT v=DMARC1; p=reject; sp=reject;"],
        },
      ],
    },
  },
};

export default cases;
