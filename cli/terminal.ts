import { createInterface } from "node:readline/promises";

/** A terminal with a person in front of it. */
export interface Terminal {
  /** How wide it is now. */
  columns(): number;
  /** Can it draw over what it shows? Not in CI, nor when `TERM` says `dumb`. */
  readonly canRedraw: boolean;
  /** `NO_COLOR` (https://no-color.org) switches it off. */
  readonly hasColour: boolean;
  /** @returns the answer without space around it; `undefined` if there is none: Ctrl-C or Ctrl-D */
  ask(question: string): Promise<string | undefined>;
}

/** The terminal that stdin and stderr belong to; `undefined` if one of them is something else. */
export function terminalOf({ stdin, stderr, env }: NodeJS.Process): Terminal | undefined {
  if (!stdin.isTTY || !stderr.isTTY) return undefined;
  const isSimple = Boolean(env.CI) || env.TERM === "dumb";
  return {
    columns: () => stderr.columns || 80,
    canRedraw: !isSimple,
    hasColour: !isSimple && !env.NO_COLOR,
    async ask(question) {
      const lines = createInterface({ input: stdin, output: stderr });
      const none = new Promise<undefined>((resolve) => {
        lines.once("SIGINT", () => resolve(undefined));
        lines.once("close", () => resolve(undefined));
      });
      try {
        return (await Promise.race([lines.question(question), none]))?.trim();
      } finally {
        lines.close();
      }
    },
  };
}
