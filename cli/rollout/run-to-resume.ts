import { join, relative, resolve } from "node:path";
import { RunFolder } from "../../rollout/run-folder";
import type { Command, RunRecord } from "../../rollout/run-record";
import { Misuse } from "../misuse";
import { requireOwnRun } from "../own-folder";
import { readTextFile } from "../read-file";
import type { RolloutOptions } from "./options";
import { endsInWords, endsOf } from "./release";

export interface RunToResume {
  readonly folder: RunFolder;
  readonly record: RunRecord;
}

/**
 * The run that `--resume` names. A destroy goes on as it began: what one lets go of another would take away.
 * @param named the path of a run folder, or `latest`
 * @throws Misuse if there is none, or it did something else
 */
export function runToResume(
  command: Command,
  named: string,
  { out, ...options }: RolloutOptions,
  folder: string,
): RunToResume {
  const run = named === "latest" ? RunFolder.latest(out, command) : open(resolve(folder, named));
  if (!run) throw new Misuse(`--resume latest: there is no earlier ${command} in this output folder`);
  const record = readOwn(run);
  if (record.command !== command) {
    throw new Misuse(`--resume ${named}: that run was a ${record.command}; resume it with that command`);
  }
  const [then, now] = [record.ends && endsInWords(record.ends), endsInWords(endsOf(options))];
  if (command === "destroy" && then !== undefined && then !== now) {
    throw new Misuse(
      `--resume ${named}: that run was destroy${then}; resume it with the same options, and not as destroy${now}`,
    );
  }
  return { folder: run, record };
}

/**
 * The run that `--run` names: one of `plan`, whose plans are to be applied.
 * @param named the path of a run folder, or `latest`
 * @throws Misuse if there is none, or it is none of `plan`
 */
export function runToApply(named: string, out: string, folder: string): RunToResume {
  const run = named === "latest" ? RunFolder.latest(out, "plan") : open(resolve(folder, named), "--run");
  if (!run) throw new Misuse("--run latest: there is no earlier plan in this output folder");
  const record = readOwn(run);
  if (record.command === "plan") return { folder: run, record };
  throw new Misuse(`--run ${named}: that run was a ${record.command}; name one of plan`);
}

/** In octets. A stack weighs less than a kilobyte in it, one that failed in many ways some more. */
const MOST_OF_RECORD = 64 * 1024 * 1024;

/**
 * The record of a run that somebody else may have laid out.
 * @throws Error if it cannot be read, or what is gone on with is not in the folder itself
 */
function readOwn(run: RunFolder): RunRecord {
  requireOwnRun(run.path);
  return run.read((file) =>
    readTextFile(file, join(run.name, relative(run.path, file)), { most: MOST_OF_RECORD, within: run.path }),
  );
}

function open(path: string, option = "--resume"): RunFolder {
  try {
    return RunFolder.open(path);
  } catch (error) {
    throw new Misuse(`${option}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
