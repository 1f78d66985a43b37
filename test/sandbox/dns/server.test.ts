import { createSocket } from "node:dgram";
import { once } from "node:events";
import { judgedBy } from "../../support/judges";
import { type NameServer, startNameServer, zoneOf } from "./name-server";

const { describe, test } = judgedBy("dig");

let server: NameServer;

const TXT_2048 = "x".repeat(2040);

beforeAll(async () => {
  server = await startNameServer([
    zoneOf(
      {
        type: "TXT",
        name: "contoso.com",
        content: '"v=spf1 include:spf.protection.outlook.com -all"',
        ttl: 3600,
      },
      { type: "MX", name: "contoso.com", content: "mx.contoso.com", priority: 10 },
      { type: "A", name: "mx.contoso.com", content: "192.0.2.25" },
      { type: "CNAME", name: "alias.contoso.com", content: "far.contoso.com" },
      { type: "CNAME", name: "far.contoso.com", content: "mx.contoso.com" },
      { type: "CNAME", name: "lost.contoso.com", content: "nowhere.contoso.com" },
      { type: "CNAME", name: "loop.contoso.com", content: "pool.contoso.com" },
      { type: "CNAME", name: "pool.contoso.com", content: "loop.contoso.com" },
      { type: "CNAME", name: "out.contoso.com", content: "mail.fabrikam.com" },
      { type: "TXT", name: "_report._dmarc.deep.contoso.com", content: '"v=DMARC1"' },
      { type: "TXT", name: "*._domainkey.contoso.com", content: '"v=DKIM1; p="' },
      { type: "TXT", name: "selector1._domainkey.contoso.com", content: '"v=DKIM1; k=rsa; p=AAAA"' },
      { type: "TXT", name: "long.contoso.com", content: TXT_2048 },
      { type: "A", name: "www.contoso.com", content: "203.0.113.1", proxied: true },
      { type: "NS", name: "child.contoso.com", content: "ns1.child.contoso.com" },
      { type: "A", name: "ns1.child.contoso.com", content: "192.0.2.53" },
      { type: "CAA", name: "contoso.com", data: { flags: 0, tag: "issue", value: "letsencrypt.org" } },
      {
        type: "TLSA",
        name: "_25._tcp.mx.contoso.com",
        data: { usage: 3, selector: 1, matching_type: 1, certificate: "abcd".repeat(16) },
      },
      {
        type: "SRV",
        name: "_sipfederationtls._tcp.contoso.com",
        data: { priority: 100, weight: 1, port: 5061, target: "sipfed.online.lync.com" },
      },
      { type: "AAAA", name: "six.contoso.com", content: "2001:db8::25" },
    ),
    {
      name: "fabrikam.com",
      records: [
        { type: "CNAME", name: "fabrikam.com", content: "mail.fabrikam.com" },
        { type: "MX", name: "fabrikam.com", content: ".", priority: 0 },
        { type: "A", name: "mail.fabrikam.com", content: "192.0.2.80" },
      ],
    },
  ]);
});

afterAll(() => server.close());

