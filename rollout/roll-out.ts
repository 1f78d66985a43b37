import { diskReason } from "./disk-fault";
import type { PhaseOutcome, RunBook } from "./run-book";
import type { Command, Phase } from "./run-record";
import { runInOrder } from "./schedule";
import type { RolloutStack } from "./stack";
import type { Failed, PlanOutcome, StackRunner } from "./stack-runner";
import type { Stop } from "./stop";

export interface RolloutOptions {
  readonly command: Command;
  readonly stacks: readonly RolloutStack[];
  /** The record of the run; stacks that it calls done are left alone. */
  readonly book: RunBook;
  readonly runner: StackRunner;
  /** How many stacks may be in Terraform's hands at once. */
  readonly parallel: number;
  readonly stop: Stop;
  /**
   * Asked about all plans of a round that change something: what they mean, and what speaks against them.
   * @returns may they be applied, if somebody confirms it? @default yes
   */
  judge?(planned: readonly string[]): Promise<boolean>;
  /**
   * Asked before plans are applied, once for all of them, and again when stacks could be planned only after others
   * were applied.
   * @param planned the stacks with saved plans that change something
   * @param later the stacks that can only be planned after these
   */
  confirm(planned: readonly string[], later: readonly string[]): Promise<boolean>;
}

/**
 * Plans all stacks, asks once, and applies what was planned. A stack that fails stands only in the way of those that
 * come after it. Stacks that look something up which another has still to create are planned after that one was
 * applied, in a further round.
 */
export async function rollOut(options: RolloutOptions): Promise<void> {
  const { command, stacks, book, stop, confirm } = options;
  const statusOf = ({ name }: RolloutStack) => book.of(name).status;
  let round = stacks.filter((stack) => statusOf(stack) === "waiting");
  for (;;) {
    await planRound(round, options);
    blockBehindFailed(options);
    if (stop.requested) return;
    const planned = round.filter((stack) => statusOf(stack) === "planned");
    const later = round.filter((stack) => statusOf(stack) === "waiting");
    if (planned.length === 0) return;
    const isFine = (await options.judge?.(namesOf(planned))) ?? true;
    // A stop may have come while zones were read.
    if (command === "plan" || !isFine || stop.requested) return;
    if (!(await confirm(namesOf(planned), namesOf(later)))) return;
    // After a stop neither of the two begins anything.
    await applyRound(planned, options);
    blockBehindFailed(options);
    round = later.filter((stack) => statusOf(stack) === "waiting");
  }
}

/** A stack that cannot be planned before others were applied. */
interface Waits {
  readonly kind: "waits";
}

async function planRound(round: readonly RolloutStack[], options: RolloutOptions): Promise<void> {
  const { command, book, runner, parallel, stop } = options;
  const creating = new Map<string, ReadonlySet<string>>();
  const plan = async (stack: RolloutStack): Promise<PlanOutcome | Waits> => {
    if (stack.after.some((one) => creating.get(one.stack)?.has(one.creates))) return { kind: "waits" };
    const outcome = await attempt("plan", () => runner.plan(stack, (phase) => book.begin(stack.name, phase)));
    if (outcome.kind === "planned") creating.set(stack.name, outcome.creates);
    book.end(stack.name, afterPlan(outcome));
    return outcome;
  };
  await runInOrder({
    // What exists can be planned for destruction in any order.
    after: command === "destroy" ? new Map(round.map(({ name }) => [name, []])) : before(round, options),
    parallel,
    work: (name) => plan(stackOf(name, round)),
    // What comes after a stack that waits, waits with it.
    passes: ({ kind }) => kind === "planned",
    isStopped: () => stop.requested,
  });
}

function afterPlan(outcome: PlanOutcome): PhaseOutcome {
  switch (outcome.kind) {
    case "planned": {
      const { hasChanges, changes, saved, lock, resources } = outcome;
      return { status: hasChanges ? "planned" : "unchanged", changes, saved, lock, resources };
    }
    case "failed":
    case "interrupted":
      return { status: outcome.kind, failure: outcome.failure };
    case "stopped":
      return { status: "waiting" };
  }
}

async function applyRound(round: readonly RolloutStack[], options: RolloutOptions): Promise<void> {
  const { book, runner, parallel, stop } = options;
  await runInOrder({
    after: before(round, options),
    parallel,
    work: async (name) => {
      book.begin(name, "apply");
      const outcome = await attempt("apply", () => runner.apply(stackOf(name, round)));
      const { kind: status, ...failure } = outcome;
      book.end(name, { status, ...failure });
      return outcome;
    },
    passes: ({ kind }) => kind === "applied",
    isStopped: () => stop.requested,
  });
}

/** What goes wrong around Terraform (a full disk, a folder that is gone) is the stack's failure, and no other's. */
async function attempt<T>(phase: Phase, work: () => Promise<T>): Promise<T | Failed> {
  try {
    return await work();
  } catch (error) {
    return { kind: "failed", failure: { phase, errors: [{ summary: diskReason(error) }] } };
  }
}

/** Marks what waits behind a stack that failed; in the end no stack waits for what never comes. */
function blockBehindFailed(options: RolloutOptions): void {
  const { stacks, book } = options;
  const inTheWay = (name: string) => ["failed", "interrupted", "blocked"].includes(book.of(name).status);
  const needed = before(stacks, options);
  for (;;) {
    const found = [...needed].flatMap(([name, first]) => {
      const { status } = book.of(name);
      const by = status === "waiting" || status === "planned" ? first.find(inTheWay) : undefined;
      return by === undefined ? [] : [{ name, by }];
    });
    if (found.length === 0) return;
    for (const { name, by } of found) book.end(name, { status: "blocked", blockedBy: by });
  }
}

/** What must be done before each of some stacks: a destroy goes backwards. */
function before(
  stacks: readonly RolloutStack[],
  { command }: Pick<RolloutOptions, "command">,
): ReadonlyMap<string, readonly string[]> {
  const names = new Set(namesOf(stacks));
  const pairs = stacks.flatMap(({ name, after }) =>
    after
      .filter(({ stack }) => names.has(stack))
      .map(({ stack }) =>
        command === "destroy" ? { first: name, next: stack } : { first: stack, next: name },
      ),
  );
  const firstOf = (name: string) => pairs.filter(({ next }) => next === name).map(({ first }) => first);
  return new Map(stacks.map(({ name }) => [name, firstOf(name)]));
}

function namesOf(stacks: readonly RolloutStack[]): readonly string[] {
  return stacks.map(({ name }) => name);
}

function stackOf(name: string, stacks: readonly RolloutStack[]): RolloutStack {
  const stack = stacks.find((one) => one.name === name);
  if (stack) return stack;
  throw new Error(`no stack ${name}`);
}
