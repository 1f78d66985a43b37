import { AUTHORITATIVE_ANSWER, type Packet } from "dns-packet";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import { Authorities } from "../../../observe/dns/authorities";
import { DnsClient } from "../../../observe/dns/client";
import { reachOf } from "../../../observe/reach";
import { type ScriptedServer, scriptedServer, soa, txt } from "./scripted-server";

const CONTOSO: DnsName = unwrap("contoso.com", parseName("contoso.com"));
const SPF = "v=spf1 -all";

let open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A resolver that knows contoso.com to be served by ns1.contoso.net on this machine, and that server. */
async function zoneServedBy(
  own: ScriptedServer,
  hosts: readonly string[] = ["ns1.contoso.net"],
  reach = reachOf([{ address: "127.0.0.0", prefix: 8 }]),
): Promise<Authorities> {
  const resolver = await scriptedServer(({ name, type }) => {
    if (name === "contoso.com" && type === "NS") {
      return { answers: hosts.map((data) => ({ type: "NS", name, ttl: 60, data })) };
    }
    if (["ns1.contoso.net", "ns1.vendor.example"].includes(name) && type === "A")
      return { answers: [{ type: "A", name, ttl: 60, data: "127.0.0.1" }] };
    return { authorities: [soa("contoso.com")] };
  });
  const client = new DnsClient({ resolvers: [resolver.address], timeout: 30, attempts: 2 });
  open = [client, resolver, own];
  return new Authorities(client, undefined, own.address.port, reach);
}

test("a zone's own server is asked at the address that its NS record leads to", async () => {
  const own = await scriptedServer(() => ({
    flags: AUTHORITATIVE_ANSWER,
    answers: [txt("contoso.com", SPF)],
  }));
  const authorities = await zoneServedBy(own);
  expect(await authorities.ask(CONTOSO, "TXT")).toEqual([
    {
      server: "ns1.contoso.net",
      kind: "records",
      records: [{ type: "TXT", name: "contoso.com", ttl: 60, value: SPF }],
    },
  ]);
});

test("names below the zone are asked of the same servers", async () => {
  const own = await scriptedServer(({ name }) => ({
    flags: AUTHORITATIVE_ANSWER,
    answers: [txt(name, "v=DMARC1; p=none;")],
  }));
  const authorities = await zoneServedBy(own);
  const [answer] = await authorities.ask(unwrap("name", parseName("_dmarc.contoso.com", "owner")), "TXT");
  expect(answer).toMatchObject({
    server: "ns1.contoso.net",
    kind: "records",
    records: [{ name: "_dmarc.contoso.com" }],
  });
});

test.each([
  ["refuses", { rcode: 5 }, /^127\.0\.0\.1:\d+: REFUSED$/],
  ["answers without authority", { answers: [txt("contoso.com", SPF)] }, /^it answers without authority$/],
  [
    "refers to others",
    { authorities: [{ type: "NS" as const, name: "com", ttl: 60, data: "a.gtld-servers.net" }] },
    /without authority$/,
  ],
])("a server of the zone that %s is lame", async (_title, packet, why) => {
  const authorities = await zoneServedBy(await scriptedServer(() => packet));
  expect(await authorities.ask(CONTOSO, "TXT")).toEqual([
    { server: "ns1.contoso.net", kind: "lame", why: expect.stringMatching(why) },
  ]);
});

test("SERVFAIL, silence and a host without address are failures, each told by its server", async () => {
  const failing = await zoneServedBy(await scriptedServer(() => ({ rcode: 2 })), [
    "ns1.contoso.net",
    "ns2.contoso.net",
  ]);
  expect(await failing.ask(CONTOSO, "TXT")).toEqual([
    { server: "ns1.contoso.net", kind: "failure", why: expect.stringMatching(/: SERVFAIL$/) },
    { server: "ns2.contoso.net", kind: "failure", why: "it has no address" },
  ]);
});

test("a server that whoever has the zone puts on this machine, or into a private network, is not asked", async () => {
  const own = await scriptedServer(() => ({
    flags: AUTHORITATIVE_ANSWER,
    answers: [txt("contoso.com", SPF)],
  }));
  const guarded = await zoneServedBy(own, ["ns1.contoso.net"], reachOf());
  expect(await guarded.ask(CONTOSO, "TXT")).toEqual([
    {
      server: "ns1.contoso.net",
      kind: "failure",
      why: "127.0.0.1 is an address of this machine, which is not asked",
    },
  ]);
});

test("a zone of forty name servers has sixteen of them asked, and the rest is told", async () => {
  const own = await scriptedServer(() => ({
    flags: AUTHORITATIVE_ANSWER,
    answers: [txt("contoso.com", SPF)],
  }));
  const hosts = Array.from({ length: 40 }, (_, index) => `ns${index + 10}.contoso.net`);
  const answers = await (await zoneServedBy(own, hosts)).ask(CONTOSO, "TXT");
  expect(answers).toHaveLength(17);
  expect(answers.at(-1)).toEqual({ server: "24 more name servers", kind: "failure", why: "not asked" });
});

describe("keys that the zone hands to other servers", () => {
  const KEYS = unwrap("name", parseName("_domainkey.contoso.com", "owner"));
  const SELECTOR = unwrap("name", parseName("s1._domainkey.contoso.com", "owner"));
  const cut = {
    authorities: [{ type: "NS" as const, name: KEYS, ttl: 60, data: "ns1.vendor.example" }],
  };

  /** A resolver that finds nothing there, and behind it both servers. */
  async function handedTo(
    vendor: (question: { readonly name: string; readonly type: string }) => Packet,
  ): Promise<Authorities> {
    // The same socket stands for both: the zone's server is asked first.
    const own = await scriptedServer((question) => (question.before === 0 ? cut : vendor(question)));
    return zoneServedBy(own);
  }

  test.each([
    ["refuses", { rcode: 5 }, "lame"],
    ["answers as a resolver does", { answers: [txt(SELECTOR, "v=DKIM1; p=")] }, "lame"],
    [
      "hands it back upwards",
      { authorities: [{ type: "NS", name: "com", ttl: 60, data: "a.example" }] },
      "lame",
    ],
    ["fails", { rcode: 2 }, "failure"],
    ["answers", { flags: AUTHORITATIVE_ANSWER, answers: [txt(SELECTOR, "v=DKIM1; p=")] }, "records"],
  ] as const)("are asked of those: one that %s", async (_title, said, kind) => {
    const authorities = await handedTo(() => said as unknown as Packet);
    expect(await authorities.ask(SELECTOR, "TXT")).toEqual([
      { server: "ns1.contoso.net", kind: "referral", at: KEYS, to: ["ns1.vendor.example"] },
      expect.objectContaining({ server: "ns1.vendor.example", kind }),
    ]);
  });

  test("the zone around says which servers; whether they answer, they say", async () => {
    const authorities = await handedTo(() => ({ rcode: 5 }) as Packet);
    expect(await authorities.ask(KEYS, "NS")).toEqual([
      expect.objectContaining({
        server: "ns1.contoso.net",
        kind: "records",
        records: [{ type: "NS", name: KEYS, ttl: 60, host: "ns1.vendor.example" }],
      }),
      expect.objectContaining({ server: "ns1.vendor.example", kind: "lame" }),
    ]);
  });
});
