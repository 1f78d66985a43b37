import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { EarlierRuns } from "../../../rollout/lost-state";
import { RunFolder } from "../../../rollout/run-folder";
import { FAILING, gated, record, stateOf, writeStack } from "../../rollout/support/stacks";
import { fill, smallDisk } from "../../support/small-disk";
import { temporaryFolder } from "../../support/temp";
import { conducted, parseRun } from "./conducted";

const environment = { ...process.env };

beforeEach(() => {
  process.env.HOME = temporaryFolder();
  for (const name of ["TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR", "TF_DATA_DIR", "TERRAFORM_BINARY_NAME"])
    delete process.env[name];
});
afterAll(() => {
  process.env = environment;
});

const SPF = { Spf: record("v=spf1 -all") };
const NAME = "contoso.com";

/** Where a state is kept, by HTTP; it may refuse to take one. */
class StateServer {
  state: string | undefined;
  refuses = false;
  private readonly server = createServer(async (request, response) => {
    const body = await text(request);
    if (request.method === "POST" && this.refuses) response.writeHead(403);
    else if (request.method === "POST") this.state = body;
    else response.writeHead(this.state === undefined ? 404 : 200);
    response.end(request.method === "GET" ? this.state : undefined);
  });

  async backend(): Promise<object> {
    await once(this.server.listen(0, "127.0.0.1"), "listening");
    const { port } = this.server.address() as AddressInfo;
    return { terraform: { backend: { http: { address: `http://127.0.0.1:${port}/state`, retry_max: 0 } } } };
  }

