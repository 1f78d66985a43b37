import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { type Companion, withCompanion } from "../../rollout/companion";
import type { RunTerraform } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";

const OWN = "http://127.0.0.1:4711/secret";
const USUAL = "https://api.cloudflare.com/client/v4";

function companion(): Companion {
  const address = { own: OWN, usual: USUAL };
  return { env: { CLOUDFLARE_BASE_URL: OWN }, life: new PassThrough(), address, patience: 1 };
}

type Invocation = Parameters<RunTerraform>[0];

/** What Terraform is started with, each time, and the code in which the run ends. */
async function ran(
  command: string,
  codes: readonly number[],
  companions: readonly (Companion | undefined)[],
  { isInterrupted = false, more = {} }: { isInterrupted?: boolean; more?: Partial<Invocation> } = {},
) {
  const log = join(temporaryFolder(), "plan.log");
  const started: Invocation[] = [];
  const terraform: RunTerraform = async (invocation) => {
    writeFileSync(log, `Get "${OWN}/zones": refused`);
    started.push(invocation);
    return codes[started.length - 1];
  };
  const now = () => companions[Math.min(started.length, companions.length - 1)];
  const run = withCompanion(terraform, now, () => isInterrupted);
  const code = await run({ args: [command], folder: "", log, ...more });
  return { code, started, log: readFileSync(log, "utf8"), path: log };
}

test("Terraform finds it by its environment, and holds it as well as what it is to hold besides", async () => {
  const one = companion();
  const other = new PassThrough();
  const { code, started } = await ran("apply", [0], [one], {
    more: { env: { TF_LOG: "x" }, holds: [other] },
  });
  expect(code).toBe(0);
  expect(started).toMatchObject([
    { env: { CLOUDFLARE_BASE_URL: OWN, TF_LOG: "x" }, holds: [other, one.life] },
  ]);
});

test("without one Terraform is started as it is told", async () => {
  const { started, log } = await ran("plan", [1], [undefined]);
  expect(started).toEqual([expect.not.objectContaining({ holds: expect.anything() })]);
  expect(log).toContain(OWN);
});

test("logs name the API by the address that people know", async () => {
  expect((await ran("plan", [1], [companion()])).log).toBe(`Get "${USUAL}/zones": refused`);
});

test("a plan that it did not live to see is made again with what there is then", async () => {
  const [one, other] = [companion(), companion()];
  const again = await ran("plan", [1, 1, 2], [one, other, undefined]);
  expect(again.code).toBe(2);
  expect(again.started.map(({ holds }) => holds)).toEqual([[one.life], [other.life], undefined]);
});

test.each([
  ["a plan that failed though it lives", "plan", 1, false],
  ["a plan that has changes", "plan", 2, false],
  ["an apply", "apply", 1, false],
  ["a plan that was interrupted", "plan", 1, true],
])("%s is not made again", async (_, command, code, isInterrupted) => {
  const one = companion();
  const lives = code === 1 && command === "plan" && !isInterrupted;
  const { started } = await ran(command, [code, 0], lives ? [one] : [one, undefined], { isInterrupted });
  expect(started).toHaveLength(1);
});

test("a log that is gone, has nothing to change, or cannot be written, ends nothing", async () => {
  const one = companion();
  const folder = temporaryFolder();
  const log = join(folder, "apply.log");
  const run = withCompanion(
    async () => 0,
    () => one,
    () => false,
  );
  expect(await run({ args: ["apply"], folder, log })).toBe(0);
  writeFileSync(log, "Apply complete!");
  expect(await run({ args: ["apply"], folder, log })).toBe(0);
  expect(readFileSync(log, "utf8")).toBe("Apply complete!");
  writeFileSync(log, OWN);
  // In the place of the file that is written first.
  mkdirSync(join(`${log}.new`, "x"), { recursive: true });
  expect(await run({ args: ["apply"], folder, log })).toBe(0);
  expect(readFileSync(log, "utf8")).toBe(OWN);
});
