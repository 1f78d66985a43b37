import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { stackNames } from "../../lib/declare/stack-names";
import { shellWord } from "../../lib/shell-word";
import type { CompanionNow } from "../../rollout/companion";
import type { Command } from "../../rollout/run-record";
import { ASSEMBLY_FOLDER } from "../../stacks/output-kinds";
import { parseAllowances } from "../allowances";
import { alone } from "../alone";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { readEstateFile } from "../open-estate";
import { shadowOf } from "../sandbox/shadow";
import { selectStacks } from "../select-stacks";
import { writeStacks } from "../synth";
import { changedSince } from "./changed-since";
import { conduct } from "./conduct";
import { destroyRemoved } from "./destroy-removed";
import { destruction } from "./destruction";
import { lostRecords } from "./lost-records";
import { openExisting } from "./open-existing";
import type { RolloutOptions } from "./options";
import { planJudge } from "./plan-judge";
import { removedStacks, removedWords } from "./removed-stacks";
import { rolloutStacks } from "./rollout-stacks";
import { runToApply, runToResume } from "./run-to-resume";

/** The output folder where none is named. */
export const DEFAULT_OUT = "cdktf.out";

/** `mail-hygiene plan`, `deploy`, `destroy`: synthesizes the estate and runs Terraform over its stacks. */
export async function runRollout(
  command: Command,
  path: string,
  given: RolloutOptions,
  version: string,
  console: Console,
): Promise<number> {
  const original = resolve(console.folder, given.out);
  const options = {
    ...given,
    out: shadowOf(original, process.env),
    ...(given.out === DEFAULT_OUT ? {} : { namedOut: given.out }),
  };
  if (command !== "plan" && !options.yes && !console.terminal) {
    throw new Misuse(`${command} asks before it applies, and there is no terminal to ask; give --yes`);
  }
  if (options.run !== undefined && (options.resume !== undefined || options.domain)) {
    throw new Misuse(
      "--run applies the plans of its run, all of them; --resume and --domain do not go with it",
    );
  }
  if (options.run !== undefined && options.upgrade) {
    throw new Misuse(
      "--run applies plans that were made with their providers; --upgrade does not go with it",
    );
  }
  if (options.resume !== undefined && options.domain) {
    throw new Misuse("--resume goes on with the stacks of its run; --domain does not go with it");
  }
  const orphansOnly = (
    ["base", "forget", ...(command === "destroy" ? (["allow"] as const) : [])] as const
  ).find((key) => options[key] !== undefined);
  if (orphansOnly !== undefined && !options.orphans) {
    throw new Misuse(`--${orphansOnly} goes with --orphans`);
  }
  return alone({ folder: options.out, original }, command, console, () =>
    runAlone(command, path, options, version, console),
  );
}

async function runAlone(
  command: Command,
  path: string,
  options: RolloutOptions,
  version: string,
  console: Console,
): Promise<number> {
  const allowances = parseAllowances(options.allow);
  const { out } = options;
  const resume =
    options.resume === undefined ? undefined : runToResume(command, options.resume, options, console.folder);
  const reviewed = options.run === undefined ? undefined : runToApply(options.run, out, console.folder);
  if (options.orphans) return destroyRemoved(path, options, resume, version, console);
  const estate = readEstateFile(path, console);
  if (!estate) return 1;
  const names = stackNames(estate);
  const known = resume ?? reviewed;
  const wanted = known ? new Set(Object.keys(known.record.stacks)) : selectStacks(names, options.domain);
  const written = await writeStacks(estate, { ...options, only: wanted, tellsRemoved: true }, console);
  if (!written) return 1;
  if (command === "plan") await tellIncidents(path, console);
  const removed = command === "destroy" ? undefined : removedStacks(estate, out);
  for (const gone of [...(resume ? (wanted ?? []) : [])].filter((name) => !names.includes(name))) {
    console.err(`${gone} is no longer in the estate: it is left out\n`);
  }
  const left = reviewed ? Object.keys(reviewed.record.stacks).filter((name) => !names.includes(name)) : [];
  if (left.length > 0) {
    throw new Error(`--run ${options.run}: ${left.join(", ")} left the estate since; plan and review again`);
  }
  const asked = names.filter((name) => !wanted || wanted.has(name));
  const chosen = asked.filter((name) => written.kinds.get(name) === "terraform");
  if (chosen.length < asked.length) {
    const hosted = asked.filter((name) => !chosen.includes(name)).join(", ");
    console.err(
      `left out, being deployed by npx cdk deploy --app ${shellWord(join(options.out, ASSEMBLY_FOLDER))}: ${hosted}\n` +
        (command === "destroy"
          ? ""
          : "nothing is asked there of what their zones hold already: before the first deployment compare mail-hygiene verify, and npx cdk diff\n"),
    );
  }
  if (chosen.length === 0) {
    if (removed) console.err(removedWords(removed, path));
    console.err("there are no stacks of Terraform; nothing to do\n");
    return 0;
  }
  const differing = options.changedSince === undefined ? chosen : differingFrom(options.changedSince);
  if (differing.length === 0) {
    if (removed) console.err(removedWords(removed, path));
    console.err(`no stack differs from ${options.changedSince}; nothing to plan\n`);
    return 0;
  }
  const stacks = rolloutStacks(differing, estate.domains, out);
  const common = { command, estate: path, out, resume, options, version };
  if (command === "destroy") {
    const { close, ...how } = destruction(estate, stacks, options);
    return conduct({ ...common, stacks, ...how }, console).finally(close);
  }
  const world = openExisting(options.resolver, process.env, estate.domains);
  const looks = (companionNow: CompanionNow) => {
    const existing = world.existing(companionNow);
    return { judge: planJudge(estate, allowances, existing), findLost: lostRecords(existing) };
  };
  try {
    return await conduct({ ...common, stacks, reviewed, looks, ...(removed ? { removed } : {}) }, console);
  } finally {
    await world.close();
  }

  function differingFrom(before: string): readonly string[] {
    const { changed, gone } = changedSince(
      chosen,
      names,
      resolve(console.folder, out),
      before,
      console.folder,
    );
    for (const name of gone) {
      console.err(
        `${name} is in ${before} and not in the estate: what it published stays, and is not planned\n`,
      );
    }
    return changed;
  }
}

/** Accounts that are contained are in no plan of an estate: they are named, so that nobody takes silence for peace. */
async function tellIncidents(path: string, { folder, err }: Console): Promise<void> {
  if (!existsSync(join(dirname(resolve(folder, path)), "incidents"))) return;
  const { openIncidentLines } = await import("../incident/open-incidents.js");
  for (const line of openIncidentLines(folder, path)) err(`${line}\n`);
}
