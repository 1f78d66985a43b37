import { AUTHORITATIVE_ANSWER } from "dns-packet";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import { Authorities } from "../../../observe/dns/authorities";
import { DnsClient } from "../../../observe/dns/client";
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
): Promise<Authorities> {
  const resolver = await scriptedServer(({ name, type }) => {
    if (name === "contoso.com" && type === "NS") {
      return { answers: hosts.map((data) => ({ type: "NS", name, ttl: 60, data })) };
    }
    if (name === "ns1.contoso.net" && type === "A")
      return { answers: [{ type: "A", name, ttl: 60, data: "127.0.0.1" }] };
    return { authorities: [soa("contoso.com")] };
  });
  const client = new DnsClient({ resolvers: [resolver.address], timeout: 30, attempts: 2 });
  open = [client, resolver, own];
  return new Authorities(client, undefined, own.address.port);
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
