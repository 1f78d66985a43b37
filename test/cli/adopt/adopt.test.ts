import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { newRecord } from "../../../rollout/run-book";
import { RunFolder } from "../../../rollout/run-folder";
import type { Cloud } from "../../../sandbox/cloud/cloud";
import { folderWith, mailHygiene } from "../command";
import { CONTOSO_COM, CONTOSO_NET, cloudWith } from "../live/live";

let cloud: Cloud;
const before = { ...process.env };

beforeAll(async () => {
  cloud = await cloudWith({ "contoso.com": CONTOSO_COM, "contoso.net": CONTOSO_NET, "fabrikam.com": [] });
  Object.assign(process.env, cloud.env);
});

afterAll(async () => {
  process.env = before;
  await cloud.close();
});

/** A folder with an estate of both domains, and the text of a file in it. */
async function adopted() {
  const folder = folderWith({});
  const made = await mailHygiene(folder, "adopt", "--zone", "contoso.*");
  expect([made.code, made.err]).toEqual([0, expect.stringContaining("estate.yaml, imports.yaml")]);
  return { folder, text: (name: string) => readFileSync(join(folder, name), "utf8") };
}

describe("adopt with an estate that is there", () => {
  test("ids of domains that are not looked at stay", async () => {
    const { folder, text } = await adopted();
    const imports = text("imports.yaml");
    expect(imports).toMatch(/^contoso\.com:[\s\S]*^contoso\.net:/m);
    const again = await mailHygiene(folder, "adopt", "--zone", "contoso.net");
    expect([again.code, again.err]).toEqual([
      0,
      "estate.yaml stays as it is; 10 ids written to imports.yaml, 7 of them from before, of domains that were not read now\n",
    ]);
    expect(text("imports.yaml")).toBe(imports);
  });

  test("a source without ids writes nothing, and the estate can still be read", async () => {
    const { folder, text } = await adopted();
    const imports = text("imports.yaml");
    writeFileSync(
      join(folder, "net.zone"),
      '$ORIGIN contoso.net.\n$TTL 300\n@ SOA ns1.example.net. h.contoso.net. 1 2 3 4 5\n@ TXT "v=spf1 -all"\n',
    );
    const again = await mailHygiene(folder, "adopt", "--file", "net.zone");
    expect([again.code, again.err]).toEqual([
      0,
      "estate.yaml stays as it is; no ids were found, and imports.yaml stays as it is, too\n",
    ]);
    expect(text("imports.yaml")).toBe(imports);
    expect((await mailHygiene(folder, "records", "estate.yaml")).code).toBe(0);
  });

  test("where the records are gone no ids are left, and the estate can still be read", async () => {
    const { folder, text } = await adopted();
    const zoneId = cloud.world().zones.find(({ name }) => name === "fabrikam.com")?.id;
    const estate = `version: 1
imports: !include imports.yaml
domains:
  fabrikam.com: { profile: parked, zone: { cloudflare: { zoneId: "${zoneId}" } } }
`;
    writeFileSync(join(folder, "estate.yaml"), estate);
    writeFileSync(join(folder, "imports.yaml"), `fabrikam.com: { Spf: "${"a".repeat(32)}" }\n`);
    const again = await mailHygiene(folder, "adopt", "--zone", "fabrikam.com");
    expect([again.code, again.out]).toEqual([
      0,
      expect.stringContaining("not in the zone: fabrikam.com TXT"),
    ]);
    expect(text("imports.yaml")).toMatch(/^#.*\n\{\}\n$/);
    expect((await mailHygiene(folder, "records", "estate.yaml")).code).toBe(0);
  });
});

test("--check takes no plan of an earlier run for its own", async () => {
  const folder = folderWith({ "estate.yaml": "version: 1\ndomains: {}\n" });
  const startedAt = "2026-01-01T00:00:00.000Z";
  const terraform = { product: "terraform" as const, version: "1.11.4" };
  RunFolder.create(join(folder, "cdktf.out"), "plan", startedAt).write(
    newRecord({ command: "plan", stacks: [], terraform, parallel: 1, startedAt }),
  );
  const proved = await mailHygiene(folder, "adopt", "--check");
  expect([proved.code, proved.out]).toEqual([1, "no stack of Terraform; nothing was planned\n"]);
  writeFileSync(join(folder, "estate.yaml"), "version: 2\n");
  const wrong = await mailHygiene(folder, "adopt", "--check");
  expect([wrong.code, wrong.out]).toEqual([1, "nothing was planned\n"]);
});

test.each([
  [["--check", "--file", "a.zone"], "--check plans the estate as it is; --file does not go with it"],
  [["--check", "--zone", "a"], "--zone does not go with it"],
  [["--check", "--account", "a"], "--account does not go with it"],
  [["--check", "--host", "azure"], "--host does not go with it"],
  [["--check", "--resource-group", "a"], "--resource-group does not go with it"],
  [["--check", "--tenant", "contoso.onmicrosoft.com"], "--tenant does not go with it"],
  [["--check", "--cloud", "gcc"], "--cloud does not go with it"],
  [["--check", "--from", "axfr"], "--from does not go with it"],
  [["--from", "terraform"], "--from terraform needs --file"],
  [["--from", "cloudflare", "--file", "a"], "--file does not go with it"],
  [
    ["--from", "route53", "--file", "a", "--host", "azure"],
    "--from route53 tells where its zones are; --host does not go with it",
  ],
  [["--file", "a", "--server", "192.0.2.53"], "--server goes with --from axfr"],
  [
    ["--from", "azure", "--file", "a", "--origin", "contoso.com"],
    "--from azure tells its zones; --origin does not go with it",
  ],
  [["--from", "axfr", "--zone", "contoso.com"], "--from axfr needs --server"],
  [["--from", "axfr", "--server", "192.0.2.53"], "--from axfr needs --zone"],
  [
    ["--from", "axfr", "--server", "x", "--zone", "contoso.com"],
    "--server: not the address of a name server",
  ],
  [["--from", "axfr", "--server", "192.0.2.53", "--zone", "*"], "--zone: label"],
  [["--from", "axfr", "--server", "192.0.2.53", "--file", "a"], "--file does not go with --from axfr"],
  [["--zone", "nobody.example"], "no zone has this name or id"],
  [["--file", "a.zone", "--account", "a"], "--account goes with zones at Cloudflare, not with --file"],
])("options that would change nothing are misuse: %j", async (args, expected) => {
  const { code, err } = await mailHygiene(folderWith({}), "adopt", ...args);
  expect([code, err]).toEqual([2, expect.stringContaining(expected)]);
});

test("a Terraform state is adopted with its ids, and its owner is told that two states would hold the records", async () => {
  const { id: zoneId } = cloud.world().zones.find(({ name }) => name === "contoso.net") ?? {};
  const records = cloud.world().zones.find(({ name }) => name === "contoso.net")?.records ?? [];
  const resources = records.map((attributes, at) => ({
    type: "cloudflare_dns_record",
    name: `r${at}`,
    instances: [{ attributes: { ...attributes, zone_id: zoneId } }],
  }));
  const zone = {
    type: "cloudflare_zone",
    name: "z",
    instances: [{ attributes: { id: zoneId, name: "contoso.net" } }],
  };
  const folder = folderWith({
    "state.json": JSON.stringify({ version: 4, resources: [zone, ...resources] }),
  });
  const made = await mailHygiene(folder, "adopt", "--from", "terraform", "--file", "state.json");
  expect([made.code, made.err]).toEqual([0, expect.stringContaining("take them out of it before")]);
  const live = folderWith({});
  expect((await mailHygiene(live, "adopt", "--zone", "contoso.net")).err).toContain("written");
  for (const name of ["estate.yaml", "imports.yaml"]) {
    expect(readFileSync(join(folder, name), "utf8")).toBe(readFileSync(join(live, name), "utf8"));
  }
});

test("a problem is one line, whatever is in it", async () => {
  const { code, err } = await mailHygiene(folderWith({}), "adopt", "--file", "a\n0 problems\u001b[31m.zone");
  expect([code, err.split("\n")]).toEqual([
    1,
    [expect.stringContaining("a\\n0 problems"), "1 problem; nothing was written", ""],
  ]);
  expect(err).not.toContain("\u001b");
});

test("zones that are not chosen need no name that can be read", async () => {
  const odd = createServer(async ({ url, headers }, response) => {
    const { authorization = "" } = headers;
    const answer = await fetch(`${cloud.env.CLOUDFLARE_BASE_URL}${url}`, { headers: { authorization } });
    response.setHeader("content-type", "application/json");
    const body = JSON.parse((await answer.text()).replaceAll('"fabrikam.com"', '"bad..name"'));
    // What nobody needs of a zone may be missing.
    for (const one of Array.isArray(body.result) ? body.result : []) delete one.account;
    response.end(JSON.stringify(body));
  }).listen(0, "127.0.0.1");
  await once(odd, "listening");
  process.env.CLOUDFLARE_BASE_URL = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
  const folder = folderWith({});
  const made = await mailHygiene(folder, "adopt", "--zone", "contoso.net");
  const all = await mailHygiene(folder, "adopt", "all.yaml");
  Object.assign(process.env, cloud.env);
  odd.close();
  odd.closeAllConnections();
  expect([made.code, made.err]).toEqual([0, expect.stringContaining("estate.yaml")]);
  expect([all.code, all.err]).toEqual([1, expect.stringContaining("empty label")]);
});

type Answered = {
  result: { id: string; name?: string }[];
  result_info: { total_count: number; count?: number };
};

/** Of an answer for a path what comes in its place, or the status of a refusal. */
type Change = (path: string, body: Answered) => number | undefined;

const ofRecords = (path: string) => path.includes("/dns_records");

describe("what cannot be read whole leaves nothing behind", () => {
  test.each<[string, Change, string]>([
    [
      "a list of zones that is cut off",
      (path, { result }) => {
        if (!ofRecords(path)) result.pop();
        return undefined;
      },
      "the listing is not whole: 2 zones of 3",
    ],
    [
      "a list of records in which one came or went",
      (path, { result_info }) => {
        if (ofRecords(path)) result_info.total_count += 1;
        return undefined;
      },
      "the listing is not whole: ",
    ],
    ["a budget that is used up", (path) => (ofRecords(path) ? 429 : undefined), "Cloudflare answers 429"],
    [
      "two zones with one name, in two accounts",
      (path, { result }) => {
        if (!ofRecords(path))
          for (const zone of result) if (zone.name === "contoso.net") zone.name = "contoso.com";
        return undefined;
      },
      "contoso.com: 2 zones have this name",
    ],
  ])("%s", async (_title, change, words) => {
    const between = createServer(async ({ url = "", headers }, response) => {
      const { authorization = "" } = headers;
      const answer = await fetch(`${cloud.env.CLOUDFLARE_BASE_URL}${url}`, { headers: { authorization } });
      const body = JSON.parse(await answer.text());
      const status = change(url, body) ?? answer.status;
      response.writeHead(status, { "content-type": "application/json", "retry-after": "1000000000" });
      response.end(JSON.stringify(body));
    }).listen(0, "127.0.0.1");
    await once(between, "listening");
    process.env.CLOUDFLARE_BASE_URL = `http://127.0.0.1:${(between.address() as AddressInfo).port}`;
    const folder = folderWith({});
    const made = await mailHygiene(folder, "adopt");
    Object.assign(process.env, cloud.env);
    between.close();
    between.closeAllConnections();
    expect([made.code, made.err]).toEqual([1, expect.stringContaining(words)]);
    expect(made.err).toMatch(/nothing was written\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });
});
