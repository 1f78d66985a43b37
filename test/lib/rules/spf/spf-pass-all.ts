import { spfPassAll } from "../../../../lib/rules/spf/spf-pass-all";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfPassAll,
  compliant: {
    "networks of hosts, which are not everything": online("contoso.com TXT v=spf1 a/1 mx//1 -all"),
    "hosts with their own prefix, refused": online("contoso.com TXT v=spf1 mx -a/0 -all"),
    "the whole Internet is refused": online("contoso.com TXT v=spf1 mx -ip4:0.0.0.0/0 -ip6:::/0 -all"),
    "the record is neutral": online("contoso.com TXT v=spf1 mx ?all"),
    "a record that ends in fail": online("contoso.com TXT v=spf1 include:spf.protection.outlook.com -all"),
    "less than half of IPv4 in several networks": online(
      "contoso.com TXT v=spf1 ip4:0.0.0.0/2 ip4:64.0.0.0/3 -all",
    ),
    "half of the Internet is refused first": online(
      "contoso.com TXT v=spf1 -ip4:128.0.0.0/1 ip4:128.0.0.0/1 mx -all",
    ),
    "a record that includes one, and takes its pass for a fail": online(
      "contoso.com TXT v=spf1 -include:_all.contoso.com ?all",
      "_all.contoso.com TXT v=spf1 +all",
    ),
    "everyone is excluded before everyone is let in": online("contoso.com TXT v=spf1 mx -all +all"),
  },
  violating: {
    "two networks that are the Internet together": {
      ...online("contoso.com TXT v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/1 -all"',
          expected: "a list of senders that ends with -all",
          fix: "list the addresses that really send",
        },
      ],
    },
    "five eighths of IPv4": {
      ...online("contoso.com TXT v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/3 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets 62 % of all IPv4 addresses send",
          received: '"v=spf1 ip4:0.0.0.0/1 ip4:128.0.0.0/3 -all"',
          expected: "a list of senders that ends with -all",
          fix: "list the addresses that really send",
        },
      ],
    },
    "all of IPv6 that hosts have addresses in": {
      ...online("contoso.com TXT v=spf1 ip6:2000::/3 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 ip6:2000::/3 -all"',
          expected: "a list of senders that ends with -all",
          fix: "list the addresses that really send",
        },
      ],
    },
    "plus all two includes away": {
      ...online(
        "contoso.com TXT v=spf1 mx include:_a.contoso.com -all",
        "_a.contoso.com TXT v=spf1 include:_b.contoso.com ~all",
        "_b.contoso.com TXT v=spf1 +all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 +all" at _b.contoso.com',
          expected: "a list of senders that ends with -all",
          fix: "remove the term that leads to _b.contoso.com, or have its owner list who really sends",
        },
      ],
    },
    "the whole Internet around one address": {
      ...online("contoso.com TXT v=spf1 mx a/0 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 mx a/0 -all"',
          expected: "a list of senders that ends with -all",
          fix: "remove a/0",
        },
      ],
    },
    "the whole of IPv6 around the mail exchanges": {
      ...online("contoso.com TXT v=spf1 mx//0 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 mx//0 -all"',
          expected: "a list of senders that ends with -all",
          fix: "remove mx//0",
        },
      ],
    },
    "every IPv6 address": {
      ...online("contoso.com TXT v=spf1 ip6:::/0 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 ip6:::/0 -all"',
          expected: "a list of senders that ends with -all",
          fix: "remove ip6:::/0",
        },
      ],
    },
    "half of the world is not all, and plus is": {
      ...online("contoso.com TXT v=spf1 ip4:0.0.0.0/1 +all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 ip4:0.0.0.0/1 +all"',
          expected: "a list of senders that ends with -all",
          fix: "write -all instead of +all",
        },
      ],
    },
    "all with its default qualifier": {
      ...online("contoso.com TXT v=spf1 mx all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 mx all"',
          expected: "a list of senders that ends with -all",
          fix: "write -all instead of +all",
        },
      ],
    },
    "a network that is everything": {
      ...online("contoso.com TXT v=spf1 ip4:0.0.0.0/0 -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com lets every host on the Internet send",
          received: '"v=spf1 ip4:0.0.0.0/0 -all"',
          expected: "a list of senders that ends with -all",
          fix: "remove ip4:0.0.0.0/0",
        },
      ],
    },
  },
};

export default cases;
