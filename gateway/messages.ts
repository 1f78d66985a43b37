import * as v from "valibot";

/** What the gateway's process is told, a line of JSON each; the first says what to open. */
const Order = v.variant("do", [
  v.object({ do: v.literal("open"), upstream: v.string(), secret: v.string(), calls: v.number() }),
  v.object({ do: v.literal("forget") }),
  v.object({ do: v.literal("count") }),
]);

const Statistics = v.object({
  asked: v.number(),
  made: v.number(),
  answered: v.number(),
  repeated: v.number(),
  refused: v.number(),
  waited: v.number(),
  longestWait: v.number(),
});

/** What it says: an answer to each order in turn, and news in between. */
const Saying = v.variant("is", [
  v.object({ is: v.literal("open"), url: v.string() }),
  v.object({ is: v.literal("unable"), reason: v.string() }),
  v.object({ is: v.literal("forgotten") }),
  v.object({ is: v.literal("counted"), statistics: Statistics }),
  v.object({ is: v.literal("waiting"), calls: v.number(), milliseconds: v.number() }),
]);

export type Order = v.InferOutput<typeof Order>;
export type Saying = v.InferOutput<typeof Saying>;

/** @returns `undefined` for what is none */
export function readOrder(line: string): Order | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Order), line);
  return read.success ? read.output : undefined;
}

/** @returns `undefined` for what is none */
export function readSaying(line: string): Saying | undefined {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Saying), line);
  return read.success ? read.output : undefined;
}
