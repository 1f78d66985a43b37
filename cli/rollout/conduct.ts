import { isAbsolute, join } from "node:path";
import { performance } from "node:perf_hooks";
import { terraformBinary, terraformEnvironment } from "../../rollout/environment";
import { exitCodeOf } from "../../rollout/exit-code";
import { Initializer } from "../../rollout/initializer";
import { withoutLeftover } from "../../rollout/leftover-terraform";
import { EarlierRuns } from "../../rollout/lost-state";
import { m365Provider } from "../../rollout/m365-provider";
import { recoveringRunner } from "../../rollout/recovering-runner";
import { endingStep } from "../../rollout/removed/ending-step";
import { reviewedRunner } from "../../rollout/reviewed-runner";
import { rollOut } from "../../rollout/roll-out";
import { newRecord, RunBook, resumedRecord } from "../../rollout/run-book";
import { RunFolder } from "../../rollout/run-folder";
import { requireCredentials } from "../../rollout/stack-credentials";
import { StackGuard } from "../../rollout/stack-guard";
import { terraformRunner } from "../../rollout/stack-runner";
import { Stop } from "../../rollout/stop";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { selectStacks } from "../select-stacks";
import { besideTerraform } from "./beside-terraform";
import type { Conducted } from "./conducted";
import { confirmation } from "./confirm";
import { liveProgress } from "./live-progress";
import { newerProviders } from "./newer-providers";
import { plainProgress } from "./progress";
import { protectedStacks } from "./protected-stacks";
import { endsOf } from "./release";
import { removedRecords } from "./removed-stacks";
import { report } from "./report";
import { requireTerraform } from "./require-terraform";
import { listenForSignals } from "./signals";
import { planSummary } from "./summary";

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
  requireCredentials(stacks, env);
  const terraform = await requireTerraform(binary, env, stacks);

  const { parallel } = options;
  const startedAt = new Date().toISOString();
  const fresh = {
    ...newRecord({ command, stacks, terraform, parallel, startedAt }),
    ...(command === "destroy" ? { ends: endsOf(options) } : {}),
    ...(removed && removed.stacks.length > 0 ? { removed: removedRecords(removed) } : {}),
  };
  const folder = resume?.folder ?? RunFolder.create(out, command, startedAt);
  conducted.began?.(folder);
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
