import type { Fault } from "../fault";

// What this project's shapes add to valibot's issues so that they can be explained: valibot copies a schema's
// `requirement` into its issues, and that is the one way to carry more than a sentence.

/** A fault that a shape of this project found, complete but for its path. */
export class ExplainedFault {
  constructor(
    readonly fault: Omit<Fault, "path">,
    /** Does the fault lie in the key at the end of the path? */
    readonly atKey: boolean = false,
    /** What was meant, where its form is all that is wrong: the rest is read on with it. */
    readonly instead?: { readonly value: unknown },
  ) {}
}

/** The words that were allowed, and what to say of well-known wrong ones. */
export class Choices {
  constructor(
    readonly words: readonly string[],
    readonly explain?: (word: string) => Omit<Fault, "path"> | undefined,
  ) {}
}
