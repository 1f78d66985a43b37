/** The record types that a wait can look for. */
export const WAITABLE = ["A", "AAAA", "CNAME", "MX", "NS", "TXT"] as const;

export type WaitableType = (typeof WAITABLE)[number];

/** What one server says about one name and type. */
export type Answer =
  /** Data in presentation form without quotes and trailing dots; empty when there is no such record. */
  | { readonly values: readonly string[] }
  /** No usable answer; the resolver's word for it, e.g. `ETIMEOUT`, `EREFUSED`. */
  | { readonly failure: string };

/** A server that can be asked: `address` is `192.0.2.53`, `192.0.2.53:5353` or `[2001:db8::53]:53`. */
export interface NameServer {
  readonly name: string;
  readonly address: string;
}

/** Names compare without regard to case and a trailing dot (RFC 4343); text compares octet by octet. */
export function canonicalValue(type: WaitableType, value: string): string {
  if (type === "TXT") return value;
  const bare = value.trim().toLowerCase().replace(/\s+/g, " ");
  return bare.length > 1 && !bare.endsWith(" .") && bare.endsWith(".") ? bare.slice(0, -1) : bare;
}

/** Does the answer hold every value? More may be there: a domain's apex has TXT records of many. */
export function holds(answer: Answer, type: WaitableType, values: readonly string[]): boolean {
  if (!("values" in answer)) return false;
  const served = new Set(answer.values.map((value) => canonicalValue(type, value)));
  return values.every((value) => served.has(canonicalValue(type, value)));
}

/** The answer for people: `nothing`, `no answer (ETIMEOUT)`, or the values. */
export function describeAnswer(answer: Answer): string {
  if ("failure" in answer) return `no answer (${answer.failure})`;
  if (answer.values.length === 0) return "nothing";
  return answer.values.map((value) => JSON.stringify(value)).join(", ");
}
