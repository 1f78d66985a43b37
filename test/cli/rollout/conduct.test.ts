import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { RunFolder, savedPlans } from "../../../rollout/run-folder";
import { FAILING, record, stateOf, writeStack } from "../../rollout/support/stacks";
import { temporaryFolder } from "../../support/temp";
import { conducted, parseRun } from "./conducted";

const environment = { ...process.env };

/** Each test gets a home of its own: nothing of the user's configuration may play a part, or be touched. */
beforeEach(() => {
  process.env.HOME = temporaryFolder();
  for (const name of ["TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR", "TF_DATA_DIR", "TERRAFORM_BINARY_NAME"])
    delete process.env[name];
});
afterAll(() => {
  process.env = environment;
});

test("deploy applies all stacks though one fails, a second plan is empty, and destroy removes everything", async () => {
  const project = temporaryFolder();
  const good = ["contoso.com", "contoso.net"].map((name) =>
    writeStack(project, name, { Spf: record("v=spf1 -all") }),
  );
  const stacks = [...good, writeStack(project, "fabrikam.com", { Mx: FAILING })];

  const deployed = await conducted(project, "deploy", stacks);
  expect(deployed.code).toBe(1);
  expect(deployed.out).toBe(`STACK         ADD  CHANGE  REPLACE  DESTROY  IMPORT  FORGET
contoso.com   1    -       -        -        -       -
contoso.net   1    -       -        -        -       -
fabrikam.com  1    -       -        -        -       -
3 stacks of 3: 3 to add
3 stacks: 2 applied, 1 failed
`);
  const run = /^run: (.+)$/m.exec(deployed.err)?.[1] ?? "";
  expect(deployed.err).toContain(`
apply failed: fabrikam.com
  local-exec provisioner error
    terraform_data.Mx
    Error running command 'exit 3': exit status 3. Output:
  no change was completed
  log: ${run}/fabrikam.com/apply.log
`);
  expect(deployed.err).toContain(`go on with: mail-hygiene deploy estate.yaml --resume ${run}\n`);
  expect(stateOf(project, "contoso.net")).toEqual({ Spf: "v=spf1 -all" });

  const second = await conducted(project, "plan", good, { detailedExitcode: true, format: "json" });
  expect(second.code).toBe(0);
  const { stacks: records } = parseRun(second.out);
  expect(Object.values(records).map(({ status, seconds }) => [status, "init" in seconds])).toEqual([
    ["unchanged", false],
    ["unchanged", false],
  ]);

  const destroyed = await conducted(project, "destroy", stacks);
  expect(destroyed.code).toBe(0);
  expect(destroyed.out).toMatch(/\n3 stacks: 3 applied\n$/);
  expect(good.map(({ name }) => stateOf(project, name))).toEqual([{}, {}]);
});

test("--format json prints one object on stdout, which is run.json with the folder it is in", async () => {
  const project = temporaryFolder();
  const stack = writeStack(project, "contoso.com", {
    Spf: record("v=spf1 -all"),
    Dmarc: record("v=DMARC1; p=reject"),
  });
  const { code, out } = await conducted(project, "plan", [stack], { format: "json", detailedExitcode: true });
  expect(code).toBe(2);
  const { run, ...printed } = parseRun(out);
  expect(run).toMatch(/^cdktf\.out\/runs\/\d{8}T\d{6}Z-plan$/);
  expect(printed).toEqual(JSON.parse(readFileSync(join(project, run, "run.json"), "utf8")));
  expect(printed).toEqual({
    version: 1,
    command: "plan",
    estate: expect.stringMatching(/^[0-9a-f]{64}$/),
    terraform: { product: "terraform", version: expect.stringMatching(/^1\./) },
    startedAt: expect.stringMatching(/Z$/),
    resumedAt: [],
    endedAt: expect.stringMatching(/Z$/),
    exitCode: 2,
    parallel: 4,
    stacks: {
      "contoso.com": {
        status: "planned",
        config: expect.stringMatching(/^[0-9a-f]{64}$/),
        after: [],
        changes: { add: 2, change: 0, replace: 0, destroy: 0, import: 0, forget: 0 },
        saved: {
          plan: expect.stringMatching(/^[0-9a-f]{64}$/),
          json: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        lock: "",
        resources: { held: 0, planned: 2 },
        seconds: { init: expect.any(Number), plan: expect.any(Number) },
      },
    },
  });
});

test("a run folder is for its owner alone, and holds the plans in JSON for a later review", async () => {
  const project = temporaryFolder();
  const stack = writeStack(project, "contoso.com", { Spf: record("v=spf1 -all") });
  await conducted(project, "deploy", [stack]);
  const folder = RunFolder.latest(join(project, "cdktf.out"), "deploy");
  if (!folder) throw new Error("no run");
  const modes = readdirSync(folder.path, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => `${path} ${(statSync(join(folder.path, path)).mode & 0o777).toString(8)}`);
  expect(modes).toEqual([
    "contoso.com 700",
    "contoso.com/apply.log 600",
    "contoso.com/init.log 600",
    "contoso.com/plan.bin 600",
    "contoso.com/plan.json 600",
    "contoso.com/plan.log 600",
    "run.json 600",
  ]);
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(project, "cdktf.out", "runs", ".gitignore"), "utf8")).toBe("*\n");
  const [plan, ...none] = savedPlans(folder);
  expect(none).toEqual([]);
  expect([plan?.stack, plan?.record.status]).toEqual(["contoso.com", "applied"]);
  expect(JSON.parse(plan?.json ?? "").resource_changes[0].change.after.input).toBe("v=spf1 -all");
});

