import type { ApplyProgress } from "./apply-log";
import { keepErroredState } from "./errored-state";
import type { Failure } from "./run-record";
import type { RolloutStack } from "./stack";

/**
 * What is true of a stack whose apply did not come through. A state that Terraform could only print is saved.
 * @param code Terraform's exit code; `undefined` if it was killed
 */
export function conditionAfter(
  { folder }: RolloutStack,
  code: number | undefined,
  { done, dumpedState }: ApplyProgress,
): Pick<Failure, "condition" | "fix"> {
  const made =
    ["no change was completed", "1 change was completed"][done] ?? `${done} changes were completed`;
  if (keepErroredState(folder, dumpedState)) {
    return {
      condition: `${made}; Terraform could not save the state, and left it as errored.tfstate in ${folder}`,
      fix: "make sure that the state can be written (room on the disk, permissions), and go on with --resume, which pushes errored.tfstate first",
    };
  }
  if (code === undefined) {
    return { condition: `${made}, its log says; what was asked for last may be there and not in the state` };
  }
  return { condition: done === 0 ? made : `${made} before, and the state has ${done === 1 ? "it" : "them"}` };
}
