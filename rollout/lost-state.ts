import { RunFolder } from "./run-folder";
import type { Failure, RunRecord, StackRecord } from "./run-record";

/** What a run left in a stack's state. */
interface Known {
  /** The run's folder name. */
  readonly run: string;
  readonly resources: number;
}

/**
 * How many resources a stack's state holds at the least, as far as its record in a run tells. Of an apply that was cut off
 * nobody knows how far it came, and one that destroys may have come to its end all the same.
 */
export function leastHeld({ resources, phase }: StackRecord): number | undefined {
  if (!resources) return undefined;
  return phase === "apply" ? Math.min(resources.held, resources.planned) : resources.held;
}

/** What earlier runs of an output folder know of the states of its stacks. Read when somebody asks. */
export class EarlierRuns {
  private runs: readonly (readonly [RunFolder, RunRecord])[] | undefined;

  /** @param out the output folder */
  constructor(private readonly out: string) {}

  /** What the youngest run that knows anything left in a stack's state. */
  latestOf(stack: string): Known | undefined {
    this.runs ??= RunFolder.all(this.out)
      .flatMap((folder) => {
        const record = folder.tryRead();
        return record ? [[folder, record] as const] : [];
      })
      .sort(([, a], [, b]) => (lastBegun(a) < lastBegun(b) ? 1 : -1));
    for (const [folder, { stacks }] of this.runs) {
      const record = stacks[stack];
      const resources = record && leastHeld(record);
      if (resources !== undefined) return { run: folder.name, resources };
    }
    return undefined;
  }
}

/** ISO 8601, UTC: an old run that was resumed may know more than a younger one. */
function lastBegun({ startedAt, resumedAt }: RunRecord): string {
  return resumedAt.at(-1) ?? startedAt;
}

/** Why a stack is not planned whose state is empty and was not. */
export function lostState(stack: string, { run, resources }: Known): Failure {
  return {
    phase: "plan",
    errors: [
      {
        summary: `its state is empty, and the run ${run} left ${resources} of its resources in it: what they published would be published a second time, or never be taken back`,
      },
    ],
    fix: `bring the state back (terraform.tfstate.backup, an older version in the bucket), or name what is published under import:; if nothing is there any more, or all is imported: --empty-state ${stack}`,
  };
}
