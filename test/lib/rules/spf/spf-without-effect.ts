import { spfWithoutEffect } from "../../../../lib/rules/spf/spf-without-effect";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfWithoutEffect,
  compliant: {
    "ptr has a rule of its own": online("contoso.com TXT v=spf1 ptr -all"),
    "so has a record without an end": online("contoso.com TXT v=spf1 mx"),
    "every term has its effect": online("contoso.com TXT v=spf1 mx ip4:192.0.2.0/24 -all"),
  },
  violating: {
    "a term given twice": {
      ...online("contoso.com TXT v=spf1 mx mx -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "in the SPF record of contoso.com: term repeats an earlier one and never decides",
          received: '"mx"',
          fix: "remove it",
        },
      ],
    },
    "a term behind all": {
      ...online("contoso.com TXT v=spf1 -all mx"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "in the SPF record of contoso.com: term after all is never evaluated",
          received: '"mx"',
          fix: "move it in front of all, or remove it (RFC 7208 §5.1)",
        },
      ],
    },
    "a modifier that was meant as a mechanism": {
      ...online("contoso.com TXT v=spf1 include=spf.protection.outlook.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message:
            "in the SPF record of contoso.com: include= is an unknown modifier, not the mechanism, and has no effect",
          received: '"include=spf.protection.outlook.com"',
          fix: "write include:spf.protection.outlook.com",
        },
      ],
    },
    "host bits": {
      ...online("contoso.com TXT v=spf1 ip4:192.0.2.7/24 -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "in the SPF record of contoso.com: address has host bits set",
          received: '"ip4:192.0.2.7/24"',
          fix: "write ip4:192.0.2.0/24",
        },
      ],
    },
  },
};

export default cases;
