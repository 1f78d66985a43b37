import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { checkHost } from "../../../lib/mail/spf/check";
import { spfTree } from "../../../lib/mail/spf/tree";
import { spfJson } from "../../../lib/report/spf-json";
import { type SpfReport, spfText } from "../../../lib/report/spf-text";
import { spfFindings } from "../../../lib/rules/spf-findings";
import { resolverOf, type Zone } from "../mail/spf/zone";
import { MARKED } from "./support/marked";

const ZONE: Zone = {
  "contoso.com": {
    TXT: [
      "v=spf1 mx a:gone.net a:four.net include:_spf.contoso.com exists:gone.net exists:%{i}.%{l}.contoso.com ip4:192.0.2.0/24 ~all",
    ],
    MX: [{ preference: 0, exchange: "mx.contoso.com" }],
  },
  "mx.contoso.com": { A: ["198.51.100.25"], AAAA: ["2001:db8::25"] },
  "four.net": { A: ["198.51.100.26"] },
  "_spf.contoso.com": { TXT: ["v=spf1 a:relay.contoso.com -all exp=why.contoso.com"] },
  "relay.contoso.com": { A: ["198.51.100.27"], AAAA: ["2001:db8::27"] },
};

const NAME = "contoso.com" as DnsName;

async function report(zone: Zone, ip?: string): Promise<SpfReport> {
  const resolve = resolverOf(zone);
  const tree = await spfTree(NAME, resolve);
  const own = zone[NAME];
  const texts = own === undefined || own === "failure" || own.TXT === "failure" ? [] : (own.TXT ?? []);
  const records = texts.map(
    (text): DnsRecord => ({ type: "TXT", name: NAME, ttl: 3600, value: [text].flat().join("") }),
  );
  const findings = tree.end === "temperror" ? [] : spfFindings(NAME, records, tree);
  if (ip === undefined) return { tree, findings };
  const check = await checkHost({ ip, helo: "mail.contoso.com", sender: "user@contoso.com" }, resolve);
  return { tree, findings, check };
}

const TREE = `contoso.com  v=spf1 mx a:gone.net a:four.net include:_spf.contoso.com exists:gone.net exists:%{i}.%{l}.contoso.com ip4:192.0.2.0/24 ~all
  mx  [1]
  a:gone.net  [1; void]
  a:four.net  [1; void for IPv6]
  include:_spf.contoso.com  [2]
    _spf.contoso.com  v=spf1 a:relay.contoso.com -all exp=why.contoso.com
      a:relay.contoso.com  [1]
  exists:gone.net  [1; void]
  exists:%{i}.%{l}.contoso.com  [1; depends on the message: %{i}, %{l}]

look-ups       7 of 10
void look-ups  3 of 2
warning: the SPF record of contoso.com is a permanent error for mail that comes by IPv6: 3 of its look-ups find no IPv6 address, got gone.net, four.net; expected at most 2; list the hosts' addresses with ip4 and ip6 instead, or give the hosts IPv6 addresses [spf-void-lookups]
`;

test("the tree shows each term that asks with its cost, and the sums against the limits", async () => {
  const found = await report(ZONE);
  expect(spfText(found)).toBe(TREE);
});

test("an address is void for clients of the other kind: for IPv4 as well", async () => {
  const found = await report({
    "contoso.com": { TXT: ["v=spf1 a:six.net -all"] },
    "six.net": { AAAA: ["2001:db8::6"] },
  });
  expect(spfText(found).split("\n").slice(0, 5)).toEqual([
    "contoso.com  v=spf1 a:six.net -all",
    "  a:six.net  [1; void for IPv4]",
    "",
    "look-ups       1 of 10",
    "void look-ups  1 of 2",
  ]);
});

test.each<[string, Zone, string]>([
  ["no record", {}, "contoso.com  none"],
  ["no answer", { "contoso.com": "failure" }, "contoso.com  temperror"],
  ["two records", { "contoso.com": { TXT: ["v=spf1 -all", "v=spf1 ~all"] } }, "contoso.com  permerror"],
])("a domain with %s", async (_, zone, first) => {
  const found = await report(zone);
  expect(spfText(found).split("\n")[0]).toBe(first);
});

test("a record that leads back is shown once more, as the end", async () => {
  const found = await report({ "contoso.com": { TXT: ["v=spf1 include:contoso.com -all"] } });
  expect(spfText(found).split("\n").slice(0, 3)).toEqual([
    "contoso.com  v=spf1 include:contoso.com -all",
    "  include:contoso.com  [1]",
    "    contoso.com  loop",
  ]);
});

