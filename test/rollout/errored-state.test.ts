import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepErroredState, recoverState } from "../../rollout/errored-state";
import type { RunTerraform } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";

const STATE = JSON.stringify({ version: 4, lineage: "a", serial: 4, resources: [] });

/** What becomes of a state that an apply could not save. */
async function recovered(
  text: string | undefined,
  { push = true, code = 0, log = "" }: { push?: boolean; code?: number; log?: string } = {},
) {
  const folder = temporaryFolder();
  const file = join(folder, "errored.tfstate");
  if (text !== undefined) writeFileSync(file, text, { mode: 0o644 });
  const calls: string[] = [];
  const terraform: RunTerraform = async (invocation) => {
    calls.push(invocation.args.join(" "));
    writeFileSync(invocation.log, log);
    return code;
  };
  const keptAs = join(temporaryFolder(), "errored.tfstate");
  const failure = await recoverState({
    stack: { name: "contoso.com", folder, after: [] },
    terraform,
    log: join(folder, "recover.log"),
    keptAs,
    lockTimeout: "2m",
    push,
  });
  return { failure, calls, left: existsSync(file), keptAs };
}

test("where no apply failed to save its state there is nothing to recover", async () => {
  expect(await recovered(undefined)).toMatchObject({ failure: undefined, calls: [] });
});

test("a state is pushed, and kept where nobody needs it but to look at it", async () => {
  const { failure, calls, left, keptAs } = await recovered(STATE);
  expect([failure, calls, left]).toEqual([undefined, ["state push -lock-timeout=2m errored.tfstate"], false]);
  expect(readFileSync(keptAs, "utf8")).toBe(STATE);
});

test("a plan, which changes nothing, says what pushes it", async () => {
  const { failure, calls, left } = await recovered(STATE, { push: false });
  expect([calls, left]).toEqual([[], true]);
  expect(failure).toMatchObject({
    phase: "plan",
    errors: [{ summary: expect.stringContaining("a plan without it would make it again") }],
    fix: expect.stringMatching(/^mail-hygiene deploy <estate> pushes it; or in .*: terraform state push/),
  });
});

test.each(["", '{"version":4,"lineage":"a"', "[]", "null", '"text"'])(
  "what was cut off, or is no state, is pushed nowhere: %s",
  async (text) => {
    const { failure, calls, left } = await recovered(text);
    expect([calls, left]).toEqual([[], true]);
    expect(failure?.errors[0]?.summary).toContain(`is cut off after ${text.length} bytes`);
  },
);

test.each([
  ["Error: Failed to write state\n\nthe serial is newer\n", "Failed to write state: the serial is newer"],
  ["Error: Failed to write state\n", "Failed to write state"],
  ["", "exit code 1"],
])("what Terraform does not take stays, and its reason is told", async (log, said) => {
  const { failure, left } = await recovered(STATE, { code: 1, log });
  expect(left).toBe(true);
  expect(failure?.errors[0]?.summary).toBe(
    `errored.tfstate holds what an earlier apply made and could not save, and Terraform does not take it: ${said}`,
  );
});

describe("a state that an apply could not save is kept for its owner alone", () => {
  function kept(folder: string, dumped?: string) {
    const file = join(folder, "errored.tfstate");
    const isKept = keepErroredState(folder, dumped);
    const isFile = statSync(file, { throwIfNoEntry: false })?.isFile();
    return {
      isKept,
      ...(isFile ? { text: readFileSync(file, "utf8"), mode: statSync(file).mode & 0o777 } : {}),
    };
  }

  test("where Terraform wrote the file, as it is: what it printed besides may be older", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "errored.tfstate"), STATE, { mode: 0o644 });
    expect(kept(folder, '{"serial":3}')).toEqual({ isKept: true, text: STATE, mode: 0o600 });
  });

  test("where Terraform could only print it, as it was printed", () => {
    expect(kept(temporaryFolder(), STATE)).toEqual({ isKept: true, text: STATE, mode: 0o600 });
  });

  test("unless there is none, or no file can be written: then the log has it", () => {
    expect(kept(temporaryFolder())).toEqual({ isKept: false });
    expect(kept(join(temporaryFolder(), "gone"), STATE)).toEqual({ isKept: false });
  });
});
