import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FoundZone } from "../../lib/adopt/found";
import { zoneFromFile } from "../../lib/adopt/from/zone-file";
import { parseName } from "../../lib/dns/name";
import { recordData } from "../../lib/dns/record";
import { txtText } from "../../lib/dns/resolve";
import { unwrap } from "../../lib/fault";
import { checkHost } from "../../lib/mail/spf/check";
import { spfTree } from "../../lib/mail/spf/tree";
import type { ServerAddress } from "../../observe/dns/address";
import { Authorities } from "../../observe/dns/authorities";
import { DnsClient } from "../../observe/dns/client";
import { resolverOf } from "../../observe/dns/resolve";
import { transferredZone } from "../../observe/dns/transferred-zone";
import { judgedBy } from "../support/judges";
import { onePort } from "../support/one-port";
import { temporaryFolder } from "../support/temp";

const { test } = judgedBy("nsd");

/** Longer than a UDP answer can be. */
const LONG = Array.from({ length: 90 }, (_, index) => `ip4:198.51.${index}.0/24`).join(" ");
const ZONE = `$ORIGIN contoso.com.
$TTL 300
@ IN SOA ns1 hostmaster 1 7200 3600 1209600 300
@ IN NS ns1
ns1 IN A 127.0.0.1
@ IN MX 0 mx
@ IN TXT "v=spf1 a:mx.contoso.com include:_long.contoso.com " "-all"
mx IN A 192.0.2.25
_long IN TXT "v=spf1 ${LONG.match(/.{1,240}/g)?.join('" "')} ?all"
loop1 IN CNAME loop2
loop2 IN CNAME loop1
selector1._domainkey IN CNAME key.contoso.com.
key IN TXT "v=DKIM1; p="
*._report._dmarc IN TXT "v=DMARC1;"
@ IN CAA 0 issue "letsencrypt.org"
_25._tcp.mx IN TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`;

let nsd: ChildProcess;
let address: ServerAddress;
let client: DnsClient;

beforeAll(async () => {
  address = { address: "127.0.0.1", port: await freePort() };
  const folder = temporaryFolder();
  writeFileSync(join(folder, "contoso.com.zone"), ZONE);
  const files = ["pidfile", "xfrdfile", "zonelistfile"].map((key) => `  ${key}: "${join(folder, key)}"`);
  writeFileSync(
    join(folder, "nsd.conf"),
    `server:
  ip-address: 127.0.0.1@${address.port}
  username: ""
  chroot: ""
  database: ""
  zonesdir: "${folder}"
  xfrdir: "${folder}"
${files.join("\n")}
remote-control:
  control-enable: no
zone:
  name: contoso.com
  zonefile: contoso.com.zone
  provide-xfr: 127.0.0.1 NOKEY
`,
  );
  nsd = spawn("nsd", ["-d", "-c", join(folder, "nsd.conf")], { stdio: "ignore" });
  client = new DnsClient({ resolvers: [address], timeout: 500 });
  await answering();
});

afterAll(async () => {
  await client?.close();
  if (!nsd || nsd.exitCode !== null) return;
  nsd.kill();
  await once(nsd, "exit");
});

/** One that both UDP and TCP had free a moment ago: nsd cannot be told to take what the system chooses. */
async function freePort(): Promise<number> {
  const { udp, tcp, port } = await onePort();
  await Promise.all([new Promise<void>((done) => udp.close(done)), new Promise((done) => tcp.close(done))]);
  return port;
}

/** @throws Error if the server is not there after many attempts, such as for a zone that it cannot read */
async function answering(): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const probe = new DnsClient({ resolvers: [address], timeout: 200 });
    const { kind } = await probe.lookUp("contoso.com", "SOA");
    await probe.close();
    if (kind === "answer") return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("nsd does not answer for contoso.com");
}

test("a zone is handed over whole, as its file has it", async () => {
  const name = unwrap("zone", parseName("contoso.com"));
  const { records, unread } = await transferredZone(address, name, { kind: "route53" });
  const [file] = zoneFromFile(ZONE, {
    file: "contoso.com.zone",
    host: { kind: "route53" },
    origin: name,
  }).zones;
  const lines = (all: FoundZone["records"]) =>
    all.map(({ record }) => `${record.name} ${record.ttl} ${record.type} ${recordData(record)}`).sort();
  expect([lines(records), unread]).toEqual([lines(file?.records ?? []), []]);
  expect(records.length).toBeGreaterThan(10);
  const other = unwrap("zone", parseName("fabrikam.com"));
  await expect(transferredZone(address, other, { kind: "route53" })).rejects.toThrow(/refuses|NOTAUTH/);
});

test("records of every type come as the zone has them", async () => {
  const resolve = resolverOf(client);
  expect(await resolve("contoso.com", "MX")).toEqual({
    kind: "records",
    records: [{ preference: 0, exchange: "mx.contoso.com" }],
  });
  expect(await resolve("mx.contoso.com", "AAAA")).toEqual({ kind: "nodata" });
  expect(await resolve("gone.contoso.com", "A")).toEqual({ kind: "nxdomain" });
  expect(await client.lookUp("contoso.com", "CAA")).toMatchObject({ records: [{ data: { tag: "issue" } }] });
  expect(await client.lookUp("_25._tcp.mx.contoso.com", "TLSA")).toMatchObject({
    records: [{ data: { usage: 3 } }],
  });
});

test("an answer that UDP cannot hold is whole over TCP", async () => {
  const answer = await resolverOf(client)("_long.contoso.com", "TXT");
  expect(answer.kind === "records" && answer.records.map(txtText)).toEqual([`v=spf1 ${LONG} ?all`]);
});

test("a key is found through its alias, an agreement to all reports under its wildcard", async () => {
  expect(await client.lookUp("selector1._domainkey.contoso.com", "TXT")).toMatchObject({
    aliases: [{ target: "key.contoso.com" }],
    records: [{ type: "TXT" }],
  });
  expect(await client.lookUp("fabrikam.com._report._dmarc.contoso.com", "TXT")).toMatchObject({
    kind: "answer",
    records: [{ type: "TXT" }],
  });
});

test("aliases in a circle are a failure", async () => {
  expect(await client.lookUp("loop1.contoso.com", "A")).toMatchObject({
    kind: "failure",
    reason: "alias-loop",
  });
});

test("a zone that is not served here is refused, and the server is lame for it", async () => {
  expect(await client.lookUp("fabrikam.com", "TXT")).toMatchObject({ kind: "failure", reason: "refused" });
  const authorities = new Authorities(client, address);
  const [fabrikam] = await authorities.ask(unwrap("name", parseName("fabrikam.com")), "TXT");
  expect(fabrikam).toMatchObject({ kind: "lame" });
  const [contoso] = await authorities.ask(unwrap("name", parseName("contoso.com")), "MX");
  expect(contoso).toMatchObject({ kind: "records", records: [{ exchange: "mx.contoso.com" }] });
});

test("SPF is evaluated over it", async () => {
  const resolve = resolverOf(client);
  expect(await spfTree("contoso.com", resolve)).toMatchObject({ lookups: 2, voids: { ip4: 0, ip6: 1 } });
  const sender = { helo: "mx.contoso.com", sender: "adele@contoso.com" };
  expect(await checkHost({ ip: "198.51.7.1", ...sender }, resolve)).toMatchObject({ result: "pass" });
  expect(await checkHost({ ip: "203.0.113.9", ...sender }, resolve)).toMatchObject({ result: "fail" });
});
