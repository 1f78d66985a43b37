/**
 * Where a command writes, and what it is told about the world. What commands are given is `guarded` (`terminal.ts`):
 * text from outside may be handed over as it is.
 */
export interface Console {
  /** Data. */
  out(text: string): void;
  /** How many columns the terminal has that data goes to; missing where it goes anywhere else. */
  readonly columns?: number | undefined;
  /** Everything else. */
  err(text: string): void;
  /** The folder that relative paths begin in. */
  readonly folder: string;
  /** Where a person can be asked; missing where there is none. */
  readonly terminal?: Terminal | undefined;
}

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
