import { counted } from "../../lib/counted";
import type { Command } from "../../rollout/run-record";
import type { Terminal } from "../terminal";

/** Asks whether the plans shall be applied; a destroy wants the number of stacks, which nobody types by habit. */
export async function confirmation(
  command: Command,
  planned: number,
  yes: boolean,
  terminal: Terminal | undefined,
  forget = false,
): Promise<boolean> {
  if (yes) return true;
  if (!terminal) return false;
  if (command === "destroy") {
    const answer = await terminal.ask(
      forget
        ? `This lets go of what ${counted(planned, "stack")} published: it stays, and nobody looks after it.\n` +
            `Type the number of stacks to let go of them: `
        : `This deletes what ${counted(planned, "stack")} published: mail stops, and forgeries are no longer refused.\n` +
            `Type the number of stacks to destroy them: `,
    );
    return answer === String(planned);
  }
  return (await terminal.ask(`Apply to ${counted(planned, "stack")}? Only "yes" applies: `)) === "yes";
}
