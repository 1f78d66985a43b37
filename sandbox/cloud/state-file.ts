import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { FaultError, unwrap } from "../../lib/fault";
import type { World } from "../../lib/world/world";
import { parseWorld } from "../world";

/** How long changes are gathered before they are written, in milliseconds; for a big world longer. */
const GATHER = 100;
/** Writing may take this part of the time at most. */
const SHARE = 1 / 10;

/**
 * Reads a world from a file.
 * @throws FaultError with every fault, each with the file's name and its path in the JSON
 */
export function readWorld(file: string): World {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const message = `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new FaultError(file, [{ message }]);
  }
  return unwrap(file, parseWorld(text));
}

/** Keeps a world in a file, which is whole at any time: a new one takes the old one's place. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private pause = GATHER;

  constructor(
    private readonly file: string,
    private readonly world: () => World,
  ) {}

  static exists(file: string): boolean {
    return existsSync(file);
  }

  /** Something has changed: it is written soon, with what else changes until then. */
  touch(): void {
    this.timer ??= setTimeout(() => this.write(), this.pause);
  }

  /** Writes now. */
  write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const start = performance.now();
    const next = `${this.file}.${process.pid}.tmp`;
    try {
      // It holds private DKIM keys.
      writeFileSync(next, `${JSON.stringify(this.world(), null, 2)}\n`, { mode: 0o600 });
      renameSync(next, this.file);
      this.pause = Math.max(GATHER, (performance.now() - start) / SHARE);
    } catch (error) {
      rmSync(next, { force: true });
      throw error;
    }
  }
}
