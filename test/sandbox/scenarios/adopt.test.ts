import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
    "\nadopted.yaml, imports.yaml, as-found.yaml: written\nprove that nothing would change: mail-hygiene adopt --check adopted.yaml\n",
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
