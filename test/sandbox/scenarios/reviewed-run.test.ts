import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolloutScenario } from "./rollout";

const DOMAIN = "contoso.com";
const estateOf = (policy: string, more = "") => `version: 1
domains:
  ${DOMAIN}:
    profile: send-only
    zone: { cloudflare: { zoneId: 1c4f0a7be2d84936a50d8e3b97f6c201 } }
    spf: { ip4: [192.0.2.25] }
    dmarc: { policy: ${policy}, rua: ["mailto:dmarc@${DOMAIN}"] }
${more}`;

let clouds: Awaited<ReturnType<typeof rolloutScenario>>;
beforeAll(async () => {
  clouds = await rolloutScenario(estateOf("reject"));
});
afterAll(() => clouds.close());

const dmarc = () => clouds.records(DOMAIN).find((line) => line.startsWith("_dmarc."));
const latest = () =>
  join(
    clouds.rolledOut,
    "runs",
    readdirSync(join(clouds.rolledOut, "runs"))
      .filter((name) => /-plan(-\d+)?$/.test(name))
      .sort()
      .at(-1) ?? "",
  );
const changed = (file: string, change: (text: string) => string) => {
  const before = readFileSync(file);
  writeFileSync(file, change(before.toString("latin1")), "latin1");
  return () => writeFileSync(file, before);
};

test("what was planned and reviewed is applied as it is, once, and by nothing but itself", async () => {
  expect((await clouds.run("plan")).code).toBe(0);
  const applied = await clouds.run("deploy", "--yes", "--run", "latest");
  expect([applied.code, applied.out]).toEqual([0, expect.stringContaining("1 stack: 1 applied\n")]);
  expect(dmarc()).toBe(`_dmarc.${DOMAIN} 3600 TXT "v=DMARC1; p=reject; rua=mailto:dmarc@${DOMAIN};"`);
  expect((await clouds.run("plan", "--detailed-exitcode")).code).toBe(0);

  clouds.write(estateOf("quarantine"));
  const planned = await clouds.run("plan", "--detailed-exitcode");
  expect([planned.code, planned.out]).toEqual([
    2,
    expect.stringContaining("  DMARC reject → quarantine (forgeries that were refused get through)\n"),
  ]);
  const run = latest();
  const folder = join(clouds.rolledOut, "stacks", DOMAIN);
  const refusals: readonly (readonly [why: string, stale: () => () => void])[] = [
    [
      "the estate says something else of this stack than when it was planned",
      () => {
        clouds.write(estateOf("none"));
        return () => clouds.write(estateOf("quarantine"));
      },
    ],
    [
      "plan.bin is not the one that was planned",
      () => changed(join(run, DOMAIN, "plan.bin"), (text) => `${text} `),
    ],
    [
      "plan.json is missing",
      () => {
        const back = changed(join(run, DOMAIN, "plan.json"), (text) => text);
        rmSync(join(run, DOMAIN, "plan.json"));
        return back;
      },
    ],
    [
      "provider registry.terraform.io/cloudflare/cloudflare was 5.14.0 when it was planned, and is 5.13.9 now",
      () => changed(join(folder, ".terraform.lock.hcl"), (text) => text.replace('"5.14.0"', '"5.13.9"')),
    ],
    [
      "it was planned by terraform 1.11.3, and here is terraform",
      () =>
        changed(join(run, "run.json"), (text) => text.replace(/("version": )"1\.\d+\.\d+"/, '$1"1.11.3"')),
    ],
    [
      "the run keeps no checksums of its plans",
      () => changed(join(run, "run.json"), (text) => text.replace(/,\s*"saved": \{[^}]*\}/, "")),
    ],
  ];
  for (const [why, stale] of refusals) {
    const restore = stale();
    const refused = await clouds.run("deploy", "--yes", "--allow", "dmarc-weakened", "--run", run);
    restore();
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining(`The plan is not applied: ${why}`),
    ]);
    expect(refused.err).toContain("; plan and review again\n");
  }
  expect(dmarc()).toContain("p=reject");

  // Nobody has allowed what it weakens; --yes is no answer to that.
  const stopped = await clouds.run("deploy", "--yes", "--run", run);
  expect([stopped.code, stopped.err]).toEqual([1, expect.stringContaining("stopped; nothing was applied\n")]);
  expect(stopped.out).toContain(
    `stopped:\n  the DMARC policy of ${DOMAIN} is milder than before: if this is intended, --allow dmarc-weakened=${DOMAIN}\n`,
  );
  expect(dmarc()).toContain("p=reject");
  const again = await clouds.run("deploy", "--yes", "--format", "json");
  expect([again.code, JSON.parse(again.out).stops]).toEqual([
    1,
    [expect.stringContaining(`--allow dmarc-weakened=${DOMAIN}`)],
  ]);

  const weakened = await clouds.run("deploy", "--yes", "--allow", `dmarc-weakened=${DOMAIN}`, "--run", run);
  expect(weakened.code).toBe(0);
  expect(dmarc()).toContain("p=quarantine");
  const twice = await clouds.run("deploy", "--yes", "--allow", "dmarc-weakened", "--run", run);
  expect([twice.code, twice.err]).toEqual([
    1,
    expect.stringMatching(
      /The plan is not applied: its state has changed since: serial \d+ of \S+ was planned, now it is serial \d+ of /,
    ),
  ]);
  expect((await clouds.run("plan", "--detailed-exitcode")).code).toBe(0);
}, 180_000);

test("a run whose domains left the estate is refused as a whole", async () => {
  clouds.write(estateOf("quarantine").replaceAll("contoso.com", "contoso.net"));
  const { code, err } = await clouds.run("deploy", "--yes", "--run", "latest");
  expect([code, err]).toEqual([
    1,
    expect.stringContaining(`${DOMAIN} left the estate since; plan and review again`),
  ]);
}, 30_000);
