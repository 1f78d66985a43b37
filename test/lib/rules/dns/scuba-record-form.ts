import { scubaRecordForm } from "../../../../lib/rules/dns/scuba-record-form";
import { type Expected, online, type RuleCases } from "../fixture";

function dmarc(control: string, text: string, expected: string): Expected {
  return {
    level: "warning",
    at: "_dmarc.contoso.com TXT",
    message: `CISA's test of ${control} does not read the DMARC record of contoso.com`,
    received: JSON.stringify(text),
    expected,
  };
}
function spf(text: string): readonly Expected[] {
  return [
    {
      level: "warning",
      at: "contoso.com TXT",
      message: "CISA's test of MS.EXO.2.2v3 does not read the SPF record of contoso.com",
      received: JSON.stringify(text),
      expected: "v=spf1 and the term at its end in lower case",
    },
  ];
}
const REJECT = "p=reject; without blanks, with its semicolon";

const cases: RuleCases = {
  rule: scubaRecordForm,
  compliant: {
    "as this project writes it": online(
      "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all",
      "_dmarc.contoso.com TXT v=DMARC1; p=reject; rua=mailto:d@contoso.com;",
    ),
    "another policy, for which another rule asks": online("_dmarc.contoso.com TXT v=DMARC1; p=quarantine"),
    "no end, for which another rule asks": online("contoso.com TXT v=spf1 mx"),
    "a redirect": online("contoso.com TXT v=spf1 redirect=_spf.example.net"),
    "an end that allows, for which another rule asks": online("contoso.com TXT v=spf1 +all"),
    "inherited from the last two labels": {
      domains: [
        {
          domain: "contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.contoso.com TXT v=DMARC1; p=reject;"],
        },
        {
          domain: "a.shop.contoso.com",
          profile: "exchange-online",
          records: ["a.shop.contoso.com TXT v=spf1 -all"],
        },
      ],
    },
  },
  violating: {
    "no semicolon at the end": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject"),
      finds: [dmarc("MS.EXO.4.2v1", "v=DMARC1; p=reject", REJECT)],
    },
    "blanks around the sign": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p = reject;"),
      finds: [dmarc("MS.EXO.4.2v1", "v=DMARC1; p = reject;", REJECT)],
    },
    "a blank behind the version": {
      ...online("_dmarc.contoso.com TXT v=DMARC1 ; p=reject;"),
      finds: [dmarc("MS.EXO.4.1v1", "v=DMARC1 ; p=reject;", "v=DMARC1; at its start")],
    },
    "another text beside it": {
      ...online("_dmarc.contoso.com TXT v=DMARC1; p=reject;", "_dmarc.contoso.com TXT proof=1"),
      finds: [
        {
          level: "warning",
          at: "_dmarc.contoso.com TXT",
          message:
            "CISA's test of MS.EXO.4.4v1 does not pass for contoso.com: another text stands beside its DMARC record",
          received: '"proof=1"',
          expected: "nothing but the DMARC record at _dmarc.contoso.com",
        },
      ],
    },
    "SPF's end in upper case": { ...online("contoso.com TXT v=spf1 mx -ALL"), finds: spf("v=spf1 mx -ALL") },
    "SPF's version in upper case": {
      ...online("contoso.com TXT V=SPF1 mx -all"),
      finds: spf("V=SPF1 mx -all"),
    },
    "inherited from between": {
      domains: [
        {
          domain: "shop.contoso.com",
          profile: "exchange-online",
          records: ["_dmarc.shop.contoso.com TXT v=DMARC1; p=reject;"],
        },
        {
          domain: "a.shop.contoso.com",
          profile: "exchange-online",
          records: ["a.shop.contoso.com TXT v=spf1 -all"],
        },
      ],
      finds: [
        {
          level: "warning",
          at: "a.shop.contoso.com",
          subject: "a.shop.contoso.com",
          message:
            "CISA's test of MS.EXO.4.1v1 does not find the DMARC record that a.shop.contoso.com inherits",
          received: "a record at _dmarc.shop.contoso.com",
          expected: "one at _dmarc.a.shop.contoso.com or _dmarc.contoso.com",
          fix: "give a.shop.contoso.com a record of its own",
        },
      ],
    },
  },
};

export default cases;
