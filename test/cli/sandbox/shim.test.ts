import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findExecutable } from "../../../cli/sandbox/executable";
import { terraformShim } from "../../../cli/sandbox/shim";
import { temporaryFolder } from "../../support/temp";
import { filesIn } from "../command";

const root = realpathSync(temporaryFolder());
const work = join(root, "it's work");
const mirror = join(root, "it's providers");
const shim = join(root, "terraform");
const terraform = findExecutable("terraform", process.env.PATH, root);

function run(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
  const { status, stdout, stderr } = spawnSync(shim, args, { cwd: folder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`terraform ${args.join(" ")}: ${stdout}${stderr}`);
  return stdout;
}

function project(name: string, backend: object) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  const resource = { terraform_data: { Spf: { input: "v=spf1 -all" } } };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ terraform: backend, resource }));
  return folder;
}

beforeAll(() => {
  mkdirSync(work);
  writeFileSync(shim, terraformShim(terraform ?? "", work, mirror));
  chmodSync(shim, 0o755);
});

describe("the terraform of a sandbox", () => {
  test.each<[string, object]>([
    ["on this machine", { backend: { local: { path: "../contoso.com.tfstate" } } }],
    [
      "in a blob",
      {
        backend: {
          azurerm: { storage_account_name: "stcontoso", container_name: "mail", key: "contoso.com.tfstate" },
        },
      },
    ],
    ["in HCP Terraform", { cloud: { organization: "contoso", workspaces: { name: "contoso_com" } } }],
  ])("state that belongs %s is kept in the sandbox, and the folder stays as it was", (where, backend) => {
    const folder = project(where.replaceAll(" ", "-"), backend);
    writeFileSync(join(folder, ".terraform.lock.hcl"), "# the real providers\n");
    writeFileSync(join(folder, "terraform.tfstate"), "the real state");
    const before = filesIn(folder);
    run(folder, "init", "-input=false");
    run(folder, "plan", "-out=plan");
    run(root, `-chdir=${folder}`, "apply", "plan");
    expect(run(folder, "plan", "-detailed-exitcode")).toContain("No changes");
    expect(filesIn(folder)).toEqual(before);
    expect(readFileSync(join(work, folder, "terraform.tfstate"), "utf8")).toContain("v=spf1 -all");
  });

  test("it sees files that come, and those that go", () => {
    const folder = project("comes-and-goes", {});
    run(folder, "init");
    writeFileSync(
      join(folder, "output.tf.json"),
      JSON.stringify({ output: { spf: { value: "v=spf1 ~all" } } }),
    );
    expect(run(folder, "plan")).toContain("v=spf1 ~all");
    rmSync(join(folder, "output.tf.json"));
    expect(run(folder, "plan")).not.toContain("v=spf1 ~all");
  });

  test("a folder below one that it ran in before stays as it was, and is seen from above as ever", () => {
    const folder = project("above", { required_version: ">= 1.7" });
    const below = project("above/envs/live", {});
    writeFileSync(join(folder, "envs", "common.txt"), "v=spf1 -all");
    const output = { output: { common: { value: '${file("envs/common.txt")}' } } };
    writeFileSync(join(folder, "output.tf.json"), JSON.stringify(output));
    const before = filesIn(folder);
    run(folder, "init");
    run(below, "init");
    run(below, "apply", "-auto-approve");
    expect(filesIn(folder)).toEqual(before);
    expect(existsSync(join(work, below, "terraform.tfstate"))).toBe(true);
    expect(run(folder, "plan")).toContain("v=spf1 -all");
  });

  test("in the sandbox's own folders it works where it is called", () => {
    const folder = join(work, "out", "stacks", "contoso.com");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ output: { spf: { value: "v=spf1 -all" } } }));
    run(folder, "init");
    run(folder, "apply", "-auto-approve");
    expect(existsSync(join(folder, "terraform.tfstate"))).toBe(true);
  });

  test("checksums of providers are those of the sandbox's packages, not of the registry's", () => {
    const folder = project("locks", {});
    const printer = join(root, "printer");
    writeFileSync(printer, terraformShim("/bin/echo", work, mirror));
    const { stdout } = spawnSync("sh", [printer, "providers", "lock", "-platform=linux_amd64"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout).toBe(`providers lock -fs-mirror=${mirror} -platform=linux_amd64\n`);
  });

  test("questions about Terraform itself make no shadow", () => {
    const folder = project("version", {});
    expect(JSON.parse(run(folder, "version", "-json"))).toHaveProperty("terraform_version");
    expect(existsSync(join(work, folder))).toBe(false);
  });
});
