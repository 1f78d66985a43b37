import { type DnsRecordType, recordData } from "../../../../lib/dns/record";
import type { ZoneAnswer } from "../../../../lib/dns/zone";
import type { ServerAddress } from "../../../../observe/dns/address";
import { type DnsClient, isReferral } from "../../../../observe/dns/client";
import type { WireRecord } from "../../../../observe/dns/fields";
import { type Message, RCODE } from "../../../../observe/dns/message";
import { recordOf } from "../../../../observe/dns/record";

/** An answer in the words that a server and the model share. */
export type Verdict =
  | { readonly kind: "records"; readonly data: readonly string[] }
  | { readonly kind: "none"; readonly exists: boolean }
  | { readonly kind: "alias"; readonly to: string }
  | { readonly kind: "delegation"; readonly to: readonly string[] }
  | { readonly kind: "loop" };

/** An aliased name's verdict goes with the names on the way. */
export interface Judged {
  readonly path: readonly string[];
  readonly verdict: Verdict;
}

/** Servers give up at different steps of a circle. */
export const LOOP: Judged = { path: [], verdict: { kind: "loop" } };

/** What a model says, in the same words. */
export function verdictOf(answer: Exclude<ZoneAnswer, { readonly kind: "loop" }>): Verdict {
  switch (answer.kind) {
    case "records":
      return {
        kind: "records",
        data: answer.entries.flatMap(({ record }) => (record ? [recordData(record)] : [])).sort(),
      };
    case "none":
      return { kind: "none", exists: answer.exists };
    case "elsewhere":
      return answer.how === "alias"
        ? { kind: "alias", to: answer.name }
        : { kind: "delegation", to: [...answer.to].sort() };
    case "unknown":
      throw new Error(`whole zones leave nothing unknown: ${JSON.stringify(answer)}`);
  }
}

/** What a resolver makes of the server's answers: it asks again for the end of an alias that the server left open. */
export async function resolve(
  client: DnsClient,
  address: ServerAddress,
  asked: string,
  type: DnsRecordType,
): Promise<Judged> {
  const path: string[] = [];
  const seen = new Set([asked]);
  const done = (verdict: Verdict): Judged => ({ path, verdict });
  for (let name = asked; ; ) {
    const reply = await client.askServer(address, { name, type });
    if (reply.kind === "failure") {
      // What bind9 answers to an alias of itself.
      if (reply.reason === "servfail") return LOOP;
      if (reply.reason === "refused" && name !== asked) return done({ kind: "alias", to: name });
      throw new Error(`${asked}: ${name} ${type}: ${JSON.stringify(reply)}`);
    }
    const { message } = reply;
    const before = name;
    for (;;) {
      const data = message.answers.filter((one) => one.type === type && sameName(one.name, name)).map(dataOf);
      if (data.length > 0) return done({ kind: "records", data: data.sort() });
      const alias = message.answers.find((one) => one.type === "CNAME" && sameName(one.name, name));
      if (alias?.type !== "CNAME") break;
      name = alias.data.toLowerCase();
      path.push(name);
      if (seen.has(name)) return LOOP;
      seen.add(name);
    }
    if (name !== before) continue;
    if (isReferral(message)) return done({ kind: "delegation", to: serversOf(message) });
    return done({ kind: "none", exists: message.rcode !== RCODE.NXDOMAIN });
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b;
}

function dataOf(wire: WireRecord): string {
  if (wire.type === "CNAME" || wire.type === "NS") return wire.data.toLowerCase();
  if (wire.type === "MX") return `${wire.data.preference ?? 0} ${wire.data.exchange.toLowerCase()}`;
  const record = recordOf({ ...wire, name: "name.example" });
  if (!record) throw new Error(`a record that cannot be read: ${JSON.stringify(wire)}`);
  return recordData(record);
}

function serversOf({ authorities }: Message): readonly string[] {
  return authorities.flatMap((one) => (one.type === "NS" ? [one.data.toLowerCase()] : [])).sort();
}
