import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from "node:fs";
import { dirname, join } from "node:path";
import { requireOwnFolder } from "../../../cli/own-folder";
import { ESTATE, filesIn, folderWith, mailHygiene, write } from "../command";

/* Output folders that somebody else has laid out, as in a repository that was cloned. */

const RUN = "out/runs/20261126T114203Z-plan";

/** A folder with an estate and, elsewhere, files that nobody may touch. */
function cloned(): string {
  return folderWith({ "e.yaml": ESTATE, "elsewhere/file": "untouched", "out/manifest.json": "{}" });
}

function link(at: string, path: string, target: string): void {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  symlinkSync(target, join(at, path));
}

function pipe(at: string, path: string): void {
  mkdirSync(dirname(join(at, path)), { recursive: true });
  execFileSync("mkfifo", [join(at, path)]);
}

const LAID: readonly (readonly [string, string, string])[] = [
  ["a configuration", "out/stacks/contoso.com/cdk.tf.json", "../../../elsewhere/file"],
  ["a configuration that would be made", "out/stacks/contoso.com/cdk.tf.json", "../../../elsewhere/new"],
  ["a stack's folder", "out/stacks/contoso.com", "../../elsewhere"],
  ["all stacks", "out/stacks", "../elsewhere"],
  ["all runs", "out/runs", "../elsewhere"],
  ["one run", RUN, "../../elsewhere"],
  ["the list of runs that git leaves out", "out/runs/.gitignore", "../../elsewhere/file"],
  ["the run's record as it is written", `${RUN}/run.json.new`, "../../../elsewhere/file"],
  ["removed stacks", "out/removed", "../elsewhere"],
  ["a removed stack", "out/removed/old.example.json", "../../elsewhere/file"],
  ["the AWS CDK's part", "out/aws", "../elsewhere"],
  ["a template", "out/aws/contoso.com.template.json", "../../elsewhere/file"],
  ["packages of providers", "out/plugins/packages", "../../elsewhere"],
  ["a provider's folder", "out/stacks/contoso.com/terraform.d/plugins", "../../../../elsewhere"],
  ["Terraform's folder", "out/stacks/contoso.com/.terraform", "../../../elsewhere"],
  ["the dependency lock", "out/stacks/contoso.com/.terraform.lock.hcl", "../../../elsewhere/file"],
  ["a state to be recovered", "out/stacks/contoso.com/errored.tfstate", "../../../elsewhere/file"],
  ["the lock", "out/mail-hygiene.lock", "../elsewhere/file"],
  ["the cache", "out/mail-hygiene.cache.json", "/dev/zero"],
  ["the cache as it is written", "out/mail-hygiene.cache.json.new", "../elsewhere/new"],
  ["the cache of entries as it is written", "out/mail-hygiene.entries.json.new", "../elsewhere/file"],
];

test.each(LAID)(
  "%s that is a link out of the folder: nothing is read, nor written, there or here",
  async (_, path, target) => {
    const at = cloned();
    link(at, path, target);
    const before = readdirSync(join(at, "out"), { recursive: true });
    for (const command of [["synth"], ["plan"], ["deploy", "--yes"], ["destroy", "--yes"]]) {
      const { code, out, err } = await mailHygiene(at, ...command, "e.yaml", "--out", "out");
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain(`${join(at, path)}: a link that leads out of it`);
    }
    expect(filesIn(join(at, "elsewhere"))).toEqual({ file: "untouched" });
    expect(readdirSync(join(at, "out"), { recursive: true })).toEqual(before);
  },
);

test("what leads out by two links, the second where nobody looks, leads out", () => {
  const at = cloned();
  link(at, "out/mail-hygiene.cache.json.new", "deep/second");
  link(at, "out/deep/second", "../../elsewhere/new");
  expect(() => requireOwnFolder(join(at, "out"))).toThrow(
    "mail-hygiene.cache.json.new: a link that leads out",
  );
});

test.each(["out/mail-hygiene.lock", "out/mail-hygiene.cache.json", "out/stacks/contoso.com/cdk.tf.json"])(
  "a pipe at %s is refused before it is opened",
  async (path) => {
    const at = cloned();
    pipe(at, path);
    const { code, err } = await mailHygiene(at, "synth", "e.yaml", "--out", "out");
    expect([code, err]).toEqual([
      1,
      expect.stringContaining(`${join(at, path)}: a pipe, a socket or a device`),
    ]);
  },
);

