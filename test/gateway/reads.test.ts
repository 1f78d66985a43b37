import type { WorldRecord } from "../../lib/world/world";
import { type Behind, behind } from "./behind";
import { VirtualClock } from "./virtual-clock";

const RECORDS: readonly WorldRecord[] = [
  {
    type: "MX",
    name: "contoso.com",
    content: "contoso-com.mail.protection.outlook.com",
    priority: 0,
    ttl: 3600,
  },
  {
    type: "TXT",
    name: "contoso.com",
    content: '"v=spf1 include:spf.protection.outlook.com -all"',
    ttl: 3600,
  },
  { type: "TXT", name: "_dmarc.contoso.com", content: '"v=DMARC1; p=reject; rua=mailto:ä@contoso.com"' },
  { type: "CAA", name: "contoso.com", data: { flags: 0, tag: "issue", value: "letsencrypt.org" } },
  {
    type: "CNAME",
    name: "autodiscover.contoso.com",
    content: "autodiscover.outlook.com",
    comment: 'a "quoted" word',
  },
];

let api: Behind;
const clock = new VirtualClock();
const idOf = (place: number) => api.store.records(api.zone())[place]?.id ?? "";
const path = (place: number) => `zones/${api.zone().id}/dns_records/${idOf(place)}`;

beforeEach(async () => {
  api = await behind({ zones: [{ name: "contoso.com", records: RECORDS }, { name: "fabrikam.com" }], clock });
});
afterEach(() => api.close());

const LISTING = "GET zones/Z/dns_records?per_page=5000";

test("all records of a zone cost one call, and each is byte for byte what the API says of it", async () => {
  for (const [place] of RECORDS.entries()) {
    const direct = await api.direct("GET", path(place));
    const answered = await api.ask("GET", path(place));
    expect(answered.status).toBe(200);
    expect(answered.text).toBe(direct.text);
    expect(answered.headers["content-type"]).toMatch(/^application\/json/);
  }
  expect(api.calls().filter((call) => call === LISTING)).toHaveLength(1);
  expect(api.gateway.statistics).toMatchObject({ asked: 5, made: 1, answered: 5 });
});

test("those who ask while it is being listed wait for the one listing", async () => {
  api.traffic.slow(1, 50);
  await Promise.all(RECORDS.map((_, place) => api.ask("GET", path(place))));
  expect(api.calls()).toEqual([LISTING]);
});

test("a lookup by name and the zone itself cost one call", async () => {
  const zone = `zones/${api.zone().id}`;
  const direct = [await api.direct("GET", "zones?name=contoso.com"), await api.direct("GET", zone)];
  api.calls();
  const answered = [await api.ask("GET", "zones?name=contoso.com"), await api.ask("GET", zone)];
  expect(answered.map(({ text }) => text)).toEqual(direct.map(({ text }) => text));
  await api.ask("GET", "zones?name=contoso.com");
  expect(api.calls()).toEqual(["GET zones?name=contoso.com"]);
});

test("a zone that is read by its id is read once", async () => {
  await api.ask("GET", `zones/${api.zone().id}`);
  await api.ask("GET", `zones/${api.zone().id}`);
  expect(api.calls()).toEqual(["GET zones/Z"]);
});

test("a record that was not listed is asked for: what is missing says the API", async () => {
  await api.ask("GET", path(0));
  const missing = `zones/${api.zone().id}/dns_records/${"0".repeat(32)}`;
  const answered = await api.ask("GET", missing);
  expect(answered).toMatchObject({ status: 404, text: (await api.direct("GET", missing)).text });
});

test("a zone that is not there is told by the API, once for each who asks", async () => {
  const missing = `zones/${"0".repeat(32)}`;
  const direct = await api.direct("GET", missing);
  api.calls();
  expect(await api.ask("GET", missing)).toMatchObject({ status: 404, text: direct.text });
  expect(api.calls()).toEqual(["GET zones/Z"]);
});

test("what others may read is read for each who asks", async () => {
  await api.ask("GET", path(0));
  await api.ask("GET", path(0), undefined, { authorization: `Bearer ${"b".repeat(40)}` });
  await api.ask("GET", path(1), undefined, { authorization: "Bearer short" }).then(({ status }) => {
    expect(status).toBe(403);
  });
  expect(api.calls()).toEqual([LISTING, LISTING, LISTING, "GET zones/Z/dns_records/R"]);
});

test("an X-Auth-Key is a credential as a token is", async () => {
  const key = { authorization: "", "x-auth-email": "admin@contoso.com", "x-auth-key": "k1" };
  await api.ask("GET", path(0), undefined, key);
  const [listing] = api.traffic.log.slice(-2);
  expect(listing?.headers).toMatchObject({ "x-auth-email": "admin@contoso.com", "x-auth-key": "k1" });
});

