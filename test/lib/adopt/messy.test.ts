import { adopt } from "../../../lib/adopt/adopt";
import { findAgain } from "../../../lib/adopt/again";
import { filesInMemory } from "../../../lib/adopt/files";
import type { FoundZone } from "../../../lib/adopt/found";
import { declareDomains } from "../../../lib/declare/domains";
import { declareEstate } from "../../../lib/declare/estate";
import { parseName } from "../../../lib/dns/name";
import { quoteTxt } from "../../../lib/dns/txt";
import { loadEstate } from "../../../lib/estate/load";
import { judge } from "../../../lib/rules/judge";
import { cloudflareAccess } from "../../../observe/cloudflare/access";
import { foundZone } from "../../../observe/cloudflare/found-zone";
import { listZones } from "../../../observe/cloudflare/list-zones";
import { startCloud } from "../../../sandbox/cloud/cloud";
import { MESSY, ODD } from "./messy";

let zones: readonly FoundZone[];

beforeAll(async () => {
  const cloud = await startCloud({ world: { zones: MESSY, tenants: [] } });
  const access = cloudflareAccess({ ...cloud.env });
  if (!access) throw new Error("the sandbox gives no credentials");
  const signal = AbortSignal.timeout(20_000);
  zones = await Promise.all(
    (await listZones(access, signal)).map(({ id, name }) => {
      const read = parseName(name);
      if (!read.ok) throw new Error(name);
      return foundZone(access, { id, name: read.value }, signal);
    }),
  );
  await cloud.close();
});

/** The estate that was made, read from its files. */
function adopted() {
  const made = adopt(zones, { path: "estate.yaml" });
  if (!made.ok) throw new Error(made.problems.join("\n"));
  const loaded = loadEstate("estate.yaml", filesInMemory(made.adoption.files));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const declared = declareDomains(loaded.estate);
  if (!declared.ok) throw new Error(JSON.stringify(declared.problems));
  return { ...made.adoption, domains: declared.domains };
}

test("each zone that people wrote by hand is declared record by record, octet by octet, with its id", () => {
  const { domains, leftOut } = adopted();
  expect([domains.length, leftOut]).toEqual([25, []]);
  for (const { estate, declaration } of domains) {
    const found = zones.find(({ name }) => name === estate.name)?.records ?? [];
    for (const { rolePath, record } of declaration.records) {
      const same = found.filter(({ id }) => id === estate.import[rolePath]);
      expect([ODD[estate.name], rolePath, same.length]).toEqual([ODD[estate.name], rolePath, 1]);
      const [{ record: stands, content }] = same as [(typeof found)[number]];
      const { content: written, ...declared } = record as typeof record & { content?: string };
      expect(declared).toEqual(stands);
      if (record.type === "TXT") expect(written ?? quoteTxt(record.value)).toBe(content);
    }
  }
});

test("what cannot be declared is named, and what is not mail is counted", () => {
  const { zones: told } = adopted();
  expect(
    told.flatMap(({ name, leftAlone }) =>
      leftAlone.map(({ found: { record }, why }) => `${ODD[name]}: ${record.name} ${record.type}: ${why}`),
    ),
  ).toEqual([
    "two SPF records: zone04.example TXT: 2 SPF records at zone04.example: receivers then have none; keep one",
    "two SPF records: zone04.example TXT: 2 SPF records at zone04.example: receivers then have none; keep one",
    "two DMARC records: _dmarc.zone05.example TXT: 2 DMARC records at _dmarc.zone05.example: receivers then have none; keep one",
    "two DMARC records: _dmarc.zone05.example TXT: 2 DMARC records at _dmarc.zone05.example: receivers then have none; keep one",
    "a delegated subdomain: labs.zone11.example MX: NS records at labs.zone11.example hand the name to other servers",
    "proxied aliases of mail: autodiscover.zone15.example CNAME: it is proxied, and receivers see Cloudflare's addresses in its place",
    "proxied aliases of mail: lists._domainkey.zone15.example CNAME: it is proxied, and receivers see Cloudflare's addresses in its place",
  ]);
  expect(told.reduce((sum, { others }) => sum + others, 0)).toBe(11);
});

test("again: nothing is new; then what was changed, deleted and added elsewhere", () => {
  const { domains } = adopted();
  const same = findAgain(domains, zones);
  expect({ ...same, undeclared: same.undeclared.length }).toEqual({
    imports: Object.fromEntries(
      domains.flatMap(({ estate }) =>
        Object.keys(estate.import).length > 0 ? [[estate.name, estate.import]] : [],
      ),
    ),
    differing: [],
    missing: [],
    undeclared: 7,
    unknown: [],
    looked: new Set(domains.map(({ estate }) => estate.name)),
  });
  const changed = zones.map((zone): FoundZone => {
    if (zone.name !== "zone16.example") return zone;
    return {
      ...zone,
      unread: [
        { name: "_dmarc.zone16.example", type: "TXT", data: '"v=DMARC1' },
        { name: "zone16.example", type: "LOC", data: "52" },
      ],
      records: zone.records.flatMap((found) => {
        if (found.record.type === "MX") return [];
        if (found.record.type !== "TXT" || !found.record.value.startsWith("v=spf1")) return [found];
        return [{ ...found, record: { ...found.record, value: "v=spf1 include:spf.example.net -all" } }];
      }),
    };
  });
  const [first] = changed;
  const renamed = first && {
    ...first,
    name: "new.example" as FoundZone["name"],
    host: { kind: "route53" as const },
  };
  const later = findAgain(domains, [...changed, ...(renamed ? [renamed] : [])]);
  expect(
    later.differing.map(({ declared: { rolePath }, found: { record } }) => [rolePath, record.name]),
  ).toEqual([["Spf", "zone16.example"]]);
  expect(later.missing.map(({ rolePath }) => rolePath)).toEqual(["Mx"]);
  expect(later.undeclared.filter(({ found }) => "data" in found.record)).toEqual([
    expect.objectContaining({ found: { record: expect.objectContaining({ data: '"v=DMARC1' }) } }),
  ]);
  expect(later.unknown.map(({ name }) => name)).toEqual(["new.example"]);
  expect(later.imports["zone16.example"]).toHaveProperty("Spf");
});

test("what mends them is declared, mends it, and leaves alone zones with mail records that nobody declares", () => {
  const { mends, findings, zones: told } = adopted();
  if (!mends) throw new Error("nothing is mended");
  const loaded = loadEstate("estate.yaml", filesInMemory(mends.files));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const declared = declareEstate(loaded.estate);
  if (!declared.ok) throw new Error(JSON.stringify(declared.problems));
  const judged = judge(loaded.estate, declared);
  if (!judged.ok) throw new Error(JSON.stringify(judged.problems));
  const lines = (of: typeof findings) => of.map(({ rule, subject, level }) => `${rule} ${level} ${subject}`);
  const left = lines(judged.findings);
  expect(mends.mended.length).toBeGreaterThan(0);
  expect(lines(mends.mended).filter((line) => left.includes(line))).toEqual([]);
  const come = judged.findings.filter((finding) => !lines(findings).includes(lines([finding])[0] ?? ""));
  expect(
    come.filter(({ rule, level }) => level === "error" || !/^(?:dmarc|dkim|spf|mx)-/.test(rule)),
  ).toEqual([]);
  const apart = told.filter(({ leftAlone }) => leftAlone.length > 0).map(({ name }) => String(name));
  expect(Object.keys(mends.changes).filter((name) => apart.includes(name))).toEqual([]);
});
