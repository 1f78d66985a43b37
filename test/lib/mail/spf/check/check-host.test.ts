import { FaultError } from "../../../../../lib/fault";
import { formatSpfTerm } from "../../../../../lib/mail/spf";
import { checkHost, type SpfClient } from "../../../../../lib/mail/spf/check";
import { resolverOf, type Zone } from "../zone";

const CLIENT: SpfClient = { ip: "192.0.2.1", helo: "mail.contoso.com", sender: "alice@contoso.com" };

function check(zone: Zone, client: Partial<SpfClient> = {}, limits = {}) {
  return checkHost({ ...CLIENT, ...client }, resolverOf(zone), limits);
}

const OUTLOOK = { TXT: ["v=spf1 ip4:40.92.0.0/15 ip6:2a01:111:f400::/48 -all"] };

describe("who is asked about", () => {
  test("the domain of the sender", async () => {
    const zone = { "contoso.com": { TXT: ["v=spf1 ip4:192.0.2.0/24 -all"] } };
    const { result, matched, lookups } = await check(zone);
    expect({ result, lookups }).toEqual({ result: "pass", lookups: 0 });
    expect(matched).toMatchObject({ domain: "contoso.com" });
    expect(matched && formatSpfTerm(matched.directive)).toBe("ip4:192.0.2.0/24");
  });

  test("the HELO name for the null sender, as its postmaster (§2.4)", async () => {
    const zone = {
      "mail.contoso.com": { TXT: ["v=spf1 exists:%{l}.%{o}.spf.contoso.com -all"] },
      "postmaster.mail.contoso.com.spf.contoso.com": { A: ["127.0.0.2"] },
    };
    expect((await check(zone, { sender: "" })).result).toBe("pass");
  });

  test("the domain that the caller names, whoever the sender is", async () => {
    const zone = {
      "fabrikam.com": { TXT: ["v=spf1 exists:%{d}.%{o}.spf.net -all"] },
      "fabrikam.com.contoso.com.spf.net": { A: ["127.0.0.2"] },
    };
    expect((await check(zone, { domain: "fabrikam.com." })).result).toBe("pass");
  });

  test("a domain in U-labels by its A-labels, and nobody by a local part outside ASCII (RFC 8616 §4)", async () => {
    const zone = {
      "xn--bcher-kva.example": {
        TXT: ["v=spf1 exists:%{l}.spf.net include:%{L}.spf.net ip4:192.0.2.1 -all"],
      },
    };
    const { result, lookups, trace } = await check(zone, { sender: "jürgen@bücher.example" });
    expect(result).toBe("pass");
    expect(lookups).toBe(2);
    expect(trace.steps.map(({ outcome }) => outcome)).toEqual(["no match", "no match", "match"]);
  });

  test("a redirect made of such a local part leads nowhere", async () => {
    const zone = { "contoso.com": { TXT: ["v=spf1 redirect=%{l}.spf.net"] } };
    const { result, problems } = await check(zone, { sender: "jürgen@contoso.com" });
    expect(result).toBe("permerror");
    expect(problems).toEqual([
      {
        path: ["terms", 0],
        domain: "contoso.com",
        message: "redirect to a name made of a local part outside ASCII",
      },
    ]);
  });

  test("a client without an address is a mistake of the caller", async () => {
    await expect(check({}, { ip: "192.0.2" })).rejects.toThrow(FaultError);
  });
});

