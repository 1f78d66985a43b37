import { type Asking, put } from "../../../dns/asking";
import { type DnsAnswer, type DnsType, isVoid } from "../../../dns/resolve";

/** One question to the DNS and what came back. */
export interface SpfQuery {
  readonly name: string;
  readonly type: DnsType;
  readonly answer: DnsAnswer;
  /** Does it count against the limit of void look-ups, being a term's own question answered by nothing? */
  readonly void: boolean;
}

/** How a term asks, and what it has asked: in order, as the trace shows it. */
export class Questions {
  readonly asked: SpfQuery[] = [];

  /** A question that the term itself stands for: no answer is a void look-up. */
  own<T extends DnsType>(name: string, type: T): Asking<DnsAnswer<T>> {
    return this.ask(name, type, true);
  }

  /** A question that follows from an answer, such as for a mail exchange's address: never a void look-up. */
  further<T extends DnsType>(name: string, type: T): Asking<DnsAnswer<T>> {
    return this.ask(name, type, false);
  }

  get voids(): number {
    return this.asked.filter((query) => query.void).length;
  }

  private *ask<T extends DnsType>(name: string, type: T, own: boolean): Asking<DnsAnswer<T>> {
    const answer = yield* put(name, type);
    this.asked.push({ name, type, answer, void: own && isVoid(answer) });
    return answer;
  }
}