test("a term of a tree too large is not followed", async () => {
  const names = Array.from({ length: 11 }, (_, index) => `n${index}.net`);
  const zone: Zone = {
    "contoso.com": { TXT: [`v=spf1 ${names.map((name) => `a:${name}`).join(" ")} -all`] },
    ...Object.fromEntries(names.map((name) => [name, { A: ["192.0.2.1"], AAAA: ["2001:db8::1"] }])),
  };
  const tree = await spfTree("contoso.com", resolverOf(zone), { lookups: 1 });
  expect(spfText({ tree, findings: [] }).split("\n").slice(10, 15)).toEqual([
    "  a:n9.net  [1]",
    "  a:n10.net  [1; not followed]",
    "",
    "look-ups       11 of 1",
    "void look-ups  0 of 2",
  ]);
});

describe("a client's verdict stands below the tree", () => {
  const EXPLAINED: Zone = {
    "contoso.com": { TXT: ["v=spf1 ip4:192.0.2.1 a:mx.contoso.com -all exp=why.contoso.com"] },
    "mx.contoso.com": { A: ["198.51.100.25"], AAAA: ["2001:db8::25"] },
    "why.contoso.com": { TXT: ['see "contoso.com" \\ %{i}'] },
  };
  const below = async (zone: Zone, ip: string) => spfText(await report(zone, ip)).split("\n\n")[2];

  test("who passes, by which term of which record", async () => {
    expect(await below(EXPLAINED, "192.0.2.1")).toBe(
      "result         pass by ip4:192.0.2.1 of contoso.com\nspent          0 look-ups, 0 void\n",
    );
  });

  test("who fails gets what the domain's owner wrote, quoted", async () => {
    expect(await below(EXPLAINED, "203.0.113.9")).toBe(
      'result         fail by -all of contoso.com\nspent          1 look-ups, 0 void\nexplanation    "see \\"contoso.com\\" \\\\ 203.0.113.9"\n',
    );
  });

  test("nothing decided: no term stands beside the result", async () => {
    expect(await below({ "contoso.com": { TXT: ["v=spf1 a:gone.net"] } }, "192.0.2.1")).toBe(
      "result         neutral\nspent          1 look-ups, 1 void\n",
    );
  });

  test("an error, with the reason", async () => {
    expect(
      await below(
        { "contoso.com": { TXT: ["v=spf1 include:lost.net -all"] }, "lost.net": "failure" },
        "192.0.2.1",
      ),
    ).toBe(`result         temperror
spent          1 look-ups, 0 void
error: lost.net: DNS does not answer, got timeout for lost.net TXT; try again later, or fix the name servers of that name
`);
  });
});

describe("colours", () => {
  test.each<[string, Zone, string]>([
    ["pass", { "contoso.com": { TXT: ["v=spf1 +all"] } }, "good"],
    ["neutral", { "contoso.com": { TXT: ["v=spf1 ?all"] } }, "note"],
    ["none", {}, "note"],
    ["softfail", { "contoso.com": { TXT: ["v=spf1 ~all"] } }, "error"],
    ["fail", { "contoso.com": { TXT: ["v=spf1 -all"] } }, "error"],
    ["permerror", { "contoso.com": { TXT: ["v=spf1 moo"] } }, "error"],
  ])("%s", async (result, zone, colour) => {
    const found = await report(zone, "192.0.2.1");
    expect(spfText(found, MARKED)).toContain(`\nresult         <${colour}:${result}>`);
  });

  test("a sum within its limit is good up to the last one, and beyond an error", async () => {
    const sums = async (...terms: string[]) => {
      const found = await report({
        "contoso.com": { TXT: [`v=spf1 ${terms.join(" ")} -all`] },
        "there.net": { A: ["192.0.2.1"], AAAA: ["2001:db8::1"] },
      });
      return /look-ups {7}(.*)\nvoid look-ups {2}(.*)\n/.exec(spfText(found, MARKED))?.slice(1);
    };
    const repeated = (term: string, count: number) => Array.from({ length: count }, () => term);
    expect(await sums(...repeated("a:there.net", 10))).toEqual(["<good:10 of 10>", "<good:0 of 2>"]);
    expect(await sums(...repeated("a:there.net", 11))).toEqual(["<error:11 of 10>", "<good:0 of 2>"]);
    expect(await sums("a:a.net", "a:b.net")).toEqual(["<good:2 of 10>", "<good:2 of 2>"]);
    expect(await sums("a:a.net", "a:b.net", "a:c.net")).toEqual(["<good:3 of 10>", "<error:3 of 2>"]);
  });

  test("domains are bold, costs dim, and void look-ups a warning", async () => {
    const found = await report(
      { "contoso.com": { TXT: ["v=spf1 a:gone.net include:lost.net -all"] }, "lost.net": "failure" },
      "192.0.2.1",
    );
    const [first, second] = spfText(found, MARKED).split("\n");
    expect([first, second]).toEqual([
      "<bold:contoso.com>  v=spf1 a:gone.net include:lost.net -all",
      "  a:gone.net  <dim:[1; <warning:void>]>",
    ]);
    expect(spfText(found, MARKED).match(/^.*: lost\.net: DNS does not answer/gm)).toEqual([
      "<warning:unreachable>: lost.net: DNS does not answer",
      "<error:error>: lost.net: DNS does not answer",
    ]);
  });
});

