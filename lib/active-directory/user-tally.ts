import { accessTo, isProtected } from "./access";
import type { SecurityDescriptor } from "./security-descriptor";
import type { Sid } from "./sid";
import { USER_RIGHTS } from "./writeback-rights";

/**
 * Why an account lacks rights on a user.
 * - `AdminSDHolder`: the user is, or was, in a protected group (`adminCount` is 1), and inherits nothing by design.
 * - `inheritance is off`: on the user itself, by somebody's hand.
 * - `denied`: an entry denies it.
 * - `not judged`: the descriptor could not be read, or an entry of it cannot be judged.
 * - `missing`: nothing grants it.
 */
export type Cause = "AdminSDHolder" | "inheritance is off" | "denied" | "not judged" | "missing";

/** Users that lack the same rights for the same cause. */
export interface LackingUsers {
  readonly cause: Cause;
  /** Names of rights, in the order of `USER_RIGHTS`. */
  readonly rights: readonly string[];
  readonly count: number;
  /** Some of them, by distinguished name. */
  readonly examples: readonly string[];
}

/** A user as it was read; no descriptor: there was none, or it could not be read. */
export interface UserFacts {
  readonly name: string;
  readonly descriptor: SecurityDescriptor | undefined;
  /** `adminCount` is 1. */
  readonly protectedGroup: boolean;
}

const MOST_EXAMPLES = 5;

/** Counts users as they come, so that directories of any size can be read. */
export class UserTally {
  #count = 0;
  readonly #lacking = new Map<
    string,
    { cause: Cause; rights: readonly string[]; count: number; examples: string[] }
  >();

  /** @param account the account that writes passwords back, with its groups */
  constructor(private readonly account: ReadonlySet<Sid>) {}

  add(user: UserFacts): void {
    this.#count++;
    const { descriptor } = user;
    const lacking = USER_RIGHTS.flatMap((right) => {
      const access = descriptor ? accessTo(descriptor, right, this.account) : "not judged";
      return access === "granted" || access === "inherited" ? [] : [{ name: right.name, access }];
    });
    if (lacking.length === 0) return;
    const cause = causeOf(user, lacking);
    const rights = lacking.map(({ name }) => name);
    const key = [cause, ...rights].join("\0");
    const same = this.#lacking.get(key) ?? { cause, rights, count: 0, examples: [] };
    this.#lacking.set(key, same);
    same.count++;
    if (same.examples.length < MOST_EXAMPLES) same.examples.push(user.name);
  }

  /** All users that came. */
  get count(): number {
    return this.#count;
  }

  /** Those whose passwords the account cannot write back; most first. */
  get lacking(): readonly LackingUsers[] {
    return [...this.#lacking.values()]
      .map((one) => ({ ...one, examples: [...one.examples].sort() }))
      .sort((a, b) => b.count - a.count || (a.cause < b.cause ? -1 : 1));
  }

  /** Is every user reached but those that AdminSDHolder protects by design? */
  get complete(): boolean {
    return this.lacking.every(({ cause }) => cause === "AdminSDHolder");
  }
}

function causeOf(user: UserFacts, lacking: readonly { readonly access: string }[]): Cause {
  const { descriptor } = user;
  if (!descriptor || lacking.some(({ access }) => access === "not judged")) return "not judged";
  if (lacking.some(({ access }) => access === "denied")) return "denied";
  if (!isProtected(descriptor)) return "missing";
  return user.protectedGroup ? "AdminSDHolder" : "inheritance is off";
}
