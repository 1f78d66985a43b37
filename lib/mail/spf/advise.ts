import type { Fault } from "../../fault";
import { networkAddress } from "./address";
import { isDirective } from "./effective";
import { formatSpfTerm } from "./format";
import type { DomainSpec, MacroString } from "./macro";
import type { SpfRecord, SpfTerm } from "./record";
import { excerpt } from "./span";
import { termKey } from "./term-key";

type Note = Pick<Fault, "message" | "expected" | "fix">;

/**
 * What is legal in the record and yet not what its author can want: terms without effect, terms that RFC 7208
 * advises against, names no query can be made of. Each note's path is `["terms", index]`; a note on the whole
 * record has none. Whether a policy is strict enough is not judged here.
 */
export function adviseSpf(record: SpfRecord): Fault[] {
  const all = record.terms.findIndex(({ kind }) => kind === "all");
  const seen = new Set<string>();
  const notes = record.terms.flatMap((term, index) => {
    const found = [...effectNotes(term, index, all, seen), ...formNotes(term)];
    const received = excerpt(formatSpfTerm(term));
    return found.map((note) => ({ path: ["terms", index], received, ...note }));
  });
  const terminated = record.terms.some(({ kind }) => kind === "all" || kind === "redirect");
  return terminated ? notes : [...notes, UNTERMINATED];
}

/** RFC 7208 §4.7: the default verdict is neutral, and a record should not rely on it. */
const UNTERMINATED: Fault = {
  message: "record ends without all or redirect: every other client is neutral",
  expected: "a record that says what to make of everyone else (RFC 7208 §4.7)",
};

/** Notes on a term that changes no verdict. `all` is the index of the first `all`, or -1. */
function effectNotes(term: SpfTerm, index: number, all: number, seen: Set<string>): Note[] {
  if (term.kind === "unknown") return modifierNotes(term.name.toLowerCase(), term.value);
  if (term.kind === "redirect" && all !== -1) {
    return [{ message: "redirect beside all is ignored", fix: "remove one of the two (RFC 7208 §6.1)" }];
  }
  if (!isDirective(term)) return [];
  if (all !== -1 && index > all) {
    const fix = "move it in front of all, or remove it (RFC 7208 §5.1)";
    return [{ message: "term after all is never evaluated", fix }];
  }
  // Where the earlier term did not match, this one does not either, whatever its qualifier.
  const key = termKey({ ...term, qualifier: "+" });
  if (seen.has(key)) return [{ message: "term repeats an earlier one and never decides", fix: "remove it" }];
  seen.add(key);
  return [];
}

/** Unknown modifiers that were meant to be something else. */
function modifierNotes(name: string, value: MacroString): Note[] {
  if (name === "v") {
    return [
      {
        message: "version inside the record is read as an unknown modifier",
        fix: "merge the records into one",
      },
    ];
  }
  if (!/^(?:include|a|mx|ptr|ip4|ip6|exists)$/.test(name)) return [];
  return [
    {
      message: `${name}= is an unknown modifier, not the mechanism, and has no effect`,
      fix: `write ${name}:${value.text}`,
    },
  ];
}

/** Notes on what the term itself says. */
function formNotes(term: SpfTerm): Note[] {
  switch (term.kind) {
    case "ptr":
      return [
        {
          message: "ptr is slow, unreliable and not to be published (RFC 7208 §5.5)",
          fix: "name the hosts with ip4, ip6 or a",
        },
        ...domainNotes(term.domain),
      ];
    case "ip4":
    case "ip6": {
      const network = networkAddress(term, term.kind);
      if (network === term.address) return [];
      return [{ message: "address has host bits set", fix: `write ${term.kind}:${network}/${term.cidr}` }];
    }
    case "all":
    case "unknown":
      return [];
    default:
      return domainNotes(term.domain);
  }
}

function domainNotes(domain: DomainSpec | undefined): Note[] {
  if (domain === undefined) return [];
  if (domain.parts.some((part) => part.kind === "macro" && part.letter === "p")) {
    return [{ message: "macro %{p} is slow, unreliable and not to be published (RFC 7208 §7.2)" }];
  }
  if (domain.parts.some((part) => part.kind !== "literal")) return [];
  const name = domain.text.replace(/\.$/, "");
  const queryable = name.length <= 253 && name.split(".").every((label) => /^.{1,63}$/.test(label));
  if (queryable) return [];
  return [
    {
      message:
        "no DNS query can be made of this domain, and receivers differ on what follows (RFC 7208 §4.8)",
      expected: "labels of 1 to 63 octets, at most 253 octets in all",
    },
  ];
}
