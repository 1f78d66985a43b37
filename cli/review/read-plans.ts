import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { formatFault } from "../../lib/fault";
import type { Plan } from "../../lib/plan/plan";
import { readPlan } from "../../lib/plan/read-plan";
import { RunFolder, savedPlans } from "../../rollout/run-folder";
import { readTextFile } from "../read-file";
import { shadowOf } from "../sandbox/shadow";

/** The plans that were asked for, and what of them cannot be read. */
export interface ReadPlans {
  readonly plans: readonly Plan[];
  readonly problems: readonly string[];
  /** Stacks of a run that have no plan, though they are part of it. */
  readonly unplanned: readonly string[];
  /** Stacks that had left the estate when their run began. */
  readonly removed: readonly string[];
  /** By stack of a run, what its zone held already in the way of the plan, in sentences. */
  readonly existing: ReadonlyMap<string, readonly string[]>;
}

/** In octets. A record weighs 6 kilobytes in a plan: 40,000 of them. A string of JavaScript ends at 512 megabytes. */
const MOST_OF_PLAN = 256 * 1024 * 1024;

interface Source {
  readonly stack: string;
  /** As the user named it. */
  readonly file: string;
  readonly json: string;
}

/**
 * Reads plans as `terraform show -json` prints them: files, folders of runs, and output folders, of which the youngest
 * run counts.
 * @param folder where relative paths begin
 */
export function readPlans(paths: readonly string[], folder: string): ReadPlans {
  const problems: string[] = [];
  const unplanned: string[] = [];
  const removed = new Set<string>();
  const existing = new Map<string, readonly string[]>();
  const sources = paths.flatMap((path): readonly Source[] => {
    try {
      const absolute = placeOf(resolve(folder, path));
      if (!existsSync(absolute)) throw new Error("no such file or folder");
      if (!statSync(absolute).isDirectory()) {
        const within = dirname(absolute);
        return [
          {
            stack: stackOf(absolute),
            file: path,
            json: readTextFile(absolute, path, { most: MOST_OF_PLAN, within }),
          },
        ];
      }
      const run = runIn(absolute);
      if (!run)
        throw new Error("a folder without run.json; name a plan, the folder of a run, or an output folder");
      // Whoever made the folder, such as a job of CI, may have put links and pipes into it.
      const readText = (file: string) =>
        readTextFile(file, join(path, relative(absolute, file)), { most: MOST_OF_PLAN, within: absolute });
      const plans = [...savedPlans(run, readText)];
      const planned = new Set(plans.map(({ stack }) => stack));
      const record = run.read(readText);
      unplanned.push(...Object.keys(record.stacks).filter((stack) => !planned.has(stack)));
      for (const { name, knownBy } of record.removed ?? []) if (knownBy !== "state") removed.add(name);
      for (const { stack, record: known } of plans) {
        // What was applied is there by now.
        if (known.existing && known.status !== "applied") existing.set(stack, known.existing);
      }
      return plans.map(({ stack, json }) => ({ stack, file: join(path, "…", stack, "plan.json"), json }));
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const told = text.replaceAll(`${resolve(folder, path)}`, path);
      problems.push(told.startsWith(path) ? told : `${path}: ${told}`);
      return [];
    }
  });
  const distinct = eachOnce(sources);
  const names = distinctNames(distinct);
  const plans = distinct.flatMap(({ file, json }, index) => {
    const read = readPlan(names[index] ?? file, json);
    if (read.ok) return [read.value];
    problems.push(...read.faults.map((fault) => `${file}: ${formatFault(fault)}`));
    return [];
  });
  return { plans, problems, unplanned, removed: [...removed].sort(), existing };
}

/**
 * Where what was named stands. In a sandbox's environment runs stand in its shadow of the folder, and count before those
 * that the folder itself has from earlier.
 */
function placeOf(named: string): string {
  const shadow = shadowOf(named, process.env);
  if (!existsSync(named)) return shadow;
  if (shadow === named || !existsSync(shadow)) return named;
  return !statSync(shadow).isDirectory() || runIn(shadow) ? shadow : named;
}

function runIn(folder: string): RunFolder | undefined {
  return existsSync(join(folder, "run.json"))
    ? RunFolder.open(folder)
    : RunFolder.latest(folder, "plan", "deploy", "destroy");
}

/** `contoso.com` of `contoso.com.json`, and of `contoso.com/plan.json`. */
function stackOf(file: string): string {
  const stem = basename(file).replace(/\.json$/i, "");
  return /^(tf)?plan$/i.test(stem) ? basename(dirname(file)) : stem;
}

/** One plan may be named twice: by its file and its run, by a copy. */
function eachOnce(sources: readonly Source[]): readonly Source[] {
  const seen = new Set<string>();
  return sources.filter(({ json }) => !seen.has(json) && seen.add(json));
}

/** The stacks' names, or, where two plans share one, the files'. */
function distinctNames(sources: readonly Source[]): readonly string[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { stack } of sources) (seen.has(stack) ? shared : seen).add(stack);
  return sources.map(({ stack, file }) => (shared.has(stack) ? file : stack));
}
