import { conduct } from "../../../cli/rollout/conduct";
import type { RolloutOptions } from "../../../cli/rollout/options";
import { runToResume } from "../../../cli/rollout/run-to-resume";
import type { Terminal } from "../../../cli/terminal";
import type { Command, RunRecord } from "../../../rollout/run-record";
import type { RolloutStack } from "../../../rollout/stack";

export const OPTIONS: RolloutOptions = {
  out: "cdktf.out",
  cache: true,
  parallel: 4,
  format: "table",
  lockTimeout: "20s",
  gateway: true,
  apiBudget: 1200,
  yes: true,
};

export interface Conducted {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command over stacks of `<project>/cdktf.out`, in this process, with the real Terraform. */
export async function conducted(
  project: string,
  command: Command,
  stacks: readonly RolloutStack[],
  options: Partial<RolloutOptions> = {},
  terminal?: Terminal,
): Promise<Conducted> {
  let out = "";
  let err = "";
  const all = { ...OPTIONS, ...options };
  const output = `${project}/cdktf.out`;
  const code = await conduct(
    {
      command,
      estate: "estate.yaml",
      stacks,
      out: output,
      resume:
        all.resume === undefined
          ? undefined
          : runToResume(command, all.resume, { ...all, out: output }, project),
      options: all,
      version: "0.1.0",
    },
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      folder: project,
      terminal,
    },
  );
  return { code, out, err };
}

/** What `--format json` prints. */
export function parseRun(text: string): RunRecord & { readonly run: string } {
  return JSON.parse(text);
}