test("as JSON the tree has every term, and the check what decided", async () => {
  const zone: Zone = {
    "contoso.com": {
      TXT: ["v=spf1 a:gone.net include:_spf.contoso.com exists:%{l}.contoso.com -all exp=why.contoso.com"],
    },
    "_spf.contoso.com": { TXT: ["v=spf1 ip4:192.0.2.0/24 -all"] },
    "why.contoso.com": { TXT: ["no"] },
  };
  const found = await report(zone, "203.0.113.9");
  const text = spfJson(found);
  expect(text.endsWith("}\n")).toBe(true);
  expect(JSON.parse(text)).toStrictEqual({
    tree: {
      domain: "contoso.com",
      record: "v=spf1 a:gone.net include:_spf.contoso.com exists:%{l}.contoso.com -all exp=why.contoso.com",
      lookups: 3,
      terms: [
        { term: "a:gone.net", target: "gone.net", cost: 1, void: ["gone.net A", "gone.net AAAA"] },
        {
          term: "include:_spf.contoso.com",
          target: "_spf.contoso.com",
          cost: 1,
          void: [],
          record: {
            domain: "_spf.contoso.com",
            record: "v=spf1 ip4:192.0.2.0/24 -all",
            lookups: 0,
            terms: [
              { term: "ip4:192.0.2.0/24", cost: 0, void: [] },
              { term: "-all", cost: 0, void: [] },
            ],
          },
        },
        { term: "exists:%{l}.contoso.com", cost: 1, void: [], depends: ["l"] },
        { term: "-all", cost: 0, void: [] },
      ],
    },
    lookups: 3,
    voids: { ip4: 1, ip6: 1 },
    limits: { lookups: 10, voids: 2, names: 10 },
    findings: [],
    problems: [],
    check: {
      result: "fail",
      matched: { domain: "contoso.com", term: "-all" },
      explanation: "no",
      lookups: 3,
      voids: 2,
      problems: [],
    },
  });
});

test("as JSON a record that cannot be read says why, in the tree and in the check", async () => {
  const found = await report({ "contoso.com": "failure" }, "192.0.2.1");
  const problem = {
    domain: "contoso.com",
    message: "DNS does not answer",
    received: "timeout for contoso.com TXT",
    fix: "try again later, or fix the name servers of that name",
    temporary: true,
  };
  expect(JSON.parse(spfJson(found))).toStrictEqual({
    tree: { domain: "contoso.com", end: "temperror", lookups: 0, terms: [] },
    lookups: 0,
    voids: { ip4: 0, ip6: 0 },
    limits: { lookups: 10, voids: 2, names: 10 },
    findings: [],
    problems: [problem],
    check: { result: "temperror", lookups: 0, voids: 0, problems: [problem] },
  });
  expect(JSON.parse(spfJson({ tree: found.tree, findings: [] }))).not.toHaveProperty("check");
});

test("as JSON a term of a tree too large is marked as not explored", async () => {
  const tree = await spfTree(
    "contoso.com",
    resolverOf({ "contoso.com": { TXT: [`v=spf1 ${"a ".repeat(11)}-all`], A: ["192.0.2.1"] } }),
    { lookups: 1 },
  );
  expect(JSON.parse(spfJson({ tree, findings: [] })).tree.terms[10]).toStrictEqual({
    term: "a",
    cost: 1,
    void: [],
    unexplored: true,
  });
});
