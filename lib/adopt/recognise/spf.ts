import { networkAddress } from "../../mail/spf/address";
import { isSpf, parseSpf } from "../../mail/spf/parse";
import type { SpfHost, SpfTerm } from "../../mail/spf/record";
import type { SpfOptions } from "../../options";

type Lists = { -readonly [Key in "ip4" | "ip6" | "include" | "exists"]?: string[] };

const VERDICTS = { "-": "fail", "~": "softfail", "?": "neutral" } as const;

/**
 * The options that declare an SPF record's senders; `undefined` for one that says what options cannot: a qualifier before a
 * term, `ptr`, `exp`, `+all`, no end, host bits in a network.
 */
export function spfOptions(text: string): SpfOptions | undefined {
  if (!isSpf(text)) return undefined;
  const read = parseSpf(text);
  if (!read.ok) return undefined;
  const { terms } = read.value;
  const [first] = terms;
  if (terms.length === 1 && first?.kind === "redirect") return { redirect: first.domain.text };
  const last = terms.at(-1);
  if (last?.kind !== "all" || last.qualifier === "+") return undefined;
  const lists: Lists = {};
  const hosts: { a: string[]; mx: string[] } = { a: [], mx: [] };
  for (const term of terms.slice(0, -1)) {
    if (!("qualifier" in term) || term.qualifier !== "+") return undefined;
    if (term.kind === "a" || term.kind === "mx") hosts[term.kind].push(hostText(term));
    else {
      const [list, text] = entryOf(term) ?? [];
      if (list === undefined || text === undefined) return undefined;
      lists[list] = [...(lists[list] ?? []), text];
    }
  }
  const a = listed(hosts.a);
  const mx = listed(hosts.mx);
  if (a === undefined || mx === undefined) return undefined;
  return {
    ...lists,
    ...(a === false ? {} : { a }),
    ...(mx === false ? {} : { mx }),
    ...(last.qualifier === "-" ? {} : { all: VERDICTS[last.qualifier] }),
  };
}

function entryOf(term: SpfTerm): readonly [keyof Lists, string] | undefined {
  switch (term.kind) {
    case "include":
    case "exists":
      return [term.kind, term.domain.text];
    case "ip4":
    case "ip6": {
      if (networkAddress(term, term.kind) !== term.address) return undefined;
      return [
        term.kind,
        term.cidr === (term.kind === "ip4" ? 32 : 128) ? term.address : `${term.address}/${term.cidr}`,
      ];
    }
    default:
      return undefined;
  }
}

/** `""` for the domain under evaluation without lengths, which only `true` can say. */
function hostText({ domain, cidr4, cidr6 }: SpfHost): string {
  const lengths = `${cidr4 === 32 ? "" : `/${cidr4}`}${cidr6 === 128 ? "" : `//${cidr6}`}`;
  return `${domain?.text ?? ""}${lengths}`;
}

/** `false`: none; `undefined`: the domain itself beside others, or with lengths, which no option says. */
function listed(hosts: readonly string[]): true | readonly string[] | false | undefined {
  if (hosts.length === 0) return false;
  if (hosts.length === 1 && hosts[0] === "") return true;
  return hosts.some((host) => host === "" || host.startsWith("/")) ? undefined : hosts;
}
