import { shellWord } from "../../lib/shell-word";
import type { Command } from "../../rollout/run-record";
import type { RolloutOptions } from "./options";
import { endsInWords, endsOf } from "./release";

interface EndedRun {
  readonly command: Command;
  /** The path of the estate file, as it was given. */
  readonly estate: string;
  readonly options: RolloutOptions;
  /** Were plans of an earlier run applied as they were? */
  readonly isReviewed: boolean;
  /** The run's folder, as people are told it. */
  readonly path: string;
}

/** The command that goes on where a run ended, with every option that decides what it does. */
export function wayOn({ command, estate, options, isReviewed, path }: EndedRun): string {
  const { base, namedOut } = options;
  const file = shellWord(estate);
  const out = namedOut === undefined ? "" : ` --out ${shellWord(namedOut)}`;
  const ends = command === "destroy" ? endsInWords(endsOf(options)) : "";
  const earlier = base === undefined ? "" : ` --base ${shellWord(base)}`;
  const resume = `mail-hygiene ${command} ${file}${ends}${earlier}${out} --resume ${shellWord(path)}`;
  return isReviewed
    ? `go on with: mail-hygiene plan ${file}${out}, a review, and deploy --run; or, with plans that nobody has reviewed: ${resume}\n`
    : `go on with: ${resume}\n`;
}