test("all that is wrong is told at once, ten of it by name", () => {
  const at = cloned();
  for (let place = 0; place < 14; place++) link(at, `out/removed/d${place}.example.json`, "/dev/null");
  expect(() => requireOwnFolder(join(at, "out"))).toThrow(/(?:leads out of it; .*){10}and 4 more/);
});

test("links inside the folder, links of others' in it, and a folder that is a link itself, stay", async () => {
  const at = cloned();
  mkdirSync(join(at, "out/plugins/packages/a"), { recursive: true });
  link(at, "out/stacks/contoso.com/terraform.d/plugins/a", "../../../../plugins/packages/a");
  link(at, "out/notes", "../elsewhere");
  // Terraform links packages from a cache of its user's so.
  link(at, "out/stacks/contoso.com/.terraform/providers/host/a/b/1.0.0/linux_amd64", join(at, "elsewhere"));
  link(at, "named", "out");
  expect(await mailHygiene(at, "synth", "e.yaml", "--out", "named")).toMatchObject({ code: 0 });
  expect(existsSync(join(at, "out/stacks/contoso.com/cdk.tf.json"))).toBe(true);
});

test("a sandbox's shadow may link to the folder that it stands for, and no further", () => {
  const at = folderWith({ "real/stacks/a/cdk.tf.json": "{}", "elsewhere/file": "untouched" });
  link(at, "shadow/stacks/a/cdk.tf.json", join(at, "real/stacks/a/cdk.tf.json"));
  const [shadow, real] = [join(at, "shadow"), join(at, "real")];
  expect(() => requireOwnFolder(shadow)).toThrow("leads out");
  expect(() => requireOwnFolder(shadow, real)).not.toThrow();
  link(at, "real/stacks/a/.terraform.lock.hcl", join(at, "elsewhere/file"));
  link(at, "shadow/stacks/a/.terraform.lock.hcl", join(at, "real/stacks/a/.terraform.lock.hcl"));
  expect(() => requireOwnFolder(shadow, real)).toThrow("leads out");
});

describe("the folder of a run that is gone on with", () => {
  const record = {
    version: 1,
    command: "plan",
    estate: "",
    terraform: { product: "terraform", version: "1.11.4" },
    startedAt: "2026-11-26T11:42:03Z",
    resumedAt: [],
    parallel: 1,
    stacks: { "contoso.com": { status: "planned", config: "", after: [], seconds: {} } },
  };
  const deploy = (at: string, ...how: string[]) =>
    mailHygiene(at, "deploy", "e.yaml", "--out", "out", "--yes", ...how);

  test.each([
    ["the log of an apply", "contoso.com/apply.log", "../../../../elsewhere/file"],
    ["a plan without an end", "contoso.com/plan.json", "/dev/zero"],
    ["a stack's folder", "contoso.com", "../../../elsewhere"],
  ])("%s that is a link is refused", async (_, path, target) => {
    const at = cloned();
    for (const [command, how] of [
      ["plan", ["--run", "latest"]],
      ["deploy", ["--resume", "latest"]],
    ] as const) {
      const run = RUN.replace(/plan$/, command);
      write(at, `${run}/run.json`, JSON.stringify({ ...record, command }));
      link(at, `${run}/${path}`, target);
      const { code, err } = await deploy(at, ...how);
      expect([code, err]).toEqual([
        1,
        expect.stringContaining(`${join(at, run, path)}: a link that leads out of it`),
      ]);
    }
    expect(readFileSync(join(at, "elsewhere/file"), "utf8")).toBe("untouched");
  });

  test("a record that is a pipe, or of a size that none has, ends at once", async () => {
    const at = cloned();
    pipe(at, "elsewhere/run/run.json");
    expect(await deploy(at, "--run", "elsewhere/run")).toMatchObject({
      code: 1,
      err: expect.stringContaining("run.json: a pipe"),
    });
    write(at, "elsewhere/big/run.json", "");
    truncateSync(join(at, "elsewhere/big/run.json"), 8_200_000_000);
    expect(await deploy(at, "--run", "elsewhere/big")).toMatchObject({
      code: 1,
      err: expect.stringContaining("big/run.json: 8200000000 octets, more than the 67108864 that are read"),
    });
  });
});