test.each([
  ["its record", "PUT", () => path(1), { type: "TXT", name: "contoso.com", content: '"v=spf1 -all"' }],
  [
    "another record",
    "POST",
    () => `zones/${api.zone().id}/dns_records`,
    { type: "A", name: "a", content: "192.0.2.1" },
  ],
  ["its record, in part", "PATCH", () => path(1), { ttl: 300 }],
  ["its record's existence", "DELETE", () => path(1), undefined],
  ["several", "POST", () => `zones/${api.zone().id}/dns_records/batch`, { posts: [] }],
  ["settings of the zone", "PATCH", () => `zones/${api.zone().id}/dnssec`, { status: "active" }],
  [
    "what no zone is named in",
    "PUT",
    () => "accounts/a/workers/domains",
    { hostname: "mta-sts.contoso.com" },
  ],
])("after a write of %s the zone is read anew", async (_, method, where, body) => {
  await api.ask("GET", path(1));
  const [read, write] = [path(1), where()];
  await api.ask(method, write, body);
  api.calls();
  const answered = await api.ask("GET", read);
  expect(answered.text).toBe((await api.direct("GET", read)).text);
  expect(api.calls()[0]).toBe(LISTING);
});

test("a write in one zone leaves what is known of another", async () => {
  const other = api.zone("fabrikam.com").id;
  await api.ask("GET", path(0));
  await api.ask("POST", `zones/${other}/dns_records`, { type: "A", name: "a", content: "192.0.2.1" });
  api.calls();
  await api.ask("GET", path(0));
  expect(api.calls()).toEqual([]);
});

test("a new zone is found by name as soon as it is there", async () => {
  await api.ask("GET", "zones?name=new.com");
  await api.ask("POST", "zones", { name: "new.com" });
  expect(JSON.parse((await api.ask("GET", "zones?name=new.com")).text).result).toHaveLength(1);
});

test("a listing under way when a write goes through is not used", async () => {
  api.traffic.slow(1, 100, { path: /per_page/ });
  const early = api.ask("GET", path(1));
  await new Promise((resolve) => setTimeout(resolve, 30));
  await api.ask("PATCH", path(1), { ttl: 300 });
  const late = await api.ask("GET", path(1));
  expect(JSON.parse(late.text).result.ttl).toBe(300);
  expect(JSON.parse((await early).text).result.ttl).toBe(300);
});

test("after a write whose answer is lost the records are asked one by one until it can have no effect any more", async () => {
  api.traffic.break(1, true, { method: "POST" });
  const write = api.ask("POST", `zones/${api.zone().id}/dns_records`, {
    type: "A",
    name: "a",
    content: "192.0.2.1",
  });
  await expect(write).rejects.toThrow();
  api.calls();
  await api.ask("GET", path(0));
  expect(api.calls()).toEqual(["GET zones/Z/dns_records/R"]);
  await clock.pass(60_000);
  await api.ask("GET", path(0));
  expect(api.calls()).toEqual([LISTING]);
});

test("what was read is a minute old at most, since others change zones, too", async () => {
  await api.ask("GET", path(1));
  await api.direct("PATCH", path(1), { ttl: 300 });
  await clock.pass(60_000);
  expect(JSON.parse((await api.ask("GET", path(1))).text).result.ttl).toBe(3600);
  await clock.pass(1);
  expect(JSON.parse((await api.ask("GET", path(1))).text).result.ttl).toBe(300);
});

test("forget: what was planned long ago says nothing of what is applied now", async () => {
  await api.ask("GET", path(1));
  await api.direct("PATCH", path(1), { ttl: 300 });
  api.gateway.forget();
  expect(JSON.parse((await api.ask("GET", path(1))).text).result.ttl).toBe(300);
});

test("a caller that may not list is answered record by record, and the listing is not tried again and again", async () => {
  const trouble = { status: 403, message: "Authentication error" };
  api.traffic.fail(9, trouble, { path: /per_page/ });
  for (const place of [0, 1, 2]) {
    expect((await api.ask("GET", path(place))).text).toBe((await api.direct("GET", path(place))).text);
  }
  expect(api.calls().filter((call) => call === LISTING)).toHaveLength(1);
});

test("a query with a read is passed on: nobody knows what it asks", async () => {
  await api.ask("GET", `${path(0)}?fields=all`);
  await api.ask("GET", `zones/${api.zone().id}/dns_records?type=MX`);
  expect(api.calls()).toEqual(["GET zones/Z/dns_records/R?fields=all", "GET zones/Z/dns_records?type=MX"]);
});
