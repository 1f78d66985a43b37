import type { Terminal } from "./terminal";

/**
 * Where a command writes, and what it is told about the world. What commands are given is `guarded` (`terminal.ts`):
 * text from outside may be handed over as it is.
 */
export interface Console {
  /** Data. */
  out(text: string): void;
  /** Everything else. */
  err(text: string): void;
  /** The folder that relative paths begin in. */
  readonly folder: string;
  /** Where a person can be asked; missing where there is none. */
  readonly terminal?: Terminal | undefined;
}
