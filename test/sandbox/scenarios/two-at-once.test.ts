import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";
import { ownWay } from "./way";

const CLI = join(__dirname, "../../../dist/cli/main.js");
const NAME = "contoso-parked.com";
const estateOf = (ttl: number) => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
domains:
  ${NAME}: { tenant: contoso, profile: parked, ttl: ${ttl}, zone: { cloudflare: {} } }
`;

const project = temporaryFolder();
const file = join(project, "estate.yaml");
const other = join(project, "other.yaml");
let clouds: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  writeFileSync(file, estateOf(300));
  writeFileSync(other, estateOf(7200));
  clouds = await estateScenario(file);
});

afterAll(() => clouds.close());

async function mailHygiene(...args: readonly string[]) {
  const program = spawn(process.execPath, [CLI, ...ownWay(args)], {
    cwd: project,
    env: clouds.env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, "close"),
  ]);
  return { code, out, err };
}

const IN_USE =
  /^mail-hygiene: another run works in this folder: a deploy of \S+, since \S+Z, as process \d+ on \S+; wait for its end, or stop it\n$/;

test("of two first deploys at once one is refused, as is a synth of another estate; what was asked for first is published", async () => {
  const out = join(clouds.env.MAIL_HYGIENE_SANDBOX ?? "", project, "cdktf.out");
  const first = mailHygiene("deploy", file, "--yes");
  while (!existsSync(join(out, "mail-hygiene.lock"))) await sleep(5);
  const [second, synth] = await Promise.all([
    mailHygiene("deploy", other, "--yes"),
    // Elsewhere the folder of the deploy is the one that synth writes.
    mailHygiene("synth", other, "--out", out),
  ]);
  for (const refused of [second, synth])
    expect(refused).toEqual({ code: 1, out: "", err: expect.stringMatching(IN_USE) });
  expect((await first).code).toBe(0);
  expect(clouds.records(NAME).map((record) => record.split(" ")[1])).toEqual(["300", "300", "300"]);
  expect((await mailHygiene("plan", file, "--detailed-exitcode")).code).toBe(0);
}, 60_000);
