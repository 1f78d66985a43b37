import type { WireRecord } from "./fields";
import type { Message, Question } from "./message";
import { RCODE } from "./message";

/** A name that stands for another. */
interface Alias {
  readonly name: string;
  readonly target: string;
  readonly ttl: number;
}

/** What a message says of a question: the aliases on the way, and what stands at their end. */
export interface Chain {
  readonly aliases: readonly Alias[];
  /** Where the aliases end, in lower case. */
  readonly end: string;
  /** Records of the type at the end. */
  readonly records: readonly WireRecord[];
  /** Does the end exist? RFC 6604 §3: the response code is about the last name of the chain. */
  readonly exists: boolean;
  /** Is it for somebody else to say what stands at the end? */
  readonly open: boolean;
}

/** RFC 1034 §3.6.2 has no number; resolvers give up between 8 and 17. */
export const LONGEST_CHAIN = 12;

/** @returns `"alias-loop"` for aliases that lead back to themselves, or too far */
export function readChain(message: Message, { name, type }: Question): Chain | "alias-loop" {
  const aliases: Alias[] = [];
  let end = name.toLowerCase();
  for (;;) {
    const records = message.answers.filter((one) => one.type === type && one.name.toLowerCase() === end);
    const exists = message.rcode !== RCODE.NXDOMAIN;
    if (records.length > 0) return { aliases, end, records, exists: true, open: false };
    const alias = message.answers.find((one) => one.type === "CNAME" && one.name.toLowerCase() === end);
    if (alias?.type !== "CNAME") {
      const denied = !exists || message.authorities.some((one) => one.type === "SOA");
      return { aliases, end, records, exists, open: aliases.length > 0 && !denied };
    }
    const target = alias.data.toLowerCase();
    aliases.push({ name: end, target, ttl: alias.ttl ?? 0 });
    if (aliases.length > LONGEST_CHAIN || aliases.some((one) => one.name === target)) return "alias-loop";
    end = target;
  }
}
