import type { PlanContent } from "./changes";
import { lackOfRoom, ROOM_NEEDED } from "./disk-room";
import { type EarlierRuns, lostState } from "./lost-state";
import type { RunFolder, StackFiles } from "./run-folder";
import type { Failure, StackRecord } from "./run-record";
import { alteredFile } from "./saved-files";
import type { RolloutStack } from "./stack";
import { changedContent, stackContent } from "./stack-content";

export interface StackGuardOptions {
  /** That of the run. */
  readonly folder: RunFolder;
  readonly destroy: boolean;
  /** The run's record of a stack: what it was synthesized as, and planned from. */
  readonly recordOf: (stack: string) => StackRecord;
  readonly earlier: EarlierRuns;
  /** May the state of a stack be empty though an earlier run left something in it? */
  readonly mayBeEmpty: (stack: string) => boolean;
}

/**
 * Holds that what is planned is what was synthesized, that what is applied is what was planned, and that nothing is made a
 * second time.
 */
export class StackGuard {
  constructor(private readonly options: StackGuardOptions) {}

  /** The lock file that a plan is about to be made with. */
  lockOf(stack: RolloutStack): string {
    return stackContent(stack.folder).lock;
  }

  /**
   * Why a stack must not be planned, or its plan not be believed: somebody wrote into its folder.
   * @param lock what {@link lockOf} gave before the plan
   */
  sinceSynth(stack: RolloutStack, lock: string): Failure | undefined {
    const { config } = this.options.recordOf(stack.name);
    const changed = changedContent({ config, lock }, stackContent(stack.folder));
    return changed.length === 0 ? undefined : changedMeanwhile(changed, "synthesized");
  }

  /** Why a plan must not be applied: its state is empty, and was not when an earlier run was done with it. */
  lostState({ name }: RolloutStack, { resources, changes }: PlanContent): Failure | undefined {
    const { destroy, mayBeEmpty, recordOf, folder, earlier } = this.options;
    if (resources.held > 0 || (!destroy && changes.add === 0) || mayBeEmpty(name)) return undefined;
    const own = recordOf(name).resources;
    const known = own ? { run: folder.name, resources: own.held } : earlier.latestOf(name);
    return known && known.resources > 0 ? lostState(name, known) : undefined;
  }

  /**
   * Why a saved plan must not be applied any more.
   * @param files those of the plan
   */
  beforeApply(stack: RolloutStack, files: StackFiles): Failure | undefined {
    const now = stackContent(stack.folder);
    const { config, lock = now.lock, saved } = this.options.recordOf(stack.name);
    const changed = changedContent({ config, lock }, now);
    if (changed.length > 0) return changedMeanwhile(changed, "planned");
    const altered = saved && alteredFile(files, saved);
    if (altered !== undefined) return refusedApply(altered);
    const room = lackOfRoom(stack.folder) ?? lackOfRoom(this.options.folder.path);
    return room === undefined
      ? undefined
      : {
          phase: "apply",
          errors: [{ summary: `${room}; ${ROOM_NEEDED}` }],
          condition: NOTHING_APPLIED,
          fix: "make room, and go on with --resume",
        };
  }
}

const NOTHING_APPLIED = "nothing of its plan was applied";

function changedMeanwhile(files: readonly string[], since: "synthesized" | "planned"): Failure {
  const why = `${files.join(" and ")} changed since this run ${since} the stack: another program wrote there`;
  return { ...refusedApply(why), phase: since === "planned" ? "apply" : "plan" };
}

function refusedApply(summary: string): Failure {
  return {
    phase: "apply",
    errors: [{ summary }],
    condition: NOTHING_APPLIED,
    fix: "let nothing else write into the output folder meanwhile, and go on with --resume, which plans the stack anew",
  };
}
