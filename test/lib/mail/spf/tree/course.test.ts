import type { IpVersion } from "../../../../../lib/dns/address";
import { formatSpfTerm } from "../../../../../lib/mail/spf";
import { courseOf, spfTree, type Verdicts } from "../../../../../lib/mail/spf/tree";
import { resolverOf, type Zone } from "../zone";

const ALL = ["0.0.0.0/0"];

/** The results that some client can come to, with the clients; and where nobody can tell beforehand. */
async function course(
  record: string,
  { version = "ip4", elsewhere = {} }: { version?: IpVersion; elsewhere?: Zone } = {},
): Promise<{ verdicts: Partial<Record<keyof Verdicts, readonly string[]>>; open: readonly string[] }> {
  const tree = await spfTree(
    "contoso.com",
    resolverOf({ ...elsewhere, "contoso.com": { TXT: [record], ...APEX } }),
  );
  const { verdicts, indeterminate } = courseOf(tree, version);
  return {
    verdicts: Object.fromEntries(
      Object.entries(verdicts).flatMap(([result, set]) => (set.isEmpty ? [] : [[result, set.cidrs()]])),
    ),
    open: indeterminate.map(({ domain, term }) => `${domain} ${formatSpfTerm(term)}`),
  };
}

const APEX = {
  A: ["192.0.2.10"],
  AAAA: ["2001:db8::10"],
  MX: [{ preference: 0, exchange: "mx.contoso.com" }],
};

describe("terms of one record", () => {
  test("each qualifier has its result, and who matches nothing is neutral", async () => {
    expect(await course("v=spf1 ip4:0.0.0.0/2 -ip4:64.0.0.0/2 ~ip4:128.0.0.0/2 ?ip4:192.0.0.0/3")).toEqual({
      verdicts: {
        pass: ["0.0.0.0/2"],
        fail: ["64.0.0.0/2"],
        softfail: ["128.0.0.0/2"],
        neutral: ["192.0.0.0/2"],
      },
      open: [],
    });
  });

  test.each<[string, IpVersion, object]>([
    ["v=spf1 ip4:0.0.0.0/0 -all", "ip6", { fail: ["::/0"] }],
    ["v=spf1 ip6:::/0 -all", "ip4", { fail: ALL }],
    ["v=spf1 ip6:::/0 -all", "ip6", { pass: ["::/0"] }],
    ["v=spf1 a/0 -all", "ip4", { pass: ALL }],
    ["v=spf1 a/0//128 ~all", "ip6", { pass: ["2001:db8::10"], softfail: expect.any(Array) }],
    ["v=spf1 a//0 -all", "ip6", { pass: ["::/0"] }],
    ["v=spf1 mx/0 -all", "ip4", { pass: ALL }],
    ["v=spf1 mx//0 -all", "ip6", { pass: ["::/0"] }],
    ["v=spf1 mx//0 -all", "ip4", { pass: ["192.0.2.25"], fail: expect.any(Array) }],
  ])("%s for %s", async (record, version, verdicts) => {
    const elsewhere: Zone = { "mx.contoso.com": { A: ["192.0.2.25"], AAAA: ["2001:db8::25"] } };
    expect(await course(record, { version, elsewhere })).toEqual({ verdicts, open: [] });
  });
});

describe("what the DNS answers", () => {
  const elsewhere: Zone = {
    "lost.net": "failure",
    "half.net": { A: ["192.0.2.1"], AAAA: "failure" },
    "there.net": { A: ["192.0.2.1"] },
    "mailless.net": { A: ["192.0.2.1"] },
    "many.net": {
      MX: Array.from({ length: 11 }, (_, index) => ({ preference: index, exchange: `mx${index}.many.net` })),
    },
    "ten.net": {
      MX: Array.from({ length: 10 }, (_, index) => ({ preference: index, exchange: `mx${index}.many.net` })),
    },
    "lostmx.net": { MX: [{ preference: 0, exchange: "lost.net" }] },
    "gonemx.net": { MX: [{ preference: 0, exchange: "gone.net" }] },
    ...Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`mx${index}.many.net`, { A: [`198.51.100.${index}`] }]),
    ),
  };

  test.each<[string, string, object]>([
    ["a host that nobody answers for", "v=spf1 a:lost.net -all", { temperror: ALL }],
    ["only the client's kind of address counts", "v=spf1 a:half.net/0 -all", { pass: ALL }],
    ["exists takes everybody", "v=spf1 exists:there.net -all", { pass: ALL }],
    ["exists of nothing takes nobody", "v=spf1 exists:gone.net -all", { fail: ALL }],
    ["exists without an answer", "v=spf1 exists:lost.net -all", { temperror: ALL }],
    ["mx of a name without one", "v=spf1 mx:mailless.net -all", { fail: ALL }],
    ["mx without an answer", "v=spf1 mx:lost.net -all", { temperror: ALL }],
    ["an exchange without an answer", "v=spf1 mx:lostmx.net -all", { temperror: ALL }],
    [
      "an exchange that is gone is no void look-up",
      "v=spf1 mx:gonemx.net mx:gonemx.net mx:gonemx.net +all",
      { pass: ALL },
    ],
    [
      "ten exchanges are asked for, and the eleventh is an error",
      "v=spf1 mx:many.net +all",
      { pass: ["198.51.100.0/29", "198.51.100.8/31"], permerror: expect.any(Array) },
    ],
    [
      "ten exchanges are fine, and who is none of them goes on",
      "v=spf1 mx:ten.net -all",
      { pass: ["198.51.100.0/29", "198.51.100.8/31"], fail: expect.any(Array) },
    ],
    ["two void look-ups are fine", "v=spf1 a:gone.net exists:gone.net -all", { fail: ALL }],
    ["the third is not", "v=spf1 a:gone.net exists:gone.net mx:mailless.net +all", { permerror: ALL }],
    ["none behind a term that took the client", "v=spf1 a:gone.net a:gone.net ?all", { neutral: ALL }],
  ])("%s: %s", async (_, record, verdicts) => {
    expect(await course(record, { elsewhere })).toEqual({ verdicts, open: [] });
  });

  test("an address record of the other kind only is a void look-up for this one", async () => {
    const voids = "v=spf1 a:there.net a:there.net a:there.net -all";
    expect(await course(voids, { elsewhere, version: "ip6" })).toEqual({
      verdicts: { permerror: ["::/0"] },
      open: [],
    });
  });

  test("who has matched before the limit keeps the result, the others are beyond it", async () => {
    const { verdicts } = await course(`v=spf1 ip4:192.0.2.0/24 ${"a:there.net ".repeat(11)}-all`, {
      elsewhere,
    });
    expect(verdicts.pass).toEqual(["192.0.2.0/24"]);
    expect(verdicts.fail).toBeUndefined();
    expect(verdicts.permerror?.at(0)).toBe("0.0.0.0/1");
  });
});