describe("how a result comes about is told", () => {
  test("the trace holds every term up to the one that decides, with its questions and their cost", async () => {
    const zone = {
      "contoso.com": {
        TXT: ["v=spf1 mx include:spf.protection.outlook.com a:gone.contoso.com ~all"],
        MX: [{ preference: 0, exchange: "mx.contoso.com" }],
      },
      "mx.contoso.com": { A: ["198.51.100.7"] },
      "spf.protection.outlook.com": OUTLOOK,
    };
    const { result, lookups, voids, trace } = await check(zone);
    expect({ result, lookups, voids }).toEqual({ result: "softfail", lookups: 3, voids: 1 });
    expect(trace.queries).toMatchObject([{ name: "contoso.com", type: "TXT" }]);
    expect(
      trace.steps.map(({ term, cost, queries, outcome, target }) => [
        formatSpfTerm(term),
        target,
        cost,
        queries.map(({ name, type, answer }) => `${name} ${type} ${answer.kind}`),
        outcome,
      ]),
    ).toEqual([
      ["mx", "contoso.com", 1, ["contoso.com MX records", "mx.contoso.com A records"], "no match"],
      ["include:spf.protection.outlook.com", "spf.protection.outlook.com", 1, [], "no match"],
      ["a:gone.contoso.com", "gone.contoso.com", 1, ["gone.contoso.com A nxdomain"], "no match"],
      ["~all", undefined, 0, [], "match"],
    ]);
    expect(trace.steps[1]?.record).toMatchObject({ domain: "spf.protection.outlook.com", result: "fail" });
  });

  test("a broken record far down: the fault, the domain it lies in, and the place in its text", async () => {
    const zone = {
      "contoso.com": { TXT: ["v=spf1 redirect=_spf.contoso.com"] },
      "_spf.contoso.com": { TXT: ["v=spf1 include:broken.fabrikam.com -all"] },
      "broken.fabrikam.com": { TXT: ["v=spf1 ip:192.0.2.1 -all"] },
    };
    const { result, problems } = await check(zone);
    expect(result).toBe("permerror");
    expect(problems).toMatchObject([
      {
        domain: "broken.fabrikam.com",
        at: { offset: 7, length: 12 },
        message: 'unknown mechanism "ip"',
        fix: "ip4: is meant, perhaps",
      },
    ]);
  });

  test("an include of a domain without a record: the lack, and the term that leads there", async () => {
    const { problems } = await check({
      "contoso.com": { TXT: ["v=spf1 ip4:198.51.100.1 include:gone.net -all"] },
    });
    expect(problems).toEqual([
      { domain: "gone.net", message: "domain does not exist" },
      {
        path: ["terms", 1],
        domain: "contoso.com",
        message: "include leads to a domain without an SPF record",
        received: '"gone.net"',
        expected: "a domain that publishes one",
        fix: "remove the term, or correct its domain",
      },
    ]);
  });

  test("name servers that do not answer", async () => {
    const { result, problems } = await check({
      "contoso.com": { TXT: ["v=spf1 mx -all"], MX: [{ preference: 0, exchange: "mx.contoso.com" }] },
      "mx.contoso.com": "failure",
    });
    expect(result).toBe("temperror");
    expect(problems).toMatchObject([
      { domain: "contoso.com", path: ["terms", 0], received: "timeout for mx.contoso.com A" },
    ]);
  });
});

describe("limits (§4.6.4)", () => {
  const gone = (count: number) => Array.from({ length: count }, (_, index) => `a:gone${index}.net`).join(" ");

  test("the third look-up without an answer ends the check, unless the caller allows more", async () => {
    const zone = { "contoso.com": { TXT: [`v=spf1 ${gone(3)} ip4:192.0.2.1 -all`] } };
    expect(await check(zone)).toMatchObject({
      result: "permerror",
      voids: 3,
      problems: [
        { path: ["terms", 2], message: "too many look-ups without an answer", received: "void look-up 3" },
      ],
    });
    expect((await check(zone, {}, { voids: 3 })).result).toBe("pass");
  });

  test("mail exchanges without an address are no void look-ups", async () => {
    const exchanges = ["a", "b", "c"].map((label, preference) => ({
      preference,
      exchange: `${label}.gone.net`,
    }));
    const zone = { "contoso.com": { TXT: ["v=spf1 mx ip4:192.0.2.1 -all"], MX: exchanges } };
    expect(await check(zone)).toMatchObject({ result: "pass", voids: 0 });
  });

  test("an eleventh mail exchange is permerror for clients that the first ten do not match", async () => {
    const exchanges = Array.from({ length: 11 }, (_, preference) => ({
      preference,
      exchange: `mx${preference}.contoso.com`,
    }));
    const zone = {
      "contoso.com": { TXT: ["v=spf1 mx -all"], MX: exchanges.toReversed() },
      "mx9.contoso.com": { A: ["192.0.2.1"] },
      "mx10.contoso.com": { A: ["192.0.2.2"] },
    };
    expect((await check(zone)).result).toBe("pass");
    expect(await check(zone, { ip: "192.0.2.2" })).toMatchObject({
      result: "permerror",
      problems: [{ message: "mx with too many mail exchanges", received: "mail exchange 11" }],
    });
  });

  test("reading %{p} is a look-up beside the term's own", async () => {
    const zone = {
      "contoso.com": { TXT: ["v=spf1 exists:%{p}.spf.net -all"] },
      "1.2.0.192.in-addr.arpa": { PTR: ["mail.contoso.com"] },
      "mail.contoso.com": { A: ["192.0.2.1"] },
    };
    const { lookups, voids, trace } = await check(zone);
    expect({ lookups, voids }).toEqual({ lookups: 2, voids: 1 });
    expect(trace.steps[0]?.target).toBe("mail.contoso.com.spf.net");
  });

  test("each question is sent once, and counted each time", async () => {
    const sent: string[] = [];
    const resolve = resolverOf({ "contoso.com": { TXT: ["v=spf1 a a a -all"], A: ["198.51.100.1"] } });
    const { lookups } = await checkHost(CLIENT, (name, type) => {
      sent.push(`${name} ${type}`);
      return resolve(name, type);
    });
    expect(lookups).toBe(3);
    expect(sent).toEqual(["contoso.com TXT", "contoso.com A"]);
  });
});

