import type { CompanionNow } from "../../rollout/companion";
import type { RecoveryOptions } from "../../rollout/recovering-runner";
import type { Ending } from "../../rollout/removed/ending";
import type { RemovedStacks } from "../../rollout/removed/find-removed";
import type { RunFolder } from "../../rollout/run-folder";
import type { Command } from "../../rollout/run-record";
import type { RolloutStack } from "../../rollout/stack";
import type { RolloutOptions } from "./options";
import type { Judge } from "./plan-judge";
import type { Approval } from "./review-destroy";
import type { RunToResume } from "./run-to-resume";

interface Looks {
  /** Asked before anything is applied. @default nothing speaks against plans */
  readonly judge?: Judge;
  /** Finds what an apply that was cut off has made without being able to note it. @default nothing */
  readonly findLost?: RecoveryOptions["find"];
}

/** What a run is to do, and with what. */
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
  /** Is told, before anything runs, where the run keeps its files. */
  readonly began?: (folder: RunFolder) => void;
  /** Is told at the end which stacks with an ending are gone. */
  readonly ended?: (stacks: readonly string[]) => void;
  /** Stacks that have left the estate, to be told at the end. @default none */
  readonly removed?: RemovedStacks;
}
