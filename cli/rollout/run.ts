import { resolve } from "node:path";
import type { Command } from "../../rollout/run-record";
import { stackNames } from "../../stacks/synthesize";
import { Misuse } from "../misuse";
import { readEstateFile } from "../open-estate";
import type { Console } from "../program";
import { selectStacks } from "../select-stacks";
import { writeStacks } from "../synth";
import { conduct } from "./conduct";
import type { RolloutOptions } from "./options";
import { rolloutStacks } from "./rollout-stacks";
import { runToResume } from "./run-to-resume";

/** `mail-hygiene plan`, `deploy`, `destroy`: synthesizes the estate and runs Terraform over its stacks. */
export async function runRollout(
  command: Command,
  path: string,
  options: RolloutOptions,
  version: string,
  console: Console,
): Promise<number> {
  if (command !== "plan" && !options.yes && !console.terminal) {
    throw new Misuse(`${command} asks before it applies, and there is no terminal to ask; give --yes`);
  }
  if (options.resume !== undefined && options.domain) {
    throw new Misuse("--resume goes on with the stacks of its run; --domain does not go with it");
  }
  const out = resolve(console.folder, options.out);
  const resume =
    options.resume === undefined ? undefined : runToResume(command, options.resume, out, console.folder);
  const estate = readEstateFile(path, console);
  if (!estate) return 1;
  const names = stackNames(estate);
  const wanted = resume ? new Set(Object.keys(resume.record.stacks)) : selectStacks(names, options.domain);
  const written = await writeStacks(estate, { ...options, only: wanted }, console);
  if (!written) return 1;
  for (const gone of [...(resume ? (wanted ?? []) : [])].filter((name) => !names.includes(name))) {
    console.err(`${gone} is no longer in the estate: it is left out\n`);
  }
  const chosen = names.filter((name) => !wanted || wanted.has(name));
  if (chosen.length === 0) {
    console.err("the estate has no stacks; nothing to do\n");
    return 0;
  }
  const stacks = rolloutStacks(chosen, estate.domains, out);
  return conduct({ command, stacks, out, resume, options, version }, console);
}
