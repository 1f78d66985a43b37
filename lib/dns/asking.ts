import type { DnsAnswer, DnsType, Resolve } from "./resolve";

/** Answers at once, from what is known; a failure for `unknown` where nothing is. */
export type Lookup = <T extends DnsType>(name: string, type: T) => DnsAnswer<T>;

/** A question that stands open until somebody has it answered. */
interface OpenQuestion {
  /** Has a resolver answer it. */
  ask(resolve: Resolve): Promise<void>;
  /** Takes the answer from what is known. */
  read(lookup: Lookup): void;
}

/**
 * Work that needs answers of the DNS and does not care who gives them: it yields each question, and goes on once that is
 * answered. So the same code judges live names, and those of an estate or a plan without a network.
 */
export type Asking<R> = Generator<OpenQuestion, R, undefined>;

/** Puts one question. */
export function* put<T extends DnsType>(name: string, type: T): Asking<DnsAnswer<T>> {
  const held: { answer?: DnsAnswer<T> } = {};
  yield {
    async ask(resolve) {
      held.answer = await resolve(name, type);
    },
    read(lookup) {
      held.answer = lookup(name, type);
    },
  };
  if (held.answer === undefined) throw new Error(`nobody answered ${name} ${type}`);
  return held.answer;
}

/** Runs the work with a resolver. */
export async function askingOf<R>(work: Asking<R>, resolve: Resolve): Promise<R> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    await next.value.ask(resolve);
  }
}

/** Runs the work with what is known. */
export function readingOf<R>(work: Asking<R>, lookup: Lookup): R {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    next.value.read(lookup);
  }
}
