import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openEstate } from "../../../cli/open-estate";
import { recordData } from "../../../lib/dns/record";
import { declaredPosture } from "../../../lib/posture/from-estate";
import { MESSY, ODD } from "../../lib/adopt/messy";
import { rolloutScenario } from "./rollout";

/** The oddest of them, and one that is plain: each is a stack that Terraform plans. */
const CHOSEN = new Set([
  "TTLs that differ, automatic among them",
  "texts without quotes",
  "texts cut elsewhere",
  "two SPF records",
  "three vendors",
  "comments and tags",
  "hostile texts",
]);

test("zones of people are adopted, taken over by Terraform without a change, and imports.yaml has done its work", async () => {
  const zones = MESSY.filter(({ name }) => CHOSEN.has(ODD[name] ?? ""));
  const clouds = await rolloutScenario("version: 1\ndomains: {}\n", () => ({ zones, tenants: [] }));
  const world = () => zones.map(({ name }) => clouds.records(name));
  const before = world();
  const adopted = await clouds.runIn({}, "adopt", "adopted.yaml");
  expect([adopted.code, adopted.err]).toEqual([
    0,
    "\nadopted.yaml, imports.yaml, as-found.yaml, mends.diff: written\nprove that nothing would change: mail-hygiene adopt --check adopted.yaml\n",
  ]);
  const proved = await clouds.runIn({}, "adopt", "--check", "adopted.yaml");
  expect([proved.code, proved.out]).toEqual([0, "7 stacks: 49 imported, 0 added, 0 changed, 0 destroyed\n"]);
  const deployed = await clouds.runIn({}, "deploy", "adopted.yaml", "--yes");
  expect([deployed.code, world()]).toEqual([0, before]);
  const done = await clouds.runIn({}, "adopt", "--check", "adopted.yaml");
  expect([done.code, done.out]).toEqual([
    0,
    "7 stacks: 0 imported, 0 added, 0 changed, 0 destroyed\nimports.yaml has done its work: it can go, with the line imports: of the estate\n",
  ]);
  const estate = join(clouds.project, "adopted.yaml");
  writeFileSync(estate, readFileSync(estate, "utf8").replace("imports: !include imports.yaml\n", ""));
  const without = await clouds.runIn({}, "adopt", "--check", "adopted.yaml");
  expect([without.code, without.out]).toEqual([0, "7 stacks: 0 imported, 0 added, 0 changed, 0 destroyed\n"]);
  await clouds.patchRecord("zone09.example", "zone09.example", "TXT", { content: '"v=spf1 -all"' });
  const changed = await clouds.runIn({}, "adopt", "--check", "adopted.yaml");
  expect([changed.code, changed.out]).toEqual([
    1,
    expect.stringMatching(
      /0 imported, 0 added, 1 changed, 0 destroyed\n {2}zone09\.example: cloudflare_dns_record\.Spf: update: content .*v=spf1 -all.* becomes /,
    ),
  ]);
  const again = await clouds.runIn({}, "adopt", "adopted.yaml");
  expect([again.code, again.out]).toEqual([
    0,
    expect.stringContaining(
      "differs: zone09.example TXT is v=spf1 -all, declared v=spf1 include:eu._netblocks",
    ),
  ]);
  await clouds.close();
}, 120_000);

const FOUR = `version: 1
defaults: { tenant: contoso, dmarc: { rua: ["mailto:dmarc@contoso.com"] } }
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com:
    profile: exchange-online
    zone: { cloudflare: {} }
    spf: { ip4: [192.0.2.25] }
    senders: [zendesk]
    dmarc: { policy: quarantine }
    records: { proof: { type: TXT, value: MS=ms12345678 } }
    subdomains: { news: { profile: send-only, senders: [mailchimp], dmarc: { policy: reject } } }
  contoso.net: { profile: parked, zone: { cloudflare: {} } }
  fabrikam.com: { profile: eop-onpremises, zone: { cloudflare: {} }, onPremises: { egress: [192.0.2.26] } }
  northwindtraders.com: { profile: send-only, zone: { cloudflare: {} }, spf: { ip4: [192.0.2.27] } }
`;

/** What each mail domain is for, and its records. */
function postureOf(folder: string, path: string) {
  const opened = openEstate(path, {
    folder,
    err: (text) => {
      throw new Error(text);
    },
  });
  if (!opened) throw new Error(path);
  const { domains } = declaredPosture(opened.estate, opened.declared);
  return domains.map(({ domain, intent: { profile }, records }) => [
    domain,
    profile,
    records.map(({ record }) => `${record.name} ${record.ttl} ${record.type} ${recordData(record)}`).sort(),
  ]);
}

test("an estate that is thrown away after its deployment comes back from its zones, with the same posture", async () => {
  const clouds = await rolloutScenario(FOUR);
  const before = postureOf(clouds.project, "estate.yaml");
  const deployed = await clouds.run("deploy", "--yes");
  expect([deployed.code, deployed.err]).toEqual([0, expect.anything()]);
  rmSync(join(clouds.project, "estate.yaml"));
  // A folder of its own, where no state of the first is.
  mkdirSync(join(clouds.project, "again"));
  const adopted = await clouds.runIn({}, "adopt", "again/estate.yaml");
  expect([adopted.code, adopted.out]).toEqual([0, expect.not.stringContaining("not declared")]);
  expect(postureOf(clouds.project, "again/estate.yaml")).toEqual(before);
  const proved = await clouds.runIn({}, "adopt", "--check", "again/estate.yaml", "--out", "again/out");
  expect([proved.code, proved.out]).toEqual([
    0,
    expect.stringMatching(/^4 stacks: \d{2} imported, 0 added, 0 changed, 0 destroyed\n$/),
  ]);
  await clouds.close();
}, 120_000);
