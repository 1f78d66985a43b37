import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline/promises";
import { visible } from "../lib/visible";
import type { Console, Terminal } from "./console";

export type { Terminal };

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

/** Nobody outside this process knows it, so that no text from outside passes for ours. */
const SECRET = randomUUID();
const OWN = new RegExp(`${SECRET}<([^>]*)>`);

/**
 * A control sequence that this program itself means, such as a colour, for text that goes to a {@link Console}.
 * @param text what follows its introducer, ESC [ (ECMA-48 §5.4)
 */
export function ownSequence(text: string): string {
  return `${SECRET}<${text}>`;
}

/**
 * The console that commands get. All that they print goes through here, and here alone: of text from outside (files,
 * the DNS, web servers, Terraform, Microsoft) what steers a terminal or hides is shown escaped; control sequences are
 * only those of {@link ownSequence}.
 */
export function guarded(console: Console): Console {
  const { terminal } = console;
  return {
    out: (text) => console.out(shownText(text)),
    err: (text) => console.err(shownText(text)),
    folder: console.folder,
    columns: console.columns,
    terminal: terminal && {
      columns: () => terminal.columns(),
      canRedraw: terminal.canRedraw,
      hasColour: terminal.hasColour,
      ask: (question) => terminal.ask(shownText(question)),
    },
  };
}

/** Text as it goes to the terminal. */
function shownText(text: string): string {
  // Split by a pattern with a group: every second part is a sequence.
  return text
    .split(OWN)
    .map((part, at) => (at % 2 === 0 ? visible(part) : `\u001b[${part}`))
    .join("");
}
