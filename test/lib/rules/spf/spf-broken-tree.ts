import { spfBrokenTree } from "../../../../lib/rules/spf/spf-broken-tree";
import { online, type RuleCases } from "../fixture";

const HOSTS = Array.from({ length: 11 }, (_, index) => `mx${index}.contoso.org`);

const cases: RuleCases = {
  rule: spfBrokenTree,
  compliant: {
    "an include whose record can be read": {
      ...online("contoso.com TXT v=spf1 include:_spf.contoso.org -all"),
      outside: ["_spf.contoso.org TXT v=spf1 ip4:192.0.2.0/24 ~all"],
    },
    "two ways to one record, which is no circle": online(
      "contoso.com TXT v=spf1 include:_a.contoso.com include:_b.contoso.com -all",
      "_a.contoso.com TXT v=spf1 include:_c.contoso.com ~all",
      "_b.contoso.com TXT v=spf1 include:_c.contoso.com ~all",
      "_c.contoso.com TXT v=spf1 ip4:192.0.2.0/24 ~all",
    ),
    "a broken record behind a term that nobody comes to": online(
      "contoso.com TXT v=spf1 mx -all include:contoso.com",
    ),
    "a name behind an include that does not answer": online(
      "contoso.com TXT v=spf1 include:_spf.contoso.org -all",
    ),
    "a name that the message decides": online("contoso.com TXT v=spf1 include:%{d}.%{i}.contoso.com -all"),
    "its own syntax error, which has a rule of its own": online("contoso.com TXT v=spf1 ipv4:192.0.2.1 -all"),
  },
  violating: {
    "a text behind an include that is none for a space": {
      ...online(
        "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
        "_spf.contoso.com TXT  v=spf1 a ~all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com is a permanent error: the text at _spf.contoso.com looks like an SPF record but is none, because it begins with white space",
          received: '" v=spf1 a ~all"',
          expected: "a domain that publishes one",
          fix: "have v=spf1 a ~all written at _spf.contoso.com, or remove the term",
        },
      ],
    },
    "a text behind a redirect that has another version, and cannot be told": {
      ...online("contoso.com TXT v=spf1 redirect=_spf.contoso.com", "_spf.contoso.com TXT v=spf10 nonsense"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            'the SPF record of contoso.com is a permanent error: the text at _spf.contoso.com looks like an SPF record but is none, because its version is "spf10", not spf1',
          received: '"v=spf10 nonsense"',
          expected: "a domain that publishes one",
          fix: "have a text that begins with v=spf1 and a space written at _spf.contoso.com, or remove the term",
        },
      ],
    },
    "a text of something else behind an include": {
      ...online(
        "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
        "_spf.contoso.com TXT google-site-verification=1",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com is a permanent error: include leads to a domain without an SPF record",
          received: '"_spf.contoso.com"',
          expected: "a domain that publishes one",
          fix: "remove the term, or correct its domain",
        },
      ],
    },
    "a record that includes itself": {
      ...online("contoso.com TXT v=spf1 include:contoso.com -all"),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is a permanent error: record leads back to itself",
          received: "contoso.com → contoso.com",
          expected: "an end to includes and redirects: receivers stop at the limit of look-ups",
          fix: "remove one of these includes",
        },
      ],
    },
    "two domains that include each other": {
      domains: [
        {
          domain: "contoso.com",
          profile: "receive-only",
          records: ["contoso.com TXT v=spf1 include:contoso.net -all"],
        },
        {
          domain: "contoso.net",
          profile: "receive-only",
          records: ["contoso.net TXT v=spf1 redirect=contoso.com"],
        },
      ],
      finds: [
        {
          level: "error",
          subject: "contoso.com",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is a permanent error: record leads back to itself",
          received: "contoso.com → contoso.net → contoso.com",
          expected: "an end to includes and redirects: receivers stop at the limit of look-ups",
          fix: "remove one of these includes",
        },
        {
          level: "error",
          subject: "contoso.net",
          at: "contoso.net TXT",
          message: "the SPF record of contoso.net is a permanent error: record leads back to itself",
          received: "contoso.net → contoso.com → contoso.net",
          expected: "an end to includes and redirects: receivers stop at the limit of look-ups",
          fix: "remove one of these includes",
        },
      ],
    },
    "an include of a domain that has no SPF record": {
      ...online("contoso.com TXT v=spf1 include:_spf.contoso.org -all"),
      sources: ["observed"],
      outside: ["_spf.contoso.org TXT"],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com is a permanent error: include leads to a domain without an SPF record",
          received: '"_spf.contoso.org"',
          expected: "a domain that publishes one",
          fix: "remove the term, or correct its domain",
        },
      ],
    },
    "a redirect to a domain of the same estate that has another TXT record only": {
      domains: [
        {
          domain: "contoso.com",
          profile: "receive-only",
          records: ["contoso.com TXT v=spf1 redirect=contoso.net"],
        },
        { domain: "contoso.net", profile: "parked", records: ["contoso.net TXT MS=ms12345678"] },
      ],
      finds: [
        {
          level: "error",
          subject: "contoso.com",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com is a permanent error: redirect leads to a domain without an SPF record",
          received: '"contoso.net"',
          expected: "a domain that publishes one",
          fix: "remove the term, or correct its domain",
        },
      ],
    },
    "a syntax error two includes away": {
      ...online(
        "contoso.com TXT v=spf1 include:_a.contoso.com -all",
        "_a.contoso.com TXT v=spf1 include:_b.contoso.com ~all",
        "_b.contoso.com TXT v=spf1 ipv4:192.0.2.1 ~all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            'the SPF record of contoso.com is a permanent error: at _b.contoso.com: unknown mechanism "ipv4"',
          received: '"ipv4:192.0.2.1"',
          expected: "all, include:, a, mx, ptr, ip4:, ip6: or exists:, or a modifier name=value",
          fix: "ip4: is meant, perhaps",
        },
      ],
    },
    "two SPF records behind an include": {
      ...online(
        "contoso.com TXT v=spf1 include:_a.contoso.com -all",
        "_a.contoso.com TXT v=spf1 ip4:192.0.2.1 ~all",
        "_a.contoso.com TXT v=spf1 ip4:192.0.2.2 ~all",
      ),
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message:
            "the SPF record of contoso.com is a permanent error: at _a.contoso.com: more than one SPF record",
          received: "2 records",
          expected: "one (RFC 7208 §4.5)",
          fix: "merge them into one",
        },
      ],
    },
    "more mail exchanges than receivers ask for": {
      ...online("contoso.com TXT v=spf1 mx:contoso.org -all"),
      sources: ["observed"],
      outside: [
        ...HOSTS.map((host) => `contoso.org MX 10 ${host}`),
        ...HOSTS.flatMap((host) => [`${host} A 192.0.2.25`, `${host} AAAA 2001:db8::25`]),
      ],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com is a permanent error: mx with too many mail exchanges",
          received: "mail exchange 11",
          expected: "at most 10 (RFC 7208 §4.6.4)",
          fix: "list their addresses with ip4 and ip6",
        },
      ],
    },
  },
};

export default cases;