describe("answers", () => {
  test.each([
    ["contoso.com", "TXT", ['contoso.com. 3600 IN TXT "v=spf1 include:spf.protection.outlook.com -all"']],
    ["contoso.com", "MX", ["contoso.com. 300 IN MX 10 mx.contoso.com."]],
    ["six.contoso.com", "AAAA", ["six.contoso.com. 300 IN AAAA 2001:db8::25"]],
    ["contoso.com", "CAA", ['contoso.com. 300 IN CAA 0 issue "letsencrypt.org"']],
    [
      "_25._tcp.mx.contoso.com",
      "TLSA",
      [`_25._tcp.mx.contoso.com. 300 IN TLSA 3 1 1 ${"ABCD".repeat(14)} ABCDABCD`],
    ],
    [
      "_sipfederationtls._tcp.contoso.com",
      "SRV",
      ["_sipfederationtls._tcp.contoso.com. 300 IN SRV 100 1 5061 sipfed.online.lync.com."],
    ],
    ["fabrikam.com", "MX", ["fabrikam.com. 300 IN MX 0 ."]],
  ])("%s %s", async (name, type, answer) => {
    const dug = await server.dig(name, type);
    expect(dug).toMatchObject({ status: "NOERROR", flags: "qr aa rd ra", answer });
  });

  test("aliases are followed, also into another zone", async () => {
    expect((await server.dig("alias.contoso.com", "A")).answer).toEqual([
      "alias.contoso.com. 300 IN CNAME far.contoso.com.",
      "far.contoso.com. 300 IN CNAME mx.contoso.com.",
      "mx.contoso.com. 300 IN A 192.0.2.25",
    ]);
    expect((await server.dig("out.contoso.com", "A")).answer).toHaveLength(2);
    expect((await server.dig("alias.contoso.com", "CNAME")).answer).toHaveLength(1);
  });

  test("an alias that leads nowhere, and one that leads to itself", async () => {
    expect(await server.dig("lost.contoso.com", "A")).toMatchObject({
      status: "NXDOMAIN",
      answer: ["lost.contoso.com. 300 IN CNAME nowhere.contoso.com."],
    });
    expect((await server.dig("loop.contoso.com", "A")).answer).toHaveLength(2);
  });

  test("an apex cannot be an alias: its target's addresses are its own", async () => {
    expect((await server.dig("fabrikam.com", "A")).answer).toEqual([
      "fabrikam.com. 3600 IN A 192.0.2.80".replace("3600", "300"),
    ]);
    expect((await server.dig("fabrikam.com", "CNAME")).answer).toEqual([]);
  });

  test("a proxied name has the address of the proxy", async () => {
    expect((await server.dig("www.contoso.com", "A")).answer).toEqual([
      "www.contoso.com. 300 IN A 127.0.0.1",
    ]);
  });

  test("the apex has name servers and an SOA, with the servers' addresses", async () => {
    const ns = await server.dig("contoso.com", "NS");
    expect(ns.answer).toEqual([
      expect.stringMatching(/^contoso\.com\. 86400 IN NS [a-z]+\.ns\.cloudflare\.com\.$/),
      expect.stringMatching(/\.ns\.cloudflare\.com\.$/),
    ]);
    expect(ns.additional).toEqual([
      expect.stringMatching(/\.ns\.cloudflare\.com\. 3600 IN A 127\.0\.0\.1$/),
      expect.stringMatching(/ IN A 127\.0\.0\.1$/),
    ]);
    expect((await server.dig("contoso.com", "SOA")).answer).toEqual([
      expect.stringMatching(
        / SOA [a-z]+\.ns\.cloudflare\.com\. dns\.cloudflare\.com\. \d+ 10000 2400 604800 1800$/,
      ),
    ]);
  });

  test("ANY gets the least that RFC 8482 allows", async () => {
    expect((await server.dig("contoso.com", "ANY", "+notcp")).answer).toEqual([
      'contoso.com. 3789 IN HINFO "RFC8482" ""',
    ]);
  });

  test("the question's spelling comes back, also in the answer", async () => {
    const dug = await server.dig("CoNtOsO.cOm", "MX");
    expect(dug.answer).toEqual(["CoNtOsO.cOm. 300 IN MX 10 mx.contoso.com."]);
  });
});

describe("what is not there", () => {
  test.each([
    ["a name that does not exist", "nope.contoso.com", "A", "NXDOMAIN", "contoso.com."],
    ["a type that does not exist", "mx.contoso.com", "AAAA", "NOERROR", "contoso.com."],
    ["a name that only has names below it", "_dmarc.deep.contoso.com", "TXT", "NOERROR", "contoso.com."],
    ["a domain that nobody has", "contoso.example", "MX", "NXDOMAIN", "."],
  ])("%s", async (_, name, type, status, zone) => {
    const dug = await server.dig(name, type);
    expect(dug).toMatchObject({ status, answer: [] });
    expect(dug.authority).toEqual([
      expect.stringMatching(new RegExp(`^${zone.replace(".", "\\.")} \\d+ IN SOA `)),
    ]);
  });
});

