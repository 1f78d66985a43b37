import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { DnsName } from "../../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../../lib/dns/record";
import { writtenBy } from "../../../lib/review/existing/written";
import type { Ask } from "../../../observe/ask";
import { cloudflareAccess } from "../../../observe/cloudflare/access";
import type { AuthoritativeAnswer } from "../../../observe/dns/authorities";
import { ExistingRecords } from "../../../observe/existing/existing";
import { dnsRecord, mx, planOf, txt } from "../../lib/review/plan-json";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function accessTo(answer: RequestListener) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return cloudflareAccess({ CLOUDFLARE_API_TOKEN: "t", CLOUDFLARE_BASE_URL: `http://127.0.0.1:${port}` });
}

const nobody: Ask = async () => ({ kind: "failure", why: "timeout: 192.0.2.53: no answer over UDP" });
const dnsOf = (
  answers: (name: DnsName, type: DnsRecordType) => readonly AuthoritativeAnswer[],
  ask = nobody,
) => ({
  ask,
  authorities: { ask: async (name: DnsName, type: DnsRecordType) => answers(name, type) },
});

const SPF = txt("contoso.com", "v=spf1 -all");
const planned = (name: string) =>
  writtenBy(
    planOf(name, [
      dnsRecord("Spf", undefined, txt(name, "v=spf1 -all")),
      dnsRecord("Mx", undefined, mx(name, "mail.contoso.com")),
    ]),
  );

test("where the state has all records, nobody is asked", async () => {
  const asked: string[] = [];
  const cloudflare = await accessTo((request, response) => {
    asked.push(request.url ?? "");
    response.end();
  });
  const dns = dnsOf((name) => {
    asked.push(name);
    return [];
  });
  const settled = planOf("contoso.com", [
    dnsRecord("Spf", SPF, SPF),
    dnsRecord("Mx", SPF, { ...SPF, ttl: 60 }),
  ]);
  const existing = new ExistingRecords({ cloudflare: () => cloudflare, ...dns });
  expect(await existing.inTheWayOf(Array(300).fill(writtenBy(settled)))).toEqual(
    Array(300).fill({ collisions: [], unread: [] }),
  );
  expect(asked).toEqual([]);
});

test("a zone is listed once, whatever plans write in it", async () => {
  let listings = 0;
  const cloudflare = await accessTo((_, response) => {
    listings += 1;
    const result = [{ id: "1", type: "TXT", name: "news.contoso.com", content: '"v=spf1 ~all"', ttl: 1 }];
    response.end(JSON.stringify({ success: true, result }));
  });
  const existing = new ExistingRecords({ cloudflare: () => cloudflare, ...dnsOf(() => []) });
  const found = await existing.inTheWayOf([planned("contoso.com"), planned("news.contoso.com")]);
  expect(found.map(({ collisions }) => collisions.map(({ live }) => live.id))).toEqual([[], ["1"]]);
  expect(listings).toBe(1);
});

test("hosts that hang are waited for once, for all zones together", async () => {
  const cloudflare = await accessTo(() => undefined);
  const hanging: Ask = () => new Promise(() => undefined);
  const dns = { ask: hanging, authorities: { ask: () => new Promise<never>(() => undefined) } };
  const began = performance.now();
  const existing = new ExistingRecords({ cloudflare: () => cloudflare, ...dns, total: 500 });
  const [found] = await existing.inTheWayOf(Array(40).fill(planned("contoso.com")));
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(found).toEqual({
    collisions: [],
    unread: [
      { name: "contoso.com", why: "Cloudflare did not answer in time; the DNS did not answer in time" },
    ],
  });
});

test("what keeps calls back on their way to Cloudflare is waited for besides", async () => {
  const cloudflare = await accessTo((_, response) => {
    setTimeout(() => response.end(JSON.stringify({ success: true, result: [] })), 400);
  });
  const existing = new ExistingRecords({
    cloudflare: () => cloudflare,
    patience: 10_000,
    ...dnsOf(() => []),
    total: 100,
  });
  expect(await existing.inTheWayOf([planned("contoso.com")])).toEqual([{ collisions: [], unread: [] }]);
});

describe("without a token", () => {
  const spf: DnsRecord = { type: "TXT", name: "contoso.com" as DnsName, value: "v=spf1 ~all", ttl: 60 };

  test("the zone's own servers are asked, the first that answers", async () => {
    const dns = dnsOf((_, type) => [
      { server: "ns1.example", kind: "lame", why: "refused" },
      { server: "ns2.example", kind: "records", records: type === "TXT" ? [spf] : [] },
    ]);
    const [found] = await new ExistingRecords(dns).inTheWayOf([planned("contoso.com")]);
    expect(found?.collisions.map(({ live, takeOver }) => [live.data, live.id, takeOver])).toEqual([
      ["v=spf1 ~all", undefined, true],
    ]);
  });

  test("then the resolver, and where neither answers that is said", async () => {
    const resolver: Ask = async (name, type) => ({
      kind: "answer",
      aliases: [],
      end: name,
      records: type === "TXT" ? [spf] : [],
      count: 0,
      authentic: false,
    });
    const [seen] = await new ExistingRecords(dnsOf(() => [], resolver)).inTheWayOf([planned("contoso.com")]);
    expect(seen?.collisions).toHaveLength(1);
    const [unseen] = await new ExistingRecords(dnsOf(() => [])).inTheWayOf([planned("contoso.com")]);
    expect(unseen).toEqual({
      collisions: [],
      unread: [{ name: "contoso.com", why: expect.stringMatching(/^the DNS does not say: timeout/) }],
    });
  });
});
