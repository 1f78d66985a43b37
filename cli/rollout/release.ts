import type { Ends } from "../../rollout/run-record";
import type { RolloutOptions } from "./options";

/** What the options of a destroy let go of. */
export function releaseOf({
  forget,
  keepProtected,
}: Pick<RolloutOptions, "forget" | "keepProtected">): Ends["release"] {
  return forget ? "all" : keepProtected ? "protected" : "nothing";
}

/** Which stacks a destroy ends, and how. */
export function endsOf(options: Pick<RolloutOptions, "orphans" | "forget" | "keepProtected">): Ends {
  return { orphans: options.orphans ?? false, release: releaseOf(options) };
}

/** The options that say so, each with a space before it. */
export function endsInWords({ orphans, release }: Ends): string {
  const released = { nothing: "", protected: " --keep-protected", all: " --forget" }[release];
  return `${orphans ? " --orphans" : ""}${released}`;
}
