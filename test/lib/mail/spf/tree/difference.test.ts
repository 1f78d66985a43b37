import { formatSpfTerm } from "../../../../../lib/mail/spf";
import { authorized, difference, type SpfAuthorized, spfTree } from "../../../../../lib/mail/spf/tree";
import { resolverOf, type Zone } from "../zone";

const ELSEWHERE: Zone = {
  "spf.protection.outlook.com": { TXT: ["v=spf1 ip4:40.92.0.0/15 ip6:2a01:111:f400::/48 -all"] },
  "sendgrid.net": { TXT: ["v=spf1 ip4:167.89.0.0/17 ip4:208.117.48.0/20 ~all"] },
  "denied.net": { TXT: ["v=spf1 -ip4:192.0.2.0/28 ip4:192.0.2.0/24 -all"] },
  "mail.contoso.com": { A: ["198.51.100.25"], AAAA: ["2001:db8::25"] },
};

async function of(record: string): Promise<SpfAuthorized> {
  return authorized(
    await spfTree("contoso.com", resolverOf({ ...ELSEWHERE, "contoso.com": { TXT: [record] } })),
  );
}

describe("who may send, by record", () => {
  test.each([
    ["v=spf1 -all", [], []],
    ["v=spf1 a:mail.contoso.com/28 -all", ["198.51.100.16/28"], ["2001:db8::25"]],
    ["v=spf1 include:spf.protection.outlook.com -all", ["40.92.0.0/15"], ["2a01:111:f400::/48"]],
    ["v=spf1 -ip4:192.0.2.0/26 ip4:192.0.2.0/24 -all", ["192.0.2.64/26", "192.0.2.128/25"], []],
    ["v=spf1 ?include:sendgrid.net ~ip4:192.0.2.1 -all", [], []],
    ["v=spf1 -include:denied.net ip4:192.0.2.0/24 -all", ["192.0.2.0/28"], []],
    ["v=spf1 ip4:192.0.2.1 redirect=sendgrid.net", ["167.89.0.0/17", "192.0.2.1", "208.117.48.0/20"], []],
    ["v=spf1 ip4:192.0.2.1 include:gone.net +all", ["192.0.2.1"], []],
    ["v=spf1 ip4:192.0.2.1 +all moo", [], []],
    ["v=spf1 ip4:192.0.2.1 +all", ["0.0.0.0/0"], ["::/0"]],
  ])("%s", async (record, ip4, ip6) => {
    const sets = await of(record);
    expect({ ip4: sets.ip4.cidrs(), ip6: sets.ip6.cidrs() }).toEqual({ ip4, ip6 });
  });

  test("a term that depends on the message makes others possible, and takes none that pass anyway", async () => {
    const { ip4, possible, indeterminate } = await of(
      "v=spf1 ip4:192.0.2.0/24 exists:%{i}.spf.contoso.com ip4:198.51.100.0/24 -all",
    );
    expect(ip4.cidrs()).toEqual(["192.0.2.0/24", "198.51.100.0/24"]);
    expect(possible.ip4.union(ip4).cidrs()).toEqual(["0.0.0.0/0"]);
    expect(indeterminate.map(({ domain, term }) => [domain, formatSpfTerm(term)])).toEqual([
      ["contoso.com", "exists:%{i}.spf.contoso.com"],
    ]);
  });

  test("after three look-ups by address that match nothing a receiver has given up", async () => {
    const { ip4, possible } = await of(
      "v=spf1 exists:%{i}.a.net exists:%{i}.b.net ?exists:%{i}.c.net ip4:192.0.2.0/24 -all",
    );
    expect(ip4.cidrs()).toEqual([]);
    expect(possible.ip4.cidrs()).toEqual(["0.0.0.0/0"]);
  });

  test("a term that nobody comes to is not among the indeterminate ones", async () => {
    const { indeterminate } = await of("v=spf1 ip4:0.0.0.0/0 ip6:::/0 exists:%{i}.spf.contoso.com -all");
    expect(indeterminate).toEqual([]);
  });

  test("one that may fail a client leaves nobody behind it certain", async () => {
    const { ip4, possible } = await of("v=spf1 -exists:%{i}.list.contoso.com ip4:192.0.2.0/24 -all");
    expect(ip4.cidrs()).toEqual([]);
    expect(possible.ip4.cidrs()).toEqual(["192.0.2.0/24"]);
  });
});

describe("what a change of the record means", () => {
  const cases: [string, string, string, object][] = [
    [
      "a sender more, a host less",
      "v=spf1 ip4:192.0.2.1 include:spf.protection.outlook.com -all",
      "v=spf1 include:spf.protection.outlook.com include:sendgrid.net -all",
      {
        gained: { ip4: ["167.89.0.0/17", "208.117.48.0/20"], ip6: [], indeterminate: [] },
        lost: { ip4: ["192.0.2.1"], ip6: [], indeterminate: [] },
      },
    ],
    [
      "other words, the same senders",
      "v=spf1 ip4:40.92.0.0/16 ip4:40.93.0.0/16 ip6:2a01:111:f400::/48 ~all",
      "v=spf1 include:spf.protection.outlook.com -all",
      { gained: { ip4: [], ip6: [], indeterminate: [] }, lost: { ip4: [], ip6: [], indeterminate: [] } },
    ],
  ];
  test.each(cases)("%s", async (_, before, after, expected) => {
    expect(difference(await of(before), await of(after))).toEqual(expected);
  });

  test("a term that depends on the message comes or goes as a term", async () => {
    const { gained, lost } = difference(
      await of("v=spf1 exists:%{i}.old.contoso.com -all"),
      await of("v=spf1 exists:%{i}.new.contoso.com -all"),
    );
    expect(
      [gained, lost].map(({ indeterminate }) => indeterminate.map(({ term }) => formatSpfTerm(term))),
    ).toEqual([["exists:%{i}.new.contoso.com"], ["exists:%{i}.old.contoso.com"]]);
  });
});
