import { existsSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import type { Statistics } from "../../gateway/statistics";
import type { CompanionNow } from "../../rollout/companion";
import { terraformBinary, terraformEnvironment } from "../../rollout/environment";
import { exitCodeOf } from "../../rollout/exit-code";
import { Initializer } from "../../rollout/initializer";
import { withoutLeftover } from "../../rollout/leftover-terraform";
import { EarlierRuns } from "../../rollout/lost-state";
import { m365Provider } from "../../rollout/m365-provider";
import { type RecoveryOptions, recoveringRunner } from "../../rollout/recovering-runner";
import type { Ending } from "../../rollout/removed/ending";
import { endingStep } from "../../rollout/removed/ending-step";
import type { RemovedStacks } from "../../rollout/removed/find-removed";
import { reviewedRunner } from "../../rollout/reviewed-runner";
import { rollOut } from "../../rollout/roll-out";
import { newRecord, RunBook, resumedRecord } from "../../rollout/run-book";
import { RunFolder } from "../../rollout/run-folder";
import type { Command, Failure, RunRecord } from "../../rollout/run-record";
import type { RolloutStack } from "../../rollout/stack";
import { StackGuard } from "../../rollout/stack-guard";
import { terraformRunner } from "../../rollout/stack-runner";
import { Stop } from "../../rollout/stop";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { selectStacks } from "../select-stacks";
import { besideTerraform } from "./beside-terraform";
import { callsInWords } from "./calls-in-words";
import { confirmation } from "./confirm";
import { liveProgress } from "./live-progress";
import { newerProviders } from "./newer-providers";
import type { RolloutOptions } from "./options";
import type { Judge } from "./plan-judge";
import { plainProgress } from "./progress";
import { protectedStacks, protectedWords } from "./protected-stacks";
import { endsOf } from "./release";
import { removedRecords, removedWords } from "./removed-stacks";
import { requireTerraform } from "./require-terraform";
import type { Approval } from "./review-destroy";
import type { RunToResume } from "./run-to-resume";
import { listenForSignals } from "./signals";
import { failures, outcomeSummary, planSummary } from "./summary";
import { wayOn } from "./way-on";

interface Looks {
  /** Asked before anything is applied. @default nothing speaks against plans */
  readonly judge?: Judge;
  /** Finds what an apply that was cut off has made without being able to note it. @default nothing */
  readonly findLost?: RecoveryOptions["find"];
}

export interface Conducted {
  readonly command: Command;
  /** The path of the estate file, as it was given. */
  readonly estate: string;
  readonly stacks: readonly RolloutStack[];
  /** The output folder, absolute. */
  readonly out: string;
  readonly resume?: RunToResume | undefined;
  /** A run whose plans are applied as they are. @default stacks are planned */
  readonly reviewed?: RunToResume | undefined;
  readonly options: RolloutOptions;
  /** How the run looks at the world, by the way to APIs that Terraform's providers have. @default it does not */
  readonly looks?: (companionNow: CompanionNow) => Looks;
  /** The version of this package, which is that of its provider. */
  readonly version: string;
  /** How stacks are brought to their end that are not destroyed as they are declared, by name. @default none */
  readonly endings?: ReadonlyMap<string, Ending>;
  /** Says what the planned stacks would change, and whether they may. @default their counts are shown alone */
  readonly approve?: (folder: RunFolder, planned: readonly string[]) => Promise<Approval>;
  /** Is told at the end which stacks with an ending are gone. */
  readonly ended?: (stacks: readonly string[]) => void;
  /** Stacks that have left the estate, to be told at the end. @default none */
  readonly removed?: RemovedStacks;
}

/**
 * Runs Terraform over stacks that are on disk, with everything a person or a program sees of it.
 * @returns the exit code
 * @throws Error if Terraform is missing or too old, before anything runs
 */
export async function conduct(conducted: Conducted, console: Console): Promise<number> {
  const { command, stacks, out, resume, reviewed, options, version, endings, removed } = conducted;
  const dataDir = process.env.TF_DATA_DIR || undefined;
  if (dataDir !== undefined && isAbsolute(dataDir)) {
    throw new Misuse("TF_DATA_DIR is absolute: all stacks would share one working folder; unset it");
  }
  const env = terraformEnvironment(process.env, console.folder);
  const binary = terraformBinary(process.env, console.folder);
  const terraform = await requireTerraform(binary, env, stacks);

  const { parallel } = options;
  const startedAt = new Date().toISOString();
  const fresh = {
    ...newRecord({ command, stacks, terraform, parallel, startedAt }),
    ...(command === "destroy" ? { ends: endsOf(options) } : {}),
    ...(removed && removed.stacks.length > 0 ? { removed: removedRecords(removed) } : {}),
  };
  const folder = resume?.folder ?? RunFolder.create(out, command, startedAt);
  const record = resume ? resumedRecord(resume.record, fresh) : fresh;

  const write = (text: string) => console.err(text);
  const milliseconds = () => performance.now();
  const { terminal } = console;
  const progress = terminal?.canRedraw
    ? liveProgress(record.stacks, terminal, write, milliseconds)
    : plainProgress(write, milliseconds);
  const stop = new Stop();
  const signals = listenForSignals(stop, (text) => progress.say(text));
  const plugins = join(out, "plugins");
  const beside = await besideTerraform({
    ...{ binary, env, stacks, options, dataDir, plugins, stop },
    folder: console.folder,
    tell: (text) => progress.say(text),
  });
  const { processes } = beside;
  const { judge, findLost } = conducted.looks?.(beside.companionNow) ?? {};
  let isToldOfNewer = command === "destroy";
  const tellOfNewer = () => {
    if (isToldOfNewer) return;
    isToldOfNewer = true;
    console.err(newerProviders(stacks));
  };
  try {
    const book = new RunBook(record, folder, (stack, news) => progress.changed(stack, news), milliseconds);
    const initializer = new Initializer({
      terraform: processes,
      product: `${terraform.product} ${terraform.version}`,
      dataDir,
      upgrade: options.upgrade ?? false,
      dataDirs: env.XDG_DATA_DIRS,
      plugins,
      m365: () => m365Provider(version),
    });
    const recordOf = (stack: string) => book.of(stack);
    const isStopped = () => stop.requested;
    const maybeEmpty = selectStacks(
      stacks.map(({ name }) => name),
      options.emptyState,
      "--empty-state",
    );
    const guard = new StackGuard({
      folder,
      destroy: command === "destroy",
      recordOf,
      earlier: new EarlierRuns(out),
      mayBeEmpty: (stack) => options.emptyState !== undefined && (maybeEmpty?.has(stack) ?? false),
    });
    const leftover = withoutLeftover(options.lockTimeout, isStopped, progress.say);
    const common = {
      terraform: beside.terraform,
      initializer,
      guard,
      folder,
      lockTimeout: options.lockTimeout,
    };
    const plain = terraformRunner({
      ...common,
      // What has an ending is destroyed by its configuration, which declares nothing.
      destroy: (stack) => command === "destroy" && !endings?.has(stack),
      ...(endings
        ? {
            configure: endingStep({
              terraform: processes,
              folder,
              endings,
              note: book.reconfigured.bind(book),
            }),
          }
        : {}),
      recover: command !== "plan",
      isStopped,
      isInterrupted: () => stop.interrupts,
      recordOf,
      withoutLeftover: leftover,
    });
    const runner = reviewed
      ? reviewedRunner({
          ...common,
          runner: plain,
          reviewed,
          isStopped,
          withoutLeftover: leftover,
          configOf: (stack) => recordOf(stack).config,
          version: terraform,
        })
      : recoveringRunner({
          runner: plain,
          folder,
          wasCut: (stack) => command === "deploy" && recordOf(stack).unfinished === true,
          find: findLost ?? (async () => []),
        });
    const show = options.format === "json" ? write : (text: string) => console.out(text);
    let isInTheWay = false;
    const fault = await rollOut({
      command,
      stacks,
      book,
      runner,
      parallel,
      stop,
      async judge(planned) {
        progress.pause();
        tellOfNewer();
        if (!judge) return true;
        const judgement = await judge(folder, book, planned);
        show(judgement.text);
        if (judgement.stops.length > 0) book.noteStops(judgement.stops);
        isInTheWay ||= judgement.isInTheWay;
        if (command !== "plan" && judgement.stops.length > 0) {
          const isFirst = Object.values(book.record.stacks).every(({ status }) => status !== "applied");
          console.err(`stopped; ${isFirst ? "nothing was applied" : "these plans were not applied"}\n`);
        }
        return judgement.stops.length === 0;
      },
      async confirm(planned, later) {
        progress.pause();
        show(planSummary(book.record.stacks, planned, later));
        // A part that is gone does not come back: what stands in the way of the whole is settled first.
        if (command === "destroy" && protectedStacks(book.record.stacks, stacks).length > 0) return false;
        const approval = await conducted.approve?.(folder, planned);
        if (approval) show(approval.text);
        if (approval && !approval.passed) return false;
        const yes = options.yes ?? false;
        const isWanted = await confirmation(command, planned.length, yes, terminal, options.forget);
        // The world may have changed while somebody thought about it.
        if (isWanted) await beside.forget();
        return isWanted;
      },
    }).catch((error: unknown) => ({ error }));
    progress.close();
    tellOfNewer();
    const ended = codeOf(book, signals.exitCode(), options.detailedExitcode ?? false);
    // A plan that cannot be applied as it is has failed; a deploy has left it undone.
    const code = isInTheWay && (ended === 0 || ended === 2) ? 1 : ended;
    const calls = options.stats ? await beside.count() : undefined;
    // Whatever went wrong, it is told how far each stack has come.
    report(book.close(new Date().toISOString(), fault ? 1 : code), folder, conducted, console, calls);
    if (fault) throw fault.error;
    if (book.unwritten === undefined) return code;
    console.err(
      `${book.unwritten}; its run.json is of an earlier moment, and --resume plans the stacks anew\n`,
    );
    return code === 0 ? 1 : code;
  } finally {
    await beside.close();
    progress.close();
    signals.close();
  }
}

/** A stop counts where it left something undone; a failure that it did not cause shows in the record all the same. */
function codeOf({ record }: RunBook, signalled: number | undefined, detailed: boolean): number {
  const isUnfinished = Object.values(record.stacks).some(
    ({ status }) => status !== "applied" && status !== "unchanged",
  );
  return signalled !== undefined && isUnfinished ? signalled : exitCodeOf(record, detailed);
}

/** Relative below the working folder; a path that climbs out of it, as to a sandbox's shadow, says less than the whole. */
function pathTo(path: string, from: string): string {
  const way = relative(from, path);
  return way === "" || way.startsWith("..") ? path : way;
}

function report(
  record: RunRecord,
  folder: RunFolder,
  conducted: Conducted,
  console: Console,
  calls: Readonly<Statistics> | undefined,
): void {
  const { command, options, stacks, endings, removed } = conducted;
  const path = pathTo(folder.path, console.folder);
  const logOf = (stack: string, { phase }: Failure) =>
    existsSync(join(folder.path, stack, `${phase}.log`)) ? join(path, stack, `${phase}.log`) : undefined;
  console.err(failures(record.stacks, logOf));
  if (command === "destroy")
    console.err(protectedWords(protectedStacks(record.stacks, stacks), options.orphans ?? false));
  conducted.ended?.(
    [...(endings ?? new Map()).keys()].filter((name) =>
      ["applied", "unchanged"].includes(record.stacks[name]?.status ?? ""),
    ),
  );
  if (options.stats) console.err(callsInWords(calls));
  if (options.format === "json") {
    console.out(`${JSON.stringify({ run: path, ...record, ...(calls && { calls }) }, undefined, 2)}\n`);
    return;
  }
  if (command === "plan") {
    const names = Object.keys(record.stacks);
    const inState = (status: string) => names.filter((name) => record.stacks[name]?.status === status);
    console.out(planSummary(record.stacks, inState("planned"), inState("waiting")));
  }
  console.out(outcomeSummary(record.stacks));
  if (removed) console.err(removedWords(removed, conducted.estate));
  console.err(`run: ${path}\n`);
  if (command !== "plan" && record.exitCode !== 0) {
    console.err(
      wayOn({
        command,
        estate: conducted.estate,
        options,
        isReviewed: conducted.reviewed !== undefined,
        path,
      }),
    );
  }
}
