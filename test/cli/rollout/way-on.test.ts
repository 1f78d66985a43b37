import type { RolloutOptions } from "../../../cli/rollout/options";
import { runToResume } from "../../../cli/rollout/run-to-resume";
import { wayOn } from "../../../cli/rollout/way-on";
import { newRecord } from "../../../rollout/run-book";
import { RunFolder } from "../../../rollout/run-folder";
import type { Ends } from "../../../rollout/run-record";
import { temporaryFolder } from "../../support/temp";

const OPTIONS: RolloutOptions = {
  out: "/estate/cdktf.out",
  cache: true,
  parallel: 1,
  format: "table",
  lockTimeout: "2m",
  gateway: true,
  apiBudget: 1200,
};
const path = "cdktf.out/runs/20261128T030000Z-destroy";

test.each<[options: Partial<RolloutOptions>, told: string]>([
  [{}, ""],
  [{ keepProtected: true }, " --keep-protected"],
  [{ orphans: true }, " --orphans"],
  [
    { orphans: true, forget: true, base: "earlier estate.yaml" },
    " --orphans --forget --base 'earlier estate.yaml'",
  ],
  [{ namedOut: "out" }, " --out out"],
])("the command that goes on with a destroy says what it lets go of, and where: %j", (options, told) => {
  const ended = {
    command: "destroy",
    estate: "my estate.yaml",
    options: { ...OPTIONS, ...options },
    isReviewed: false,
    path,
  } as const;
  expect(wayOn(ended)).toBe(`go on with: mail-hygiene destroy 'my estate.yaml'${told} --resume ${path}\n`);
});

test("after plans that were reviewed it leads through another review", () => {
  expect(wayOn({ command: "deploy", estate: "estate.yaml", options: OPTIONS, isReviewed: true, path })).toBe(
    `go on with: mail-hygiene plan estate.yaml, a review, and deploy --run; or, with plans that nobody has reviewed: mail-hygiene deploy estate.yaml --resume ${path}\n`,
  );
});

describe("a destroy goes on as it began:", () => {
  const startedAt = "2026-11-28T03:00:00.000Z";
  const terraform = { product: "terraform", version: "1.11.4" } as const;
  const resumed = (ends: Ends, options: Partial<RolloutOptions>) => {
    const out = temporaryFolder();
    const folder = RunFolder.create(out, "destroy", startedAt);
    folder.write({
      ...newRecord({ command: "destroy", stacks: [], terraform, parallel: 1, startedAt }),
      ends,
    });
    return runToResume("destroy", "latest", { ...OPTIONS, ...options, out }, out).record.ends;
  };

  test.each<[ends: Ends, options: Partial<RolloutOptions>, words: string]>([
    [
      { orphans: true, release: "all" },
      { orphans: true },
      "destroy --orphans --forget; resume it with the same options, and not as destroy --orphans",
    ],
    [
      { orphans: true, release: "nothing" },
      {},
      "destroy --orphans; resume it with the same options, and not as destroy",
    ],
    [
      { orphans: false, release: "protected" },
      {},
      "destroy --keep-protected; resume it with the same options, and not as destroy",
    ],
  ])("%j is not resumed with %j", (ends, options, words) => {
    expect(() => resumed(ends, options)).toThrow(`--resume latest: that run was ${words}`);
  });

  test("with the same options it is", () => {
    const ends = { orphans: true, release: "all" } as const;
    expect(resumed(ends, { orphans: true, forget: true })).toEqual(ends);
  });
});