  get resources(): readonly string[] {
    const state: { readonly resources: readonly { readonly name: string }[] } = JSON.parse(
      this.state ?? "{}",
    );
    return (state.resources ?? []).map(({ name }) => name).sort();
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

async function isEmptyPlan(project: string, stacks: readonly ReturnType<typeof writeStack>[]) {
  const { code } = await conducted(project, "plan", stacks, { detailedExitcode: true });
  return code === 0;
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (let left = 1000; !holds(); left--) {
    if (left === 0) throw new Error(`it never came that ${what}`);
    await sleep(20);
  }
}

describe("what is planned is what was synthesized, what is applied is what was planned", () => {
  test("a stack that another program writes while it is planned fails, is told, and the others go on", async () => {
    const project = temporaryFolder();
    const stacks = [writeStack(project, NAME, SPF), writeStack(project, "contoso.net", SPF)];
    // Terraform reads its own configuration, and before that it is another's.
    const [first] = stacks;
    if (!first) throw new Error("no stack");
    const meddler = join(project, "terraform");
    const real = spawnSync("sh", ["-c", "command -v terraform"], { encoding: "utf8" }).stdout.trim();
    writeFileSync(
      meddler,
      `#!/bin/sh\nif [ "$1" = plan ] && [ "$PWD" = "${first.folder}" ]; then echo '{"output":{"x":{"value":"of another"}}}' > cdk.tf.json; fi\nexec ${real} "$@"\n`,
      { mode: 0o755 },
    );
    process.env.TERRAFORM_BINARY_NAME = meddler;
    const { code, out, err } = await conducted(project, "deploy", stacks);
    expect([code, /^2 stacks: .*$/m.exec(out)?.[0]]).toEqual([1, "2 stacks: 1 applied, 1 failed"]);
    expect(err).toContain(
      `plan failed: contoso.com\n  cdk.tf.json changed since this run synthesized the stack: another program wrote there\n  nothing of its plan was applied\n`,
    );
    expect(err).toContain("go on with --resume, which plans the stack anew");
    expect([stateOf(project, NAME), stateOf(project, "contoso.net")]).toEqual([{}, { Spf: "v=spf1 -all" }]);
  });

  test.each<[string, (folder: string, run: string) => void, string]>([
    [
      "a synth between plan and yes",
      (folder) => writeFileSync(join(folder, "cdk.tf.json"), '{"output":{"x":{"value":1}}}'),
      "cdk.tf.json changed since this run planned the stack: another program wrote there",
    ],
    [
      "an init between plan and yes",
      (folder) => writeFileSync(join(folder, ".terraform.lock.hcl"), "# chosen anew\n"),
      ".terraform.lock.hcl changed since this run planned the stack: another program wrote there",
    ],
    [
      "another plan in the place of the reviewed one",
      (_, run) => writeFileSync(run, "PK"),
      "plan.bin is not the one that was planned",
    ],
  ])("%s is not applied", async (_, meddle, told) => {
    const project = temporaryFolder();
    const stack = writeStack(project, NAME, SPF);
    const { code, err } = await conducted(
      project,
      "deploy",
      [stack],
      { yes: false },
      {
        canRedraw: false,
        hasColour: false,
        columns: () => 80,
        async ask() {
          const run = RunFolder.latest(join(project, "cdktf.out"), "deploy");
          meddle(stack.folder, run?.filesOf(NAME).plan ?? "");
          return "yes";
        },
      },
    );
    expect(code).toBe(1);
    expect(err).toContain(`apply failed: ${NAME}\n  ${told}\n  nothing of its plan was applied\n`);
    expect(stateOf(project, NAME)).toEqual({});
  });
});

describe("a state that Terraform could not save", () => {
  let server: StateServer;
  beforeEach(() => {
    server = new StateServer();
  });
  afterEach(() => server.close());

  /** Deploys a stack whose state becomes unwritable once the apply runs. */
  async function errored(project: string) {
    const gate = join(project, "gate");
    const stack = writeStack(project, NAME, { ...SPF, Dmarc: gated(gate) }, await server.backend());
    const deploy = conducted(project, "deploy", [stack]);
    await until("the apply runs", () => existsSync(`${gate}.begun`));
    server.refuses = true;
    writeFileSync(`${gate}.open`, "");
    const ended = await deploy;
    server.refuses = false;
    return { stack, ended };
  }

  test("is told, is pushed by --resume, and nothing is made a second time", async () => {
    const project = temporaryFolder();
    const { stack, ended } = await errored(project);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(
      `  2 changes were completed; Terraform could not save the state, and left it as errored.tfstate in ${stack.folder}\n` +
        "  fix: make sure that the state can be written (room on the disk, permissions), and go on with --resume, which pushes errored.tfstate first\n",
    );

    const planned = await conducted(project, "plan", [stack]);
    expect(planned.code).toBe(1);
    expect(planned.err).toContain("errored.tfstate holds what an earlier apply made and could not save");

    const resumed = await conducted(project, "deploy", [stack], { resume: "latest", format: "json" });
    expect(resumed.code).toBe(0);
    const run = parseRun(resumed.out);
    expect(run.stacks[NAME]).toMatchObject({ status: "unchanged", resources: { held: 2, planned: 2 } });
    expect(server.resources).toEqual(["Dmarc", "Spf"]);
    expect(existsSync(join(stack.folder, "errored.tfstate"))).toBe(false);
    expect(statSync(join(project, run.run, NAME, "errored.tfstate")).mode & 0o077).toBe(0);
    expect(await isEmptyPlan(project, [stack])).toBe(true);
  });

  test("is refused where the state went another way since, with both named", async () => {
    const project = temporaryFolder();
    const { stack } = await errored(project);
    const errorFile = join(stack.folder, "errored.tfstate");
    const other = { ...JSON.parse(readFileSync(errorFile, "utf8")), serial: 99 };
    server.state = JSON.stringify(other);
    const { code, err } = await conducted(project, "deploy", [stack], { resume: "latest" });
    expect(code).toBe(1);
    expect(err).toContain("and Terraform does not take it: ");
    expect(err).toContain("  fix: compare it with terraform state pull; then in ");
    expect(existsSync(errorFile)).toBe(true);
  });

  test("and that is cut off is told, and stops the stack", async () => {
    const project = temporaryFolder();
    const { stack } = await errored(project);
    truncateSync(join(stack.folder, "errored.tfstate"), 100);
    const { code, err } = await conducted(project, "deploy", [stack], { resume: "latest" });
    expect(code).toBe(1);
    expect(err).toContain(
      "errored.tfstate is cut off after 100 bytes: what an earlier apply made is in no state",
    );
  });
});

describe("a state that is gone", () => {
  test("stops a deploy that would publish a second time, and a destroy that would leave all; --empty-state lets them", async () => {
    const project = temporaryFolder();
    const stack = writeStack(project, NAME, SPF);
    expect((await conducted(project, "deploy", [stack])).code).toBe(0);
    expect(new EarlierRuns(join(project, "cdktf.out")).latestOf(NAME)?.resources).toBe(1);
    rmSync(join(project, "state", `${NAME}.tfstate`));
    for (const command of ["plan", "deploy", "destroy"] as const) {
      const { code, err } = await conducted(project, command, [stack]);
      expect([command, code]).toEqual([command, 1]);
      expect(err).toMatch(
        /its state is empty, and the run \d{8}T\d{6}Z-deploy left 1 of its resources in it: what they published would be published a second time/,
      );
      expect(stateOf(project, NAME)).toEqual({});
    }
    const { code } = await conducted(project, "deploy", [stack], { emptyState: ["contoso.*"] });
    expect(code).toBe(0);
    expect(await isEmptyPlan(project, [stack])).toBe(true);
    expect((await conducted(project, "destroy", [stack])).code).toBe(0);
    // What was destroyed may be made again.
    expect((await conducted(project, "deploy", [stack])).code).toBe(0);
  });

  test("is noticed too where the apply had failed half-way, by the run itself and by another", async () => {
    const project = temporaryFolder();
    const stack = writeStack(project, NAME, {
      ...SPF,
      Mx: { ...FAILING, depends_on: ["terraform_data.Spf"] },
    });
    const failed = await conducted(project, "deploy", [stack]);
    expect(failed.err).toContain("  1 change was completed before, and the state has it\n");
    rmSync(join(project, "state", `${NAME}.tfstate`));
    for (const resume of ["latest", undefined]) {
      const { err } = await conducted(project, "deploy", [stack], resume === undefined ? {} : { resume });
      expect(err).toContain("left 1 of its resources in it");
    }
  });
});

describe("a working folder that is broken", () => {
  test.each<[string, (folder: string) => void]>([
    [
      "what Terraform remembers of the backend, cut off",
      (at) => truncateSync(join(at, "terraform.tfstate"), 20),
    ],
    ["the same, empty", (at) => truncateSync(join(at, "terraform.tfstate"), 0)],
    [
      "modules, cut off",
      (at) => {
        mkdirSync(join(at, "modules"));
        writeFileSync(join(at, "modules", "modules.json"), '{"Mod');
      },
    ],
    [
      "a file in its place",
      (at) => {
        rmSync(at, { recursive: true });
        writeFileSync(at, "");
      },
    ],
    ["nothing", (at) => rmSync(at, { recursive: true })],
  ])("%s, is built anew", async (_, damage) => {
    const project = temporaryFolder();
    const stack = writeStack(project, NAME, SPF);
    expect((await conducted(project, "deploy", [stack])).code).toBe(0);
    damage(join(stack.folder, ".terraform"));
    expect(await isEmptyPlan(project, [stack])).toBe(true);
  });
});

describe("a disk that is full", () => {
  const disk = smallDisk(40);
  const onDisk = disk ? test : test.skip;
  afterAll(() => disk?.close());

  onDisk("in mid-apply: each stack's condition is told, resume pushes what could not be saved", async () => {
    const project = join(disk?.folder ?? "", "apply");
    mkdirSync(project);
    const gates = ["a", "b"].map((gate) => join(temporaryFolder(), gate));
    const stacks = gates.map((gate, place) =>
      writeStack(project, `${"ab"[place]}.contoso.com`, { ...SPF, Dmarc: gated(gate) }),
    );
    stacks.push(writeStack(project, "c.contoso.com", SPF));
    const deploy = conducted(project, "deploy", stacks, { parallel: 2 });
    await until("both apply", () => gates.every((gate) => existsSync(`${gate}.begun`)));
    const filler = fill(project);
    for (const gate of gates) writeFileSync(`${gate}.open`, "");
    const { code, out, err } = await deploy;
    expect(code).toBe(1);
    // Which of them the disk still had room for, nobody knows beforehand.
    expect(out).toMatch(/^3 stacks: .*[1-3] failed$/m);
    expect(err).toMatch(
      /only 0\.\d MB are free on the disk of .*; an apply needs 16, so that no state is lost/,
    );
    rmSync(filler);

    const resumed = await conducted(project, "deploy", stacks, { resume: "latest" });
    expect([resumed.code, resumed.err]).toEqual([0, expect.not.stringContaining("failed")]);
    expect(await isEmptyPlan(project, stacks)).toBe(true);
    expect(stacks.map(({ name }) => Object.keys(stateOf(project, name)).sort())).toEqual([
      ["Dmarc", "Spf"],
      ["Dmarc", "Spf"],
      ["Spf"],
    ]);
  });

  onDisk("before it begins: nothing is begun, and the reason is told", async () => {
    const project = join(disk?.folder ?? "", "full");
    mkdirSync(project);
    const stack = writeStack(project, NAME, SPF);
    const filler = fill(project);
    await expect(conducted(project, "deploy", [stack])).rejects.toThrow(
      /no space is left on the disk; make room/,
    );
    rmSync(filler);
    expect((await conducted(project, "deploy", [stack])).code).toBe(0);
  });

  onDisk("at plan: told, and the next run goes through", async () => {
    const project = join(disk?.folder ?? "", "plan");
    mkdirSync(project);
    const stack = writeStack(project, NAME, SPF);
    const real = spawnSync("sh", ["-c", "command -v terraform"], { encoding: "utf8" }).stdout.trim();
    const filling = join(temporaryFolder(), "terraform");
    writeFileSync(
      filling,
      `#!/bin/sh\nif [ "$1" = init ]; then dd if=/dev/zero of=${project}/filler bs=4k 2>/dev/null; fi\nexec ${real} "$@"\n`,
      { mode: 0o755 },
    );
    process.env.TERRAFORM_BINARY_NAME = filling;
    const { code, out, err } = await conducted(project, "deploy", [stack]);
    expect([code, out]).toEqual([1, "1 stack: 1 failed\n"]);
    expect(err).toContain("only 0.0 MB are free on the disk of");
    delete process.env.TERRAFORM_BINARY_NAME;
    rmSync(join(project, "filler"));
    expect((await conducted(project, "deploy", [stack], { resume: "latest" })).code).toBe(0);
    expect(await isEmptyPlan(project, [stack])).toBe(true);
  });
});
