import { recordData } from "../../../lib/dns/record";
import { isUnknown } from "../../../lib/posture/facts/fact";
import type { Posture } from "../../../lib/posture/model";
import { FindingComparison } from "../../../lib/review/compare-findings";
import { dkimMissing } from "../../../lib/rules/dkim/dkim-missing";
import { evaluate } from "../../../lib/rules/evaluate";
import type { Finding } from "../../../lib/rules/finding";
import { contoso, type SideLines } from "./before-after";

const at = { level: "warning", source: "planned", where: {} } as const;

/** Finds each record set of which all is known, and what the domain does: what was found says what was seen. */
function found(posture: Posture): readonly Finding[] {
  const { domains, tenants } = posture;
  return [
    ...domains.flatMap(({ domain, records, intent }): Finding[] => {
      const sets = new Map<string, string[]>();
      for (const { record } of records) {
        if (isUnknown(posture, record.name, record.type)) continue;
        const key = `${record.name} ${record.type}`;
        sets.set(key, [...(sets.get(key) ?? []), recordData(record)].sort());
      }
      return [...sets].map(([key, data]) => ({
        ...at,
        rule: intent.sends ? "sending" : "silent",
        of: "domain",
        subject: domain,
        message: `${key} ${data.join(" and ")}`,
      }));
    }),
    ...tenants.map(
      ({ name }): Finding => ({ ...at, rule: "tenant", of: "tenant", subject: name, message: "" }),
    ),
  ];
}

function compared(before: readonly string[] | SideLines, after: readonly string[] | SideLines) {
  const { postures } = contoso(before, after);
  const { added, fixed, unjudged, unchanged } = new FindingComparison(postures, found).compare(
    found(postures.before),
    found(postures.after),
  );
  const messages = (findings: readonly Finding[]) => findings.map(({ message }) => message);
  return {
    added: messages(added),
    fixed: messages(fixed),
    unjudged: messages(unjudged),
    unchanged: messages(unchanged),
  };
}

const NOTHING = { added: [], fixed: [], unjudged: [], unchanged: [] };
const MX = "contoso.com MX 0 mx.contoso.net";
const SPF = "contoso.com TXT v=spf1 mx -all";
const later = (name: string, type: string) => `${name} ${type} (known after apply)`;

test("what is found of a record that goes is fixed, of one that comes is added, of others unchanged", () => {
  expect(compared([MX, SPF, "a.contoso.com A 192.0.2.1"], [MX, SPF, "b.contoso.com A 192.0.2.1"])).toEqual({
    added: ["b.contoso.com A 192.0.2.1"],
    fixed: ["a.contoso.com A 192.0.2.1"],
    unjudged: [],
    unchanged: [MX, SPF],
  });
});

test.each<[string, string, string]>([
  ["the MX", MX, "contoso.com"],
  ["SPF", SPF, "contoso.com"],
  ["DMARC", "_dmarc.contoso.com TXT v=DMARC1; p=none;", "_dmarc.contoso.com"],
  ["MTA-STS", "_mta-sts.contoso.com TXT v=STSv1; id=1;", "_mta-sts.contoso.com"],
  ["TLS-RPT", "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com", "_smtp._tls.contoso.com"],
  ["BIMI", "default._bimi.contoso.com TXT v=BIMI1; l=;", "default._bimi.contoso.com"],
  ["a key", "s1._domainkey.contoso.com TXT v=DKIM1; p=", "s1._domainkey.contoso.com"],
])("nothing is said to be fixed where %s is known only at apply", (_, record, name) => {
  const type = record.split(" ")[1] ?? "";
  expect(compared([record], [later(name, type)])).toEqual({ ...NOTHING, unjudged: [record] });
  // An alias there, or name servers on the way, may hold the same.
  expect(compared([record], [later(name, "CNAME")])).toEqual({ ...NOTHING, unjudged: [record] });
});

