import { isSpf, parseSpf } from "./parse";
import { termKey } from "./term-key";

/**
 * Do two SPF records let the same senders pass, by terms that stand in another order? Only where every term before `all`
 * passes: then none of them takes a client from another.
 */
export function sameSenders(one: string, other: string): boolean {
  const [first, second] = [orderless(one), orderless(other)];
  return first !== undefined && first === second;
}

function orderless(text: string): string | undefined {
  if (!isSpf(text)) return undefined;
  const read = parseSpf(text);
  if (!read.ok) return undefined;
  const { terms } = read.value;
  const all = terms.findIndex(({ kind }) => kind === "all");
  if (all >= 0 && all < terms.length - 1) return undefined;
  const before = all < 0 ? terms : terms.slice(0, -1);
  if (before.some((term) => !("qualifier" in term) || term.qualifier !== "+")) return undefined;
  return [...new Set(before.map(termKey)), ...terms.slice(before.length).map(termKey)].sort().join(" ");
}
