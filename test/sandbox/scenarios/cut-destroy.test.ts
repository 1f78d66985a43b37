import { cutScenario, waysOn } from "./cut";

const KEPT = "contoso.com";
const ONE = "contoso.net";
const WAYS = waysOn("destroy");
const DOMAINS = [KEPT, ...WAYS.map(({ domain }) => domain)];
let clouds: Awaited<ReturnType<typeof cutScenario>>;

beforeAll(async () => {
  clouds = await cutScenario([...DOMAINS, ONE]);
  clouds.declare(DOMAINS);
  // Once for all: each test takes its own domain away.
  expect(await clouds.mailHygiene("deploy", "estate.yaml", "--yes")).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => clouds.close());

test.each(WAYS)(
  "a destroy that was killed in mid-apply, $how, ends as one that was not",
  async ({ domain, resumes, waits }) => {
    expect(clouds.records(domain)).toHaveLength(3);
    const destroy = ["destroy", "estate.yaml", "--yes"] as const;
    await clouds.killedInApply(domain, "DELETE", ...destroy, "-d", domain);
    if (waits) await clouds.settled(domain);
    const way = resumes ? ["--resume", "latest"] : ["-d", domain];
    expect(await clouds.mailHygiene(...destroy, ...way)).toMatchObject({
      code: 0,
      err: expect.not.stringContaining("failed"),
    });
    expect(clouds.records(domain)).toEqual([]);
    expect(clouds.records(KEPT)).toHaveLength(3);
  },
  120_000,
);

test("a run of reviewed plans that was killed is waited for by the next, which refuses what it applied", async () => {
  const { mailHygiene } = clouds;
  clouds.declare([KEPT, ONE]);
  const only = ["estate.yaml", "-d", ONE] as const;
  expect((await mailHygiene("plan", ...only)).code).toBe(0);
  const reviewed = ["deploy", "estate.yaml", "--yes", "--run", "latest"] as const;
  await clouds.killedInApply(ONE, "POST", ...reviewed);
  const again = await mailHygiene(...reviewed);
  expect([again.code, again.err]).toEqual([
    1,
    expect.stringContaining(`${ONE}: waits for the terraform apply of a run that was killed`),
  ]);
  expect(again.err).toContain("The plan is not applied: its state has changed since");
  expect(again.err).toContain("go on with: mail-hygiene plan estate.yaml, a review, and deploy --run; or, ");
  expect(clouds.records(ONE)).toHaveLength(3);
  expect((await mailHygiene("plan", "estate.yaml", "--detailed-exitcode")).code).toBe(0);
}, 120_000);
