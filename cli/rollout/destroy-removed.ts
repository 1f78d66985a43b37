import { join, resolve } from "node:path";
import { stackNames } from "../../lib/declare/stack-names";
import { nameSelector, parseName } from "../../lib/dns/name";
import type { Estate } from "../../lib/estate";
import type { Mapping } from "../../lib/mapping";
import { reviewContextOf, stacksGone } from "../../lib/review/context";
import { reviewLimits } from "../../lib/review/limits";
import type { RemovedStack, RemovedStacks } from "../../rollout/removed/find-removed";
import { isStackName } from "../../rollout/removed/stack-name";
import { keepConfiguration } from "../../stacks/kept-configurations";
import { dropStack, STACKS_FOLDER } from "../../stacks/output-kinds";
import { parseAllowances } from "../allowances";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { type OpenedEstate, openEstate } from "../open-estate";
import { matchingNames } from "../select-stacks";
import { conduct } from "./conduct";
import { type EndingStack, endingStack } from "./end-stacks";
import { configurationsOf, supposedConfiguration } from "./last-configurations";
import type { RolloutOptions } from "./options";
import { releaseOf } from "./release";
import { removedStacks } from "./removed-stacks";
import { reviewDestroy } from "./review-destroy";
import type { RunToResume } from "./run-to-resume";

/** What becomes of a removed stack: its end, or why there is none. */
type Prepared = { readonly ending: EndingStack } | { readonly name: string; readonly why: string };

/** `mail-hygiene destroy --orphans`: takes away what stacks published that have left the estate. */
export async function destroyRemoved(
  path: string,
  options: RolloutOptions,
  resume: RunToResume | undefined,
  version: string,
  console: Console,
): Promise<number> {
  const allowances = parseAllowances(options.allow);
  const opened = openEstate(path, console);
  if (!opened) return 1;
  const before = options.base === undefined ? undefined : openEstate(options.base, console);
  if (options.base !== undefined && !before) return 1;
  const { estate } = opened;
  const out = resolve(console.folder, options.out);
  const base = before && (await configurationsOf(before.estate, stacksGone(before.estate, estate)));
  const named = namedStacks(options.domain ?? [], estate);
  const begun = Object.keys(resume?.record.stacks ?? {});
  const found = removedStacks(estate, out, { named, begun, ...(base ? { base } : {}) });
  // Those of a run that was killed, and whose Terraform came to its end by itself.
  for (const name of found.ended.filter((one) => !begun.includes(one))) dropStack(out, name);
  for (const text of found.unknown) console.err(`not known: ${text}\n`);
  const chosen = choose(found, named, options.domain, resume);
  for (const { name, state } of found.stacks.filter(
    (one) => !chosen.includes(one) && one.knownBy === "state",
  )) {
    console.err(`${name}: ${state} may be another estate's; if it was of this one: --domain ${name}\n`);
  }
  const prepared = await Promise.all(chosen.map((stack) => prepare(stack, estate, out, options)));
  const refused = prepared.flatMap((one) => ("why" in one ? [one] : []));
  for (const { name, why } of refused) console.err(`${name}: ${why}\n`);
  const endings = prepared.flatMap((one) => ("ending" in one ? [one.ending] : []));
  if (endings.length === 0) {
    if (refused.length === 0) console.err("no stack has left the estate; nothing to destroy\n");
    return refused.length === 0 ? 0 : 1;
  }
  const code = await conduct(
    {
      command: "destroy",
      estate: path,
      stacks: endings.map(({ stack }) => stack),
      out,
      resume,
      options,
      version,
      endings: new Map(endings.map(({ stack, ending }) => [stack.name, ending])),
      approve: (folder, planned) =>
        reviewDestroy(folder, planned, {
          context: contextOf(opened),
          base: before && contextOf(before),
          limits: { estate: reviewLimits((before ?? opened).estate.review), allowances },
        }),
      ended(names) {
        for (const name of names) dropStack(out, name);
      },
    },
    console,
  ).finally(() => {
    for (const one of endings) one.close();
  });
  return code === 0 && refused.length > 0 ? 1 : code;
}

function contextOf({ estate, declared }: OpenedEstate) {
  return reviewContextOf(estate, declared.tenants);
}

/** Stacks that are named in full: whoever does so says that they were of the estate. */
function namedStacks(globs: readonly string[], estate: Estate): readonly string[] {
  const names = globs.map(asStackName).filter(isStackName);
  const current = new Set(stackNames(estate));
  const there = names.find((name) => current.has(name));
  if (there === undefined) return names;
  throw new Misuse(`--orphans --domain ${there}: it is in the estate; destroy it without --orphans`);
}

/** The name as stacks are called, for one that is written in full. */
function asStackName(written: string): string {
  const name = parseName(written);
  return name.ok ? name.value : nameSelector(written);
}

/** A state alone does not tell that a stack was of this estate: it has to be named. */
function choose(
  { stacks }: RemovedStacks,
  named: readonly string[],
  globs: readonly string[] | undefined,
  resume: RunToResume | undefined,
): readonly RemovedStack[] {
  const candidates = stacks.filter(
    ({ name, knownBy }) => knownBy !== "state" || named.includes(name) || resume?.record.stacks[name],
  );
  if (resume) return candidates.filter(({ name }) => resume.record.stacks[name]);
  if (!globs) return candidates;
  return globs.flatMap((glob) => {
    const hits = matchingNames(
      glob,
      candidates.map(({ name }) => name),
    );
    if (hits.length > 0) return candidates.filter(({ name }) => hits.includes(name));
    throw new Misuse(
      `--domain ${glob} matches no stack that has left the estate${candidates.length > 0 ? `; there are ${candidates.map(({ name }) => name).join(", ")}` : ""}`,
    );
  });
}

const BASE = "give the estate that had the stack: --base <estate file of then>";

async function prepare(
  stack: RemovedStack,
  estate: Estate,
  out: string,
  options: RolloutOptions,
): Promise<Prepared> {
  const { name, problem, state } = stack;
  if (problem !== undefined) return { name, why: `its state ${state} cannot be read: ${problem}` };
  const configuration: Mapping | undefined =
    stack.configuration ?? (await supposedConfiguration(name, estate));
  if (!configuration) return { name, why: `how its providers were configured is not known; ${BASE}` };
  // What destroying takes is not lost if this run is.
  keepConfiguration(out, name, configuration);
  const folder = join(out, STACKS_FOLDER, name);
  return { ending: endingStack({ name, folder, after: [] }, configuration, releaseOf(options), BASE, true) };
}
