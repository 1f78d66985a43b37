import { AUTHORITATIVE_ANSWER } from "dns-packet";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import { Authorities } from "../../../observe/dns/authorities";
import { DnsClient } from "../../../observe/dns/client";
import { reachOf } from "../../../observe/reach";
import { type Script, scriptedServer, soa } from "./scripted-server";

const NEWS: DnsName = unwrap("news.contoso.com", parseName("news.contoso.com"));
let open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** The serials of contoso.com, whose name servers are all at one address that does what a script says. */
async function serials(
  script: Script,
  hosts: readonly string[],
  reach = reachOf([{ address: "127.0.0.0", prefix: 8 }]),
) {
  const own = await scriptedServer(script);
  const resolver = await scriptedServer(({ name, type }) => {
    if (name === "contoso.com" && type === "NS")
      return { answers: hosts.map((data) => ({ type: "NS", name, ttl: 60, data })) };
    if (name.startsWith("ns") && type === "A")
      return { answers: [{ type: "A", name, ttl: 60, data: "127.0.0.1" }] };
    return { authorities: [soa("contoso.com")] };
  });
  const client = new DnsClient({ resolvers: [resolver.address], timeout: 30, attempts: 2 });
  open = [client, resolver, own];
  return new Authorities(client, undefined, own.address.port, reach).serials(NEWS);
}

test("each server that the zone around a name lists is asked for the serial of its copy", async () => {
  const answered = await serials(
    ({ name, type, before }) =>
      name === "contoso.com" && type === "SOA" && before === 0
        ? { flags: AUTHORITATIVE_ANSWER, answers: [soa("contoso.com")] }
        : { rcode: 5 },
    ["ns1.contoso.net", "ns2.contoso.net", "gone.contoso.net"],
  );
  expect(answered).toEqual(
    expect.arrayContaining([
      { server: "gone.contoso.net", kind: "failure", why: "it has no address" },
      { server: expect.any(String), kind: "serial", serial: 1, primary: "ns1.contoso.com" },
      { server: expect.any(String), kind: "lame", why: expect.stringMatching(/REFUSED$/) },
    ]),
  );
  expect(answered).toHaveLength(3);
});

test("an answer without authority is lame, private addresses are not asked, and of many servers the rest is told", async () => {
  const answering: Script = () => ({ answers: [soa("contoso.com")] });
  expect(await serials(answering, ["ns1.contoso.net"])).toEqual([
    { server: "ns1.contoso.net", kind: "lame", why: "it answers without authority" },
  ]);
  expect(await serials(answering, ["ns1.contoso.net"], reachOf())).toEqual([
    {
      server: "ns1.contoso.net",
      kind: "failure",
      why: "127.0.0.1 is an address of this machine, which is not asked",
    },
  ]);
  const many = Array.from({ length: 20 }, (_, at) => `ns${at + 10}.contoso.net`);
  const all = await serials(answering, many);
  expect(all.slice(16).map((one) => "why" in one && one.why)).toEqual(Array(4).fill("not asked"));
});

test("of one server in place of all, and of a name without name servers, nothing is said", async () => {
  const client = new DnsClient({ resolvers: [] });
  open = [client];
  const instead = new Authorities(client, { address: "127.0.0.1", port: 9 });
  expect(await instead.serials(NEWS)).toEqual([]);
  expect(await new Authorities(client).serials(NEWS)).toEqual([]);
});
