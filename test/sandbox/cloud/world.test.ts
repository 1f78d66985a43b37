import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";
import { readWorld } from "../../../sandbox/cloud/state-file";
import { parseWorld } from "../../../sandbox/world";
import { temporaryFolder } from "../../support/temp";

const ZONE = {
  name: "contoso.com",
  records: [
    { type: "TXT", name: "contoso.com", content: '"v=spf1 -all"', ttl: 3600, comment: "before" },
    { type: "MX", name: "contoso.com", content: "mx.contoso.net", priority: 10 },
    { type: "CAA", name: "contoso.com", data: { flags: 0, tag: "issue", value: "letsencrypt.org" } },
  ],
};

async function call(cloud: Cloud, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${cloud.endpoints.cloudflare}/${path}`, {
    method,
    headers: { authorization: `Bearer ${cloud.env.CLOUDFLARE_API_TOKEN}` },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
  return Reflect.get(Object(await response.json()), "result");
}

test("a zone has the same identifiers each time that its world is started", async () => {
  const one = await startCloud({ world: { zones: [ZONE], tenants: [] } });
  const other = await startCloud({ world: { zones: [ZONE], tenants: [] } });
  const ids = ({ zones }: ReturnType<Cloud["world"]>) =>
    zones.map(({ id, records = [] }) => [id, records.map((record) => record.id)]);
  expect(ids(one.world())).toEqual(ids(other.world()));
  await Promise.all([one.close(), other.close()]);
});

test("a state file gives the same world again", async () => {
  const stateFile = join(temporaryFolder(), "state.json");
  const cloud = await startCloud({ world: { zones: [ZONE], tenants: [] }, stateFile });
  const [zone] = cloud.world().zones;
  await call(cloud, "POST", `zones/${zone?.id}/dns_records`, {
    type: "TXT",
    name: "_dmarc",
    content: '"v=DMARC1; p=none"',
    ttl: 1,
    tags: ["a:b"],
  });
  const workers = `accounts/${zone?.accountId}/workers`;
  const form = new FormData();
  form.append("worker.js", new Blob(["export default { fetch() {} }"]), "worker.js");
  form.append("metadata", JSON.stringify({ main_module: "worker.js" }));
  await call(cloud, "PUT", `${workers}/scripts/policy`, form);
  const attached = { hostname: "mta-sts.contoso.com", service: "policy", zone_id: zone?.id };
  const domain = await call(cloud, "PUT", `${workers}/domains`, attached);
  const before = await call(cloud, "GET", `zones/${zone?.id}/dns_records`);
  await cloud.close();
  const again = await startCloud({ world: readWorld(stateFile) });
  expect(await call(again, "GET", `zones/${zone?.id}/dns_records`)).toEqual(before);
  expect(await call(again, "GET", `${workers}/domains`)).toEqual([domain]);
  expect(await call(again, "GET", `${workers}/services/policy`)).toMatchObject({ id: "policy" });
  expect(again.world()).toEqual(JSON.parse(readFileSync(stateFile, "utf8")));
  await again.close();
});

test("a file is refused with all of its faults, each with its place", () => {
  const file = join(temporaryFolder(), "world.json");
  writeFileSync(file, JSON.stringify({ zones: [{ name: 7 }], tenants: [{ tenantId: "x", cluod: "dod" }] }));
  expect(() => readWorld(file)).toThrow(
    `${file}: 4 faults
  - zones[0].name: text belongs here, got 7; expected text
  - tenants[0].tenantId: not of the form that belongs here, got "x"; expected a GUID such as 11111111-1111-4111-8111-111111111111
  - tenants[0]: "initialDomain" is missing
  - tenants[0].cluod: unknown key, got "cluod"; did you mean cloud?`,
  );
});

test("records that Cloudflare would refuse are refused from the start", async () => {
  const bad = { type: "A", name: "contoso.com", content: "nowhere" };
  const world = { zones: [{ name: "contoso.com", records: [bad] }, { name: "contoso.com" }], tenants: [] };
  await expect(startCloud({ world })).rejects.toThrow(
    `world: 2 faults
  - zones[0].records[0]: Cloudflare would refuse this record with 9005: Content for A record must be a valid IPv4 address., got A contoso.com
  - zones[1].name: a second zone of that name, got contoso.com`,
  );
});

test("text that is no JSON", () => {
  expect(parseWorld("{")).toMatchObject({
    ok: false,
    faults: [{ message: expect.stringMatching(/^not JSON: /) }],
  });
});
