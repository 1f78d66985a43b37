import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok } from "../../../lib/fault";
import type { Ending } from "../../../rollout/removed/ending";
import { endingStep } from "../../../rollout/removed/ending-step";
import { RunFolder } from "../../../rollout/run-folder";
import type { RunTerraform } from "../../../rollout/terraform-process";
import { temporaryFolder } from "../../support/temp";
import { writeStack } from "../support/stacks";

const BARE = { terraform: {}, provider: { azuread: [{}] } };
const group = (name: string) => ({
  mode: "managed",
  type: "azuread_group",
  name,
  provider: 'provider["registry.terraform.io/hashicorp/azuread"]',
  instances: [{ attributes: { display_name: `sg-${name.toLowerCase()}` } }],
});
const STATE = JSON.stringify({ version: 4, resources: [group("BreakGlass"), group("Pilot")] });

/** What a stack with an ending is planned by, after Terraform gave a state. */
async function ended(
  ending: Partial<Ending>,
  { state = STATE, code = 0, log = "" }: { state?: string; code?: number; log?: string } = {},
) {
  const project = temporaryFolder();
  const stack = writeStack(project, "tenant-contoso", {});
  const folder = RunFolder.create(project, "destroy", "2026-11-26T03:00:00.000Z");
  const terraform: RunTerraform = async ({ args, log: to, stdout }) => {
    expect(args).toEqual(["state", "pull"]);
    writeFileSync(to, log);
    if (stdout !== undefined) writeFileSync(stdout, state);
    return code;
  };
  const noted: string[] = [];
  const step = endingStep({
    terraform,
    folder,
    endings: new Map([
      [
        stack.name,
        {
          configure: async () => ok(BARE),
          protects: ({ address }) => address.endsWith("BreakGlass"),
          release: "nothing",
          ...ending,
        },
      ],
    ]),
    note: ({ name }) => noted.push(name),
  });
  const file = join(stack.folder, "cdk.tf.json");
  const before = readFileSync(file, "utf8");
  const failure = await step(stack);
  const text = readFileSync(file, "utf8");
  // A state may hold secrets: it does not stay.
  expect(existsSync(folder.filesOf(stack.name).pulledState)).toBe(false);
  return { failure, noted, written: text === before ? undefined : JSON.parse(text), step };
}

const letGo = (...names: readonly string[]) =>
  names.map((name) => ({ from: `azuread_group.${name}`, lifecycle: { destroy: false } }));

test("a stack is ended by a configuration that declares nothing of it, and the run knows it for its own", async () => {
  expect(await ended({ protects: () => false })).toMatchObject({
    failure: undefined,
    noted: ["tenant-contoso"],
    written: BARE,
  });
});

test.each([
  ["protected", letGo("BreakGlass")],
  ["all", letGo("BreakGlass", "Pilot")],
] as const)("release %s lets go of it, and of nothing else", async (release, removed) => {
  expect((await ended({ release })).written).toEqual({ ...BARE, removed });
});

test("something protected stops the stack with the name that people know it by", async () => {
  const { failure, noted, written } = await ended({});
  expect([noted, written]).toEqual([[], undefined]);
  expect(failure).toEqual({
    phase: "plan",
    errors: [
      {
        summary: "Instance cannot be destroyed",
        detail: "Resource azuread_group.BreakGlass has lifecycle.prevent_destroy set (sg-breakglass).",
        address: "azuread_group.BreakGlass",
      },
    ],
  });
});

test("what its state needs and the configuration lacks stops the stack", async () => {
  const configure = async () => fail({ message: "no provider for azuread_group", fix: "give --base" });
  const { failure } = await ended({ configure });
  expect(failure?.errors).toEqual([{ summary: "no provider for azuread_group; give --base" }]);
});

test.each([
  [{ state: '{"version":3}' }, "the state is none of a version that is known"],
  [{ code: 1 }, "Terraform cannot read the state"],
  [{ code: 1, log: "Error: access denied\n\nno right to the bucket\n" }, "access denied"],
])("a state that cannot be read stops the stack: %j", async (pulled, summary) => {
  const { failure, written } = await ended({}, pulled);
  expect(written).toBeUndefined();
  expect(failure?.errors).toEqual([expect.objectContaining({ summary })]);
});

test("a stack without an ending keeps its configuration, and its state is not read", async () => {
  const { step } = await ended({ protects: () => false });
  expect(await step(writeStack(temporaryFolder(), "contoso.com", {}))).toBeUndefined();
});
