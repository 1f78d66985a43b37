import { formatSpfTerm } from "../../../../../lib/mail/spf";
import { authorized, type SpfBranch, spfTree } from "../../../../../lib/mail/spf/tree";
import { resolverOf, type Zone } from "../zone";

/** A tree as lines: each term with its own cost, indented below the record that holds it. */
function lines({ steps }: SpfBranch, indent = ""): string[] {
  return steps.flatMap(({ term, cost, record, depends }) => [
    `${indent}${formatSpfTerm(term)} ${cost}${depends.length > 0 ? ` depends on ${depends.join(", ")}` : ""}`,
    ...(record === undefined ? [] : lines(record, `${indent}  `)),
  ]);
}

const ZONE: Zone = {
  "contoso.com": {
    TXT: ["MS=ms42", "v=spf1 mx include:spf.protection.outlook.com include:_spf.%{d} exists:%{i}.%{d} ~all"],
    MX: [{ preference: 0, exchange: "mx.contoso.com" }],
  },
  "mx.contoso.com": { A: ["192.0.2.25"] },
  "spf.protection.outlook.com": { TXT: ["v=spf1 ip4:40.92.0.0/15 ip6:2a01:111:f400::/48 -all"] },
  "_spf.contoso.com": { TXT: ["v=spf1 a:relay.contoso.com ptr:%{o} redirect=_spf2.contoso.com"] },
  "relay.contoso.com": { A: ["192.0.2.26"] },
  "_spf2.contoso.com": { TXT: ["v=spf1 a:gone.contoso.com ?all"] },
};

test("the tree holds every record that is reached, whoever sends", async () => {
  const tree = await spfTree("contoso.com", resolverOf(ZONE));
  expect(lines(tree)).toEqual([
    "mx 1",
    "include:spf.protection.outlook.com 1",
    "  ip4:40.92.0.0/15 0",
    "  ip6:2a01:111:f400::/48 0",
    "  -all 0",
    "include:_spf.%{d} 1",
    "  a:relay.contoso.com 1",
    "  ptr:%{o} 1 depends on p",
    "  redirect=_spf2.contoso.com 1",
    "    a:gone.contoso.com 1",
    "    ?all 0",
    "exists:%{i}.%{d} 1 depends on i",
    "~all 0",
  ]);
  expect(tree).toMatchObject({ lookups: 8, findings: [] });
});

test("void look-ups are counted by the client's kind of address", async () => {
  const { voids } = await spfTree("contoso.com", resolverOf(ZONE));
  // relay.contoso.com has no AAAA record, and mx.contoso.com needs none.
  expect(voids).toEqual({ ip4: 1, ip6: 2 });
});

test("a tree beyond the limits is told at its root, and explored to its end all the same", async () => {
  const gone = ["a", "b", "c"].map((label) => `a:${label}.gone.net`).join(" ");
  const zone: Zone = {
    "contoso.com": { TXT: [`v=spf1 ${gone} include:one.net include:one.net -all`] },
    "one.net": { TXT: ["v=spf1 a a a -all"], A: ["192.0.2.1"], AAAA: ["2001:db8::1"] },
  };
  const { lookups, voids, findings } = await spfTree("contoso.com", resolverOf(zone));
  expect({ lookups, voids }).toEqual({ lookups: 11, voids: { ip4: 3, ip6: 3 } });
  expect(findings).toMatchObject([
    { domain: "contoso.com", message: "too many DNS look-ups", received: "11 look-ups in the worst case" },
    { message: "too many look-ups without an answer", received: "3 void look-ups in the worst case" },
  ]);
});

test("records that lead in a circle are followed once around", async () => {
  const zone: Zone = {
    "contoso.com": { TXT: ["v=spf1 include:fabrikam.com -all"] },
    "fabrikam.com": { TXT: ["v=spf1 include:Contoso.com ~all"] },
  };
  const { lookups, findings } = await spfTree("contoso.com", resolverOf(zone));
  expect(lookups).toBe(2);
  expect(findings).toMatchObject([
    { message: "record leads back to itself", received: "contoso.com → fabrikam.com → contoso.com" },
  ]);
});

test("a tree that no receiver would follow is not followed for ever", async () => {
  const zone = Object.fromEntries(
    Array.from({ length: 12 }, (_, depth) => [
      `n${depth}.net`,
      { TXT: [`v=spf1 ${`include:n${depth + 1}.net `.repeat(9)}-all`] },
    ]),
  );
  const { lookups } = await spfTree("n0.net", resolverOf(zone));
  expect(lookups).toBeGreaterThan(100);
  expect(lookups).toBeLessThan(220);
});

test("nor is a record of a thousand hosts asked about to its end", async () => {
  const hosts = Array.from({ length: 1000 }, (_, index) => `a:h${index}.contoso.com`).join(" ");
  const resolve = resolverOf({ "contoso.com": { TXT: [`v=spf1 ${hosts} -all`] } });
  let asked = 0;
  const { lookups } = await spfTree("contoso.com", (name, type) => {
    asked += 1;
    return resolve(name, type);
  });
  expect({ lookups, asked }).toEqual({ lookups: 1000, asked: 201 });
});

test("what is wrong on the way is told with its domain", async () => {
  const zone: Zone = {
    "contoso.com": { TXT: ["v=spf1 include:two.net include:none.net mx a:slow.net -all"] },
    "two.net": { TXT: ["v=spf1 -all", "v=spf1 ~all"] },
    "slow.net": "failure",
  };
  const { findings } = await spfTree("contoso.com", resolverOf(zone));
  expect(findings.map(({ domain, path, message }) => [domain, path?.[1], message])).toEqual([
    ["two.net", undefined, "more than one SPF record"],
    ["none.net", undefined, "domain does not exist"],
    ["contoso.com", 1, "include leads to a domain without an SPF record"],
    ["contoso.com", 3, "DNS does not answer"],
    ["contoso.com", 3, "DNS does not answer"],
  ]);
});

test("a term that was not looked into is never taken for one that matches nobody", async () => {
  // Half of IPv4 leaves the large record at its first term and comes to the term behind it, which nobody has looked into.
  const zone: Zone = {
    "contoso.com": { TXT: ["v=spf1 include:large.net a:relay.contoso.com -all"] },
    "large.net": { TXT: [`v=spf1 -ip4:0.0.0.0/1 ${"a ".repeat(200)}-all`], A: ["192.0.2.1"] },
    "relay.contoso.com": { A: ["10.0.0.25"] },
  };
  const tree = await spfTree("contoso.com", resolverOf(zone));
  const { ip4, possible, indeterminate } = authorized(tree);
  expect(indeterminate.map(({ domain, term }) => `${domain} ${formatSpfTerm(term)}`)).toContain(
    "contoso.com a:relay.contoso.com",
  );
  expect(ip4.has("10.0.0.25")).toBe(false);
  expect(possible.ip4.has("10.0.0.25")).toBe(true);
});