test("what looks up something that another stack makes is planned once that is there", async () => {
  const project = temporaryFolder();
  const zone = writeStack(project, "contoso.com", { Zone: record("contoso.com") });
  const remote = { backend: "local", config: { path: "../../../state/contoso.com.tfstate" } };
  const inside = writeStack(
    project,
    "a.contoso.com",
    { Spf: record("v=spf1 -all") },
    { data: { terraform_remote_state: { Zone: remote } } },
    [{ stack: "contoso.com", creates: "terraform_data" }],
  );
  const planned = await conducted(project, "plan", [inside, zone], { detailedExitcode: true });
  expect([planned.code, planned.out]).toEqual([
    2,
    `STACK        ADD  CHANGE  REPLACE  DESTROY  IMPORT  FORGET
contoso.com  1    -       -        -        -       -
1 stack of 2: 1 to add
1 stack can only be planned once these were applied: a.contoso.com
2 stacks: 1 with changes that are not applied, 1 not planned
`,
  ]);
  const deployed = await conducted(project, "deploy", [inside, zone]);
  expect([deployed.code, deployed.out.split("\n").at(-2)]).toEqual([0, "2 stacks: 2 applied"]);
  expect(stateOf(project, "a.contoso.com")).toEqual({ Spf: "v=spf1 -all" });
});

test("nothing at all is destroyed while a stack is among the chosen that holds something protected", async () => {
  const project = temporaryFolder();
  const stacks = [
    writeStack(project, "contoso.com", {
      Spf: record("v=spf1 -all"),
      Zone: record("contoso.com", { lifecycle: { prevent_destroy: true } }),
    }),
    writeStack(project, "contoso.net", { Spf: record("v=spf1 -all") }),
  ];
  await conducted(project, "deploy", stacks);
  const { code, err } = await conducted(project, "destroy", stacks);
  expect(code).toBe(1);
  expect(err).toContain("plan failed: contoso.com\n  Instance cannot be destroyed\n");
  expect(err).toContain(`
nothing was destroyed: protected from destruction (prevent_destroy) are
  contoso.com: terraform_data.Zone
either let them stay, out of Terraform's hands, and destroy the rest: --keep-protected
or leave the stack out: --domain '!(contoso.com)'
`);
  expect(Object.keys(stateOf(project, "contoso.com"))).toEqual(["Spf", "Zone"]);
  expect(Object.keys(stateOf(project, "contoso.net"))).toEqual(["Spf"]);
});

test("stacks that fail alike, but for their names, are told together", async () => {
  const project = temporaryFolder();
  const stacks = ["contoso.com", "contoso.net", "contoso.org"].map((name) =>
    writeStack(project, name, { Spf: record(`\${file("/nowhere/${name}.txt")}`) }),
  );
  const { code, err } = await conducted(project, "plan", stacks);
  expect(code).toBe(1);
  expect(err).toContain(
    "plan failed: contoso.com and 2 other stacks: contoso.net, contoso.org\n  Invalid function argument\n",
  );
});