describe("the explanation of a fail", () => {
  const zone = (text: string) => ({
    "contoso.com": { TXT: ["v=spf1 -all exp=why.%{d}"] },
    "why.contoso.com": { TXT: [text] },
  });

  test("says who asked and when, as far as the caller tells", async () => {
    const text = "%{i} may not send for %{o}, says %{r} at %{t}";
    expect(
      (await check(zone(text), { receiver: "mx.fabrikam.com", time: 1_700_000_000.5 })).explanation,
    ).toBe("192.0.2.1 may not send for contoso.com, says mx.fabrikam.com at 1700000000");
    expect((await check(zone(text))).explanation).toMatch(/says unknown at unknown$/);
  });

  test("is left out where its text is broken or becomes more than ASCII", async () => {
    expect((await check(zone("100% no"))).explanation).toBeUndefined();
    expect((await check(zone("no %{l}"), { sender: "jürgen@contoso.com" })).explanation).toBeUndefined();
  });
});

describe("the edges of what is asked", () => {
  test("a name of 253 octets is asked for, one of 254 matches nobody (§4.8)", async () => {
    const name = (last: number) => `${`${"a".repeat(63)}.`.repeat(3)}${"b".repeat(last)}`;
    const zone = (last: number) => ({
      "contoso.com": { TXT: [`v=spf1 a:${name(last)} -all`] },
      [name(last)]: { A: [CLIENT.ip] },
    });
    expect((await check(zone(61))).result).toBe("pass");
    expect((await check(zone(62))).result).toBe("fail");
  });

  test("of a client's names the first ten are looked at, in the order of the answer (§4.6.4)", async () => {
    const zone = (position: number): Zone => {
      const names = Array.from({ length: 11 }, (_, index) =>
        index === position ? "mail.contoso.com" : `h${index}.example.net`,
      );
      return {
        "contoso.com": { TXT: ["v=spf1 ptr -all"] },
        "1.2.0.192.in-addr.arpa": { PTR: names },
        "mail.contoso.com": { A: [CLIENT.ip] },
      };
    };
    expect((await check(zone(9))).result).toBe("pass");
    expect((await check(zone(10))).result).toBe("fail");
  });
});

test("beyond a limit a check says which one, where, and what to do", async () => {
  const asks = (count: number, host: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `a:${host(index)}`).join(" ");
  const zone: Zone = {
    "lookups.example": { TXT: [`v=spf1 ${asks(11, () => "there.example")} -all`] },
    "voids.example": { TXT: [`v=spf1 ${asks(3, (index) => `gone${index}.example`)} -all`] },
    "names.example": {
      TXT: ["v=spf1 mx -all"],
      MX: Array.from({ length: 11 }, (_, index) => ({ preference: index, exchange: `mx${index}.example` })),
    },
    "there.example": { A: ["198.51.100.1"] },
  };
  const problems = async (domain: string) => (await check(zone, { sender: `alice@${domain}` })).problems;
  expect(await problems("lookups.example")).toMatchObject([
    {
      domain: "lookups.example",
      message: "too many DNS look-ups",
      received: "look-up 11",
      expected: "at most 10 over the record and all it includes (RFC 7208 §4.6.4)",
      fix: "list addresses instead, or move a sender to a subdomain of its own",
    },
  ]);
  expect(await problems("voids.example")).toEqual([
    {
      path: ["terms", 2],
      domain: "voids.example",
      message: "too many look-ups without an answer",
      received: "void look-up 3",
      expected: "at most 2 (RFC 7208 §4.6.4)",
      fix: "remove the terms whose names no longer exist",
    },
  ]);
  expect(await problems("names.example")).toEqual([
    {
      path: ["terms", 0],
      domain: "names.example",
      message: "mx with too many mail exchanges",
      received: "mail exchange 11",
      expected: "at most 10 (RFC 7208 §4.6.4)",
      fix: "list their addresses with ip4 and ip6",
    },
  ]);
});