describe("wildcards (RFC 4592)", () => {
  test.each([
    ["stand for names that do not exist", "selector9._domainkey.contoso.com", '"v=DKIM1; p="'],
    ["stand for names of several labels", "a.b._domainkey.contoso.com", '"v=DKIM1; p="'],
    ["do not stand for names that exist", "selector1._domainkey.contoso.com", '"v=DKIM1; k=rsa; p=AAAA"'],
  ])("they %s", async (_, name, value) => {
    expect((await server.dig(name, "TXT")).answer).toEqual([`${name}. 300 IN TXT ${value}`]);
  });

  test("they do not stand for what is below a name that exists", async () => {
    expect((await server.dig("x.selector1._domainkey.contoso.com", "TXT")).status).toBe("NXDOMAIN");
  });
});

test("names below a delegation are their servers' to answer for", async () => {
  const dug = await server.dig("mail.child.contoso.com", "A");
  expect(dug).toMatchObject({
    status: "NOERROR",
    flags: "qr rd ra",
    answer: [],
    authority: ["child.contoso.com. 300 IN NS ns1.child.contoso.com."],
    additional: ["ns1.child.contoso.com. 300 IN A 192.0.2.53"],
  });
});

describe("sizes", () => {
  test("what is too long for UDP is cut short, and whole over TCP", async () => {
    const short = await server.dig("long.contoso.com", "TXT", "+ignore");
    expect([short.flags, short.answer]).toEqual(["qr aa tc rd ra", []]);
    const whole = await server.dig("long.contoso.com", "TXT");
    expect(whole.answer.join("").match(/x/g)).toHaveLength(TXT_2048.length);
  });

  test("without EDNS 512 octets are the limit, and no OPT record comes back", async () => {
    const dug = await server.dig("contoso.com", "TXT", "+noedns", "+ignore");
    expect([dug.flags, dug.answer.length]).toEqual(["qr aa rd ra", 1]);
  });

  test("a version of EDNS that is none yet is BADVERS, with ours (RFC 6891 §6.1.3)", async () => {
    const dug = await server.dig("contoso.com", "TXT", "+edns=1", "+noednsnegotiation");
    expect([dug.status, dug.answer]).toEqual(["BADVERS", []]);
    expect((await server.dig("contoso.com", "MX", "+edns=0")).status).toBe("NOERROR");
  });

  test("what is above a zone exists, up to the root, which has a name server (RFC 8020)", async () => {
    const com = await server.dig("com", "NS");
    expect([com.status, com.answer]).toEqual(["NOERROR", []]);
    expect((await server.dig(".", "NS")).answer).toEqual([". 3600 IN NS a.root-servers.net."]);
    expect((await server.dig("nowhere", "NS")).status).toBe("NXDOMAIN");
  });

  test("a resolver that starts with UDP has the whole answer", async () => {
    expect((await server.resolver.resolveTxt("long.contoso.com")).flat().join("")).toBe(TXT_2048);
  });
});

describe("queries that are none", () => {
  async function ask(query: Buffer): Promise<Buffer> {
    const socket = createSocket("udp4");
    socket.send(query, server.port, "127.0.0.1");
    const [response] = await once(socket, "message");
    socket.close();
    return response;
  }

  test.each([
    [
      "garbage after the header",
      Buffer.concat([Buffer.from("1234010000010000000000ff", "hex"), Buffer.from([0xff, 0xff])]),
      1,
    ],
    ["no question", Buffer.from("123401000000000000000000", "hex"), 1],
    ["an update", Buffer.from("12342800000100000000000007636f6e746f736f03636f6d0000060001", "hex"), 4],
    ["a zone transfer", Buffer.from("12340100000100000000000007636f6e746f736f03636f6d0000fc0001", "hex"), 5],
    ["another class", Buffer.from("12340100000100000000000007636f6e746f736f03636f6d0000100003", "hex"), 5],
  ])("%s", async (_, query, rcode) => {
    const response = await ask(query);
    expect([response.readUInt16BE(0), response.readUInt16BE(2) & 0x800f]).toEqual([0x1234, 0x8000 | rcode]);
  });
});