/** The names of all files in a folder, not of those that links lead to: newer releases of Node go on behind a link. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesIn(join(folder, entry.name));
    return entry.isFile() ? [entry.name] : [];
  });
}

describe("a person in front of a terminal", () => {
  const answering = (answer: string | undefined, questions: string[]) => ({
    columns: () => 80,
    canRedraw: false,
    hasColour: false,
    ask: async (question: string) => {
      questions.push(question);
      return answer;
    },
  });

  test("is asked once, and only yes applies", async () => {
    const project = temporaryFolder();
    const stacks = [writeStack(project, "contoso.com", { Spf: record("v=spf1 -all") })];
    const questions: string[] = [];
    const declined = await conducted(project, "deploy", stacks, { yes: false }, answering("y", questions));
    expect([declined.code, stateOf(project, "contoso.com")]).toEqual([1, {}]);
    expect(declined.out).toContain("1 stack: 1 with changes that are not applied\n");
    const accepted = await conducted(project, "deploy", stacks, { yes: false }, answering("yes", questions));
    expect([accepted.code, stateOf(project, "contoso.com")]).toEqual([0, { Spf: "v=spf1 -all" }]);
    expect(questions).toEqual(Array(2).fill('Apply to 1 stack? Only "yes" applies: '));

    const kept = await conducted(project, "destroy", stacks, { yes: false }, answering("yes", questions));
    expect([kept.code, Object.keys(stateOf(project, "contoso.com"))]).toEqual([1, ["Spf"]]);
    const gone = await conducted(project, "destroy", stacks, { yes: false }, answering("1", questions));
    expect([gone.code, stateOf(project, "contoso.com")]).toEqual([0, {}]);
  });
});

describe("init", () => {
  test("finds provider m365 in one copy for all stacks, with one lock file, and leaves the user's home alone", async () => {
    const project = temporaryFolder();
    const m365 = { source: "cdktf-mail-hygiene/m365", version: "0.1.0" };
    const stacks = ["contoso.com", "contoso.net", "contoso.org"].map((name) => {
      const terraform = {
        required_providers: { m365 },
        backend: { local: { path: `../../../state/${name}.tfstate` } },
      };
      return writeStack(project, name, { Spf: record("v=spf1 -all") }, { terraform });
    });
    const { code, err } = await conducted(project, "plan", stacks);
    expect([code, err]).toEqual([0, expect.not.stringContaining("failed")]);
    const [first, ...others] = stacks.map(({ folder }) =>
      readFileSync(join(folder, ".terraform.lock.hcl"), "utf8"),
    );
    expect(first).toContain('provider "registry.terraform.io/cdktf-mail-hygiene/m365"');
    expect(others).toEqual([first, first]);
    // One to install from, one to run.
    expect(
      filesIn(join(project, "cdktf.out")).filter((name) => name.startsWith("terraform-provider-m365")),
    ).toHaveLength(2);
    expect(readdirSync(process.env.HOME ?? "", { recursive: true })).toEqual([]);

    // Packages that are gone are noticed: the stacks are initialized again.
    rmSync(join(project, "cdktf.out", "plugins"), { recursive: true });
    const again = await conducted(project, "plan", stacks, { format: "json" });
    expect(Object.values(parseRun(again.out).stacks).map(({ seconds }) => "init" in seconds)).toEqual([
      true,
      true,
      true,
    ]);
    expect(again.code).toBe(0);
  });

  test("of providers that cannot be had is tried once, and fails every stack that wants them", async () => {
    const project = temporaryFolder();
    process.env.TF_CLI_CONFIG_FILE = "offline.tfrc";
    writeFileSync(
      join(project, "offline.tfrc"),
      `provider_installation {\n  filesystem_mirror { path = "${project}/none" }\n}\n`,
    );
    const terraform = {
      required_providers: { cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" } },
    };
    const stacks = ["contoso.com", "contoso.net"].map((name) => writeStack(project, name, {}, { terraform }));
    const { code, err } = await conducted(project, "plan", stacks);
    expect(code).toBe(1);
    expect(err).toContain(
      "init failed: contoso.com and 1 other stack: contoso.net\n  Failed to query available provider packages\n",
    );
    const run = RunFolder.latest(join(project, "cdktf.out"), "plan")?.path ?? "";
    const logs = ["contoso.com", "contoso.net"].map((name) =>
      readFileSync(join(run, name, "init.log"), "utf8"),
    );
    expect(logs).toEqual([expect.stringContaining("Failed to query available provider packages"), logs[0]]);
  });
});

describe("before anything runs", () => {
  test("a Terraform that is missing is told with the version that serves", async () => {
    const project = temporaryFolder();
    process.env.TERRAFORM_BINARY_NAME = "./terraform-that-is-not-there";
    const stack = writeStack(project, "tenant-contoso", {}, { removed: [{ from: "azuread_group.Sspr" }] });
    await expect(conducted(project, "deploy", [stack])).rejects.toThrow(
      /terraform-that-is-not-there cannot be run: .*ENOENT; install Terraform or OpenTofu 1\.7 or newer, or name one with TERRAFORM_BINARY_NAME$/,
    );
    expect(existsSync(join(project, "cdktf.out", "runs"))).toBe(false);
  });

  test("one working folder for all stacks is refused", async () => {
    const project = temporaryFolder();
    process.env.TF_DATA_DIR = "/tmp/terraform-data";
    const stack = writeStack(project, "contoso.com", {});
    await expect(conducted(project, "plan", [stack])).rejects.toThrow(
      "TF_DATA_DIR is absolute: all stacks would share one working folder; unset it",
    );
  });
});
