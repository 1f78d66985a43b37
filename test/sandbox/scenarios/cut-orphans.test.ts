import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ALLOWED, cutScenario, waysOn } from "./cut";

const KEPT = "contoso.com";
const ONE = "contoso.net";
const WAYS = waysOn("orphans");
const DOMAINS = [KEPT, ONE, ...WAYS.map(({ domain }) => domain)];
const declared = new Set(DOMAINS);
let clouds: Awaited<ReturnType<typeof cutScenario>>;

beforeAll(async () => {
  clouds = await cutScenario(DOMAINS);
  // Once for all: each test takes its own domain away.
  expect(await clouds.mailHygiene("deploy", "estate.yaml", "--yes")).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => clouds.close());

function leaves(domain: string): void {
  declared.delete(domain);
  clouds.declare([...declared]);
}

test.each(WAYS)(
  "a destroy of removed stacks that was killed in mid-apply, $how, leaves nothing behind",
  async ({ domain, resumes, waits }) => {
    expect(clouds.records(domain)).toHaveLength(3);
    leaves(domain);
    const destroy = ["destroy", "estate.yaml", "--orphans", "--yes", ...ALLOWED] as const;
    await clouds.killedInApply(domain, "DELETE", ...destroy);
    if (waits) await clouds.settled(domain);
    expect(await clouds.mailHygiene(...destroy, ...(resumes ? ["--resume", "latest"] : []))).toMatchObject({
      code: 0,
      err: expect.not.stringContaining("failed"),
    });
    expect(clouds.records(domain)).toEqual([]);
    expect(existsSync(join(clouds.out, "removed", `${domain}.json`))).toBe(false);
    expect(existsSync(join(clouds.out, "stacks", domain, "cdk.tf.json"))).toBe(false);
  },
  120_000,
);

test("of what they took away no plan speaks any more, and what stayed is as it was", async () => {
  const plan = await clouds.mailHygiene("plan", "estate.yaml", "--detailed-exitcode");
  expect([plan.code, plan.err]).toEqual([0, expect.not.stringMatching(/cut-\d|has left the estate/)]);
  expect(plan.out).toContain("2 stacks: 2 unchanged\n");
}, 60_000);

test("what was to be let go of is not destroyed by a resume that does not say so", async () => {
  const { mailHygiene, project } = clouds;
  leaves(ONE);
  const forget = ["destroy", "estate.yaml", "--orphans", "--yes", "--forget"] as const;
  const state = join(project, "states", `${ONE}.tfstate`);
  const held = readFileSync(state, "utf8");
  writeFileSync(state, held.replace(/"serial": \d+/, '"serial": "x"'));
  const failed = await mailHygiene(...forget);
  writeFileSync(state, held);
  expect([failed.code, failed.err]).toEqual([
    1,
    expect.stringMatching(/go on with: mail-hygiene destroy estate\.yaml --orphans --forget --resume \S+\n/),
  ]);
  const refused = await mailHygiene("destroy", "estate.yaml", "--orphans", "--yes", "--resume", "latest");
  expect([refused.code, refused.err]).toEqual([
    2,
    "mail-hygiene: --resume latest: that run was destroy --orphans --forget; resume it with the same options, and not as destroy --orphans\n",
  ]);
  expect(await mailHygiene(...forget, "--resume", "latest")).toMatchObject({ code: 0 });
  expect(clouds.records(ONE)).toHaveLength(3);
}, 120_000);