describe("other records", () => {
  const elsewhere: Zone = {
    "relay.net": { TXT: ["v=spf1 ip4:198.51.100.0/24 -all"] },
    "open.net": { TXT: ["v=spf1 +all"] },
    "denying.net": { TXT: ["v=spf1 -all"] },
    "soft.net": { TXT: ["v=spf1 ~all"] },
    "neutral.net": { TXT: ["v=spf1 ?all"] },
    "broken.net": { TXT: ["v=spf1 ip4:198.51.100.999 -all"] },
    "lost.net": "failure",
    "empty.net": { A: ["192.0.2.1"] },
    "circle.net": { TXT: ["v=spf1 include:contoso.com -all"] },
  };

  test.each<[string, object]>([
    ["v=spf1 include:open.net -all", { pass: ALL }],
    ["v=spf1 ~include:open.net -all", { softfail: ALL }],
    ["v=spf1 include:denying.net ?all", { neutral: ALL }],
    ["v=spf1 include:soft.net -all", { fail: ALL }],
    ["v=spf1 include:neutral.net -all", { fail: ALL }],
    ["v=spf1 include:broken.net -all", { permerror: ALL }],
    ["v=spf1 include:lost.net -all", { temperror: ALL }],
    ["v=spf1 include:empty.net -all", { permerror: ALL }],
    ["v=spf1 include:gone.net -all", { permerror: ALL }],
    ["v=spf1 include:circle.net -all", { permerror: ALL }],
    ["v=spf1 redirect=open.net", { pass: ALL }],
    ["v=spf1 redirect=denying.net", { fail: ALL }],
    ["v=spf1 redirect=soft.net", { softfail: ALL }],
    ["v=spf1 redirect=neutral.net", { neutral: ALL }],
    ["v=spf1 redirect=broken.net", { permerror: ALL }],
    ["v=spf1 redirect=lost.net", { temperror: ALL }],
    ["v=spf1 redirect=empty.net", { permerror: ALL }],
    // The question for a record that is not there is void too, and does not hide what the first two were.
    ["v=spf1 a:gone.net a:gone.net include:empty.net +all", { permerror: ALL }],
  ])("%s", async (record, verdicts) => {
    expect(await course(record, { elsewhere })).toEqual({ verdicts, open: [] });
  });

  test("who does not pass in an included record goes on together with others of equal cost", async () => {
    const { verdicts } = await course("v=spf1 include:relay.net ip4:203.0.113.0/24 -all", { elsewhere });
    expect(verdicts.pass).toEqual(["198.51.100.0/24", "203.0.113.0/24"]);
    expect(Object.keys(verdicts)).toEqual(["pass", "fail"]);
  });

  test.each<[string, string, string, readonly string[]]>([
    [
      "void look-ups",
      "v=spf1 -ip4:192.0.2.0/24 a:gone.net -all",
      "v=spf1 include:steps.net a:gone.net exists:gone.net +all",
      ["192.0.2.0/24"],
    ],
    [
      "look-ups",
      "v=spf1 -ip4:192.0.2.0/24 a:there.net -all",
      `v=spf1 include:steps.net ${"a:there.net ".repeat(9)}+all`,
      ["192.0.2.0/24", "203.0.113.1"],
    ],
  ])(
    "who has left an included record early has spent fewer %s there than others",
    async (_, steps, record, pass) => {
      const { verdicts } = await course(record, {
        elsewhere: { "steps.net": { TXT: [steps] }, "there.net": { A: ["203.0.113.1"] } },
      });
      expect(verdicts).toEqual({ pass, permerror: expect.any(Array) });
    },
  );
});

