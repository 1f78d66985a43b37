import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lockedProviders } from "../../../rollout/lock-file";
import type { RolloutStack } from "../../../rollout/stack";
import { record, stateOf, writeStack } from "../../rollout/support/stacks";
import { providerMirror } from "../../support/provider-mirror";
import { temporaryFolder } from "../../support/temp";
import { conducted } from "./conducted";

const environment = { ...process.env };
const RANGE = ">= 5.14.0, < 6.0.0";

beforeEach(() => {
  process.env.HOME = temporaryFolder();
  for (const name of ["TF_PLUGIN_CACHE_DIR", "TF_DATA_DIR", "TERRAFORM_BINARY_NAME"])
    delete process.env[name];
});
afterAll(() => {
  process.env = environment;
});

const STAND_IN = readFileSync(join(__dirname, "../../../dist/sandbox/terraform-provider-cloudflare"), "utf8");

/** From now on these are all the versions that there are. */
function published(...versions: readonly string[]): void {
  const program = { text: STAND_IN, comment: "//" };
  Object.assign(process.env, providerMirror({ "cloudflare/cloudflare": versions }, program));
}

/** A stack that requires the provider, and declares nothing of it. */
function stackIn(project: string, name: string, version: string): RolloutStack {
  const required_providers = { cloudflare: { source: "cloudflare/cloudflare", version } };
  const backend = { local: { path: `../../../state/${name}.tfstate` } };
  return writeStack(
    project,
    name,
    { Spf: record("v=spf1 -all") },
    { terraform: { required_providers, backend } },
  );
}

const lockOf = ({ folder }: RolloutStack) =>
  lockedProviders(readFileSync(join(folder, ".terraform.lock.hcl"), "utf8")).map(({ version }) => version);

const NEWER = (versions: string) =>
  `cloudflare/cloudflare ${versions} is newer than 5.14.0, the last version that this release was tried with; \`providers\` in the estate chooses others\n`;

test("the lock file decides: what is locked stays when newer versions come out, stacks at different ones run together, and newer ones are named once", async () => {
  const project = temporaryFolder();
  const stack = (name: string) => stackIn(project, name, RANGE);
  published("5.13.0", "5.14.0");
  const first = stack("contoso.com");
  const before = await conducted(project, "deploy", [first]);
  expect([before.code, lockOf(first)]).toEqual([0, ["5.14.0"]]);
  expect(before.err).not.toContain("is newer than");

  // On another machine, after a release.
  const elsewhere = temporaryFolder();
  published("5.14.0", "5.21.0", "5.22.0", "6.0.0");
  const later = stackIn(elsewhere, "contoso.net", RANGE);
  const deployed = await conducted(elsewhere, "deploy", [later]);
  expect([deployed.code, lockOf(later), stateOf(elsewhere, "contoso.net")]).toEqual([
    0,
    ["5.22.0"],
    { Spf: "v=spf1 -all" },
  ]);
  expect(deployed.err.split("is newer than")).toHaveLength(2);
  expect(deployed.err).toContain(NEWER("5.22.0"));

  // The first stays where it is; one that has no lock file gets what its neighbour has.
  const others = [stack("contoso.org"), stackIn(project, "fabrikam.com", "~> 5.21.0")];
  const all = await conducted(project, "deploy", [first, ...others]);
  expect([all.code, [first, ...others].map(lockOf)]).toEqual([0, [["5.14.0"], ["5.14.0"], ["5.21.0"]]]);
  expect(all.err).toContain(NEWER("5.21.0"));
  const again = await conducted(project, "plan", [first, ...others], { detailedExitcode: true });
  expect([again.code, again.err.split("is newer than").length]).toEqual([0, 2]);
  // Each version in a process of its own, which the stacks at it have together.
  expect(all.err + again.err).not.toContain("is not shared by the stacks");

  // Anew, because somebody says so.
  const upgraded = await conducted(project, "plan", [first, ...others], { upgrade: true });
  expect([upgraded.code, [first, ...others].map(lockOf)]).toEqual([0, [["5.22.0"], ["5.22.0"], ["5.21.0"]]]);
  expect(upgraded.err).toContain(NEWER("5.21.0 and 5.22.0"));
  const destroyed = await conducted(project, "destroy", [first, ...others]);
  expect([destroyed.code, destroyed.err]).toEqual([0, expect.not.stringContaining("is newer than")]);
});

test("a lock file from the days of an exact version serves the range as it is", async () => {
  const project = temporaryFolder();
  published("5.14.0", "5.22.0");
  await conducted(project, "deploy", [stackIn(project, "contoso.com", "5.14.0")]);
  const stack = stackIn(project, "contoso.com", RANGE);
  const { code, err } = await conducted(project, "plan", [stack], { detailedExitcode: true });
  expect([code, lockOf(stack), err]).toEqual([0, ["5.14.0"], expect.not.stringContaining("is newer than")]);
});

test("a lock file behind what the estate asks for is told once, with the way on, and binds no other stack", async () => {
  const project = temporaryFolder();
  published("5.14.0", "5.20.0");
  const names = ["contoso.com", "contoso.net"];
  await conducted(
    project,
    "deploy",
    names.map((name) => stackIn(project, name, "5.14.0")),
  );
  const stacks = names.map((name) => stackIn(project, name, "~> 5.20"));
  const fresh = stackIn(project, "contoso.org", "~> 5.20");
  const failed = await conducted(project, "plan", [...stacks, fresh]);
  expect([failed.code, lockOf(fresh)]).toEqual([1, ["5.20.0"]]);
  expect(failed.err).toContain(`init failed: contoso.com and 1 other stack: contoso.net
  cloudflare/cloudflare is locked at 5.14.0, which ~> 5.20 does not allow; run with --upgrade, which chooses versions anew
`);
  const upgraded = await conducted(project, "plan", [...stacks, fresh], { upgrade: true });
  expect([upgraded.code, [...stacks, fresh].map(lockOf)]).toEqual([0, [["5.20.0"], ["5.20.0"], ["5.20.0"]]]);
});