test.each<[string, readonly string[], readonly string[], object]>([
  [
    "an alias that becomes unknown is not judged, where it led to what is shown",
    ["_dmarc.contoso.com CNAME d.contoso.com", "d.contoso.com TXT v=DMARC1; p=none;"],
    [later("_dmarc.contoso.com", "CNAME"), "d.contoso.com TXT v=DMARC1; p=none;"],
    {
      unjudged: ["_dmarc.contoso.com CNAME d.contoso.com"],
      unchanged: ["d.contoso.com TXT v=DMARC1; p=none;"],
    },
  ],
  [
    "one that led elsewhere told nothing before either",
    ["_dmarc.contoso.com CNAME dmarc.contoso.net"],
    [later("_dmarc.contoso.com", "CNAME")],
    { fixed: ["_dmarc.contoso.com CNAME dmarc.contoso.net"] },
  ],
  [
    "name servers that become unknown hide all below them",
    ["s1._domainkey.contoso.com TXT v=DKIM1; p="],
    [later("_domainkey.contoso.com", "NS")],
    { unjudged: ["s1._domainkey.contoso.com TXT v=DKIM1; p="] },
  ],
  [
    "what name servers hid before was never found",
    ["_domainkey.contoso.com NS ns.contoso.net", "s1._domainkey.contoso.com TXT v=DKIM1; p="],
    [later("_domainkey.contoso.com", "NS")],
    {},
  ],
  [
    "what was unknown already is no reason",
    [later("contoso.com", "TXT"), MX],
    [later("contoso.com", "TXT")],
    { fixed: [MX] },
  ],
  [
    "a record of another type at the name is gone for good",
    [SPF, "contoso.com A 192.0.2.1"],
    [later("contoso.com", "TXT")],
    { fixed: ["contoso.com A 192.0.2.1"], unjudged: [SPF] },
  ],
  [
    "so is one at another name",
    [SPF, "www.contoso.com TXT hello"],
    [later("contoso.com", "TXT")],
    { fixed: ["www.contoso.com TXT hello"], unjudged: [SPF] },
  ],
  [
    "what is known beside it does not count as what was there",
    [SPF],
    [later("contoso.com", "TXT"), "contoso.com TXT hello"],
    { unjudged: [SPF] },
  ],
  [
    "a text at _domainkey itself is no key",
    ["_domainkey.contoso.com TXT o=~"],
    [later("_domainkey.contoso.com", "TXT")],
    { fixed: ["_domainkey.contoso.com TXT o=~"] },
  ],
])("%s", (_, before, after, expected) => {
  expect(compared(before, after)).toEqual({ ...NOTHING, ...expected });
});

test("nothing is fixed in a domain that is for something else now", () => {
  expect(compared([MX, SPF], ["contoso.com TXT v=spf1 -all"])).toMatchObject({ fixed: [] });
});

test("a domain that is gone from the plans is not fixed; one that stays is judged by itself", () => {
  const beside = { "contoso.net": ["contoso.net MX 0 mx.contoso.net", "contoso.net TXT v=spf1 mx -all"] };
  expect(compared({ records: [MX, SPF], beside }, [MX])).toEqual({
    ...NOTHING,
    fixed: [SPF],
    unchanged: [MX],
  });
});

test("what is found of a tenant and is gone is fixed", () => {
  const { postures } = contoso([MX], [MX]);
  const before = { ...postures.before, tenants: [{ name: "contoso", where: {} }] };
  const comparison = new FindingComparison({ before, after: postures.after }, found);
  const { fixed } = comparison.compare(found(before), found(postures.after));
  expect(fixed.map(({ subject }) => subject)).toEqual(["contoso"]);
});

test.each(["*.contoso.com", "*._domainkey.contoso.com"])(
  "whether there are keys cannot be judged where somebody else answers for %s",
  (wildcard) => {
    const { postures } = contoso([SPF], [SPF, `${wildcard} CNAME keys.vendor.example`]);
    const judge = (posture: Posture) => evaluate(posture, [{ rule: dkimMissing, level: "warning" }]);
    const { fixed, unjudged } = new FindingComparison(postures, judge).compare(
      judge(postures.before),
      judge(postures.after),
    );
    expect([fixed, unjudged.map(({ rule }) => rule)]).toEqual([[], ["dkim-missing"]]);
  },
);