describe("terms that depend on the message", () => {
  const elsewhere: Zone = { "relay.net": { TXT: ["v=spf1 ip4:198.51.100.0/24 -all"] } };

  test.each<[string, object, readonly string[]]>([
    [
      "v=spf1 exists:%{i}._spf.contoso.com -all",
      { pass: ALL, fail: ALL },
      ["contoso.com exists:%{i}._spf.contoso.com"],
    ],
    ["v=spf1 a:%{l}.contoso.com ~all", { pass: ALL, softfail: ALL }, ["contoso.com a:%{l}.contoso.com"]],
    ["v=spf1 -mx:%{h} ?all", { fail: ALL, neutral: ALL }, ["contoso.com -mx:%{h}"]],
    ["v=spf1 ptr -all", { pass: ALL, fail: ALL }, ["contoso.com ptr"]],
    // An include of any record may pass or not, and its record may be one that is not there.
    [
      "v=spf1 ~include:%{l}._spf.contoso.com -all",
      { softfail: ALL, fail: ALL },
      ["contoso.com ~include:%{l}._spf.contoso.com"],
    ],
    [
      "v=spf1 redirect=%{l}._spf.contoso.com",
      { pass: ALL, fail: ALL, softfail: ALL, neutral: ALL },
      ["contoso.com redirect=%{l}._spf.contoso.com"],
    ],
    ["v=spf1 ip4:0.0.0.0/0 exists:%{i}._spf.contoso.com -all", { pass: ALL }, []],
    ["v=spf1 ip4:0.0.0.0/0 include:%{l}.contoso.com include:relay.net -all", { pass: ALL }, []],
  ])("%s", async (record, verdicts, open) => {
    expect(await course(record, { elsewhere })).toEqual({ verdicts, open });
  });

  test.each<[string, object]>([
    // Who is not in the list by address has spent a void look-up.
    ["v=spf1 exists:%{i}.a.net exists:%{i}.b.net exists:%{i}.c.net -all", { pass: ALL, permerror: ALL }],
    ["v=spf1 exists:%{i}.a.net exists:%{v}.b.net a:gone.net -all", { pass: ALL, permerror: ALL }],
    ["v=spf1 exists:%{i}.a.net exists:%{i}.b.net -all", { pass: ALL, fail: ALL }],
    // By another macro the name may be one that nobody asks for, or one that is there.
    ["v=spf1 exists:%{l}.a.net exists:%{l}.b.net exists:%{l}.c.net -all", { pass: ALL, fail: ALL }],
    [
      "v=spf1 exists:%{i}.%{l}.a.net exists:%{i}.%{l}.b.net exists:%{i}.%{l}.c.net -all",
      { pass: ALL, fail: ALL },
    ],
    ["v=spf1 a:%{i}.a.net a:%{i}.b.net a:%{i}.c.net -all", { pass: ALL, fail: ALL }],
  ])("void look-ups behind them: %s", async (record, verdicts) => {
    expect((await course(record)).verdicts).toEqual(verdicts);
  });

  test("each costs its look-up, taken or not", async () => {
    const eleven = Array.from({ length: 11 }, (_, index) => `a:%{l}.n${index}.net`).join(" ");
    expect((await course(`v=spf1 ${eleven} -all`)).verdicts).toEqual({ pass: ALL, permerror: ALL });
  });

  test("only who comes to one may have several results", async () => {
    const { verdicts, open } = await course(
      "v=spf1 ip4:192.0.2.0/24 include:relay.net -exists:%{i}.list.contoso.com ~all",
      { elsewhere },
    );
    expect(verdicts.pass).toEqual(["192.0.2.0/24", "198.51.100.0/24"]);
    expect(verdicts.fail).toEqual(verdicts.softfail);
    expect(open).toEqual(["contoso.com -exists:%{i}.list.contoso.com"]);
  });
});

test("a term that nobody would come to is not asked about, and may then take any client", async () => {
  const names = Array.from({ length: 101 }, (_, index) => `n${index}.net`);
  const zone: Zone = {
    "contoso.com": { TXT: [`v=spf1 ${names.map((name) => `a:${name}`).join(" ")} -all`] },
    ...Object.fromEntries(names.map((name) => [name, { A: ["192.0.2.1"] }])),
  };
  // Ten times the limit of look-ups is looked at.
  const tree = await spfTree("contoso.com", resolverOf(zone));
  const { verdicts, indeterminate } = courseOf({ ...tree, limits: { ...tree.limits, lookups: 101 } }, "ip4");
  expect(indeterminate.map(({ term }) => formatSpfTerm(term))).toEqual(["a:n100.net"]);
  expect(verdicts.pass.cidrs()).toEqual(ALL);
  expect(verdicts.fail.has("192.0.2.1")).toBe(false);
  expect(verdicts.fail.has("192.0.2.2")).toBe(true);
});
