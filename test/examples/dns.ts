import type { PublishedRecord } from "./published";
import { answerOfOthers } from "./third-parties";

/** What mailauth asks here: TXT as lists of character-strings, addresses and names as text. No SPF record has `mx`. */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

type Data = Pick<PublishedRecord, "name" | "type" | "data" | "strings">;

/** More links than any chain of aliases here has. */
const MAX_ALIASES = 8;

/**
 * The DNS of a world that holds an estate's records, its third parties and nothing else. Aliases are followed and
 * wildcards answer as RFC 4592 has it; what is not there is refused with ENOTFOUND, or ENODATA where the name exists.
 */
export function dnsOf(records: readonly Data[]): Resolver {
  const nodes = new Map<string, Data[]>();
  for (const record of records) {
    nodes.set(record.name, [...(nodes.get(record.name) ?? []), record]);
    // What stands above a record exists too (RFC 8020 §2).
    for (let name = parent(record.name); name !== ""; name = parent(name)) {
      if (!nodes.has(name)) nodes.set(name, []);
    }
  }

  const at = (name: string): readonly Data[] | undefined => {
    const own = nodes.get(name) ?? answerOfOthers(name);
    if (own) return own;
    let encloser = parent(name);
    while (encloser !== "" && !nodes.has(encloser)) encloser = parent(encloser);
    return nodes.get(`*.${encloser}`);
  };

  return async (asked, type) => {
    let name = asked.toLowerCase().replace(/\.$/, "");
    for (let links = 0; links < MAX_ALIASES; links++) {
      const found = at(name);
      if (!found) throw dnsError("ENOTFOUND", asked);
      const answers = found.filter((record) => record.type === type);
      if (answers.length > 0) {
        return type === "TXT" ? answers.map(({ strings }) => [...strings]) : answers.map(({ data }) => data);
      }
      const alias = found.find((record) => record.type === "CNAME");
      if (!alias) throw dnsError("ENODATA", asked);
      name = alias.data;
    }
    throw new Error(`a chain of aliases without an end at ${asked}`);
  };
}

function dnsError(code: "ENOTFOUND" | "ENODATA", name: string): Error {
  return Object.assign(new Error(`${code} ${name}`), { code });
}

function parent(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}
