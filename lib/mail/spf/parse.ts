import { type Fault, fail, type Result, settle } from "../../fault";
import { parseDirective } from "./directive";
import { illegalCharacters } from "./domain-spec";
import { modifierName, parseModifier } from "./modifier";
import type { SpfRecord, SpfTerm } from "./record";
import { faultAt, type Span, slice } from "./span";

/**
 * Is `txt` an SPF record, well-formed or not? It is if it begins with `v=spf1`, in any case,
 * and then ends or goes on with a space (RFC 7208 §4.5). A name must have at most one such record.
 */
export function isSpf(txt: string): boolean {
  return /^v=spf1(?: |$)/i.test(txt);
}

/**
 * Reads an SPF record, with every fault of every term: one of them anywhere,
 * also after `all`, makes the whole record a permerror for receivers (RFC 7208 §4.6).
 */
export function parseSpf(text: string): Result<SpfRecord> {
  if (!isSpf(text)) return fail(versionFault(text));
  const faults: Fault[] = [];
  const terms: SpfTerm[] = [];
  const once = new Set<SpfTerm["kind"]>();
  for (const span of termSpans(text)) {
    const term = parseTerm(span);
    if (!term.ok) {
      faults.push(...term.faults);
      continue;
    }
    const { kind } = term.value;
    if (kind === "redirect" || kind === "exp") {
      if (once.has(kind))
        faults.push(faultAt(span, `second ${kind}`, { expected: "at most one (RFC 7208 §6)" }));
      once.add(kind);
    }
    terms.push(term.value);
  }
  return settle(faults, () => ({ terms }));
}

/** One term, without the spaces around it. */
function parseTerm(span: Span): Result<SpfTerm> {
  const illegal = illegalCharacters(span);
  if (illegal.length > 0) return fail(...illegal);
  const name = modifierName(span);
  return name === undefined ? parseDirective(span) : parseModifier(span, name);
}

/** Terms stand between spaces, one or more; no other white space separates (§4.6.1). */
function* termSpans(text: string): Generator<Span> {
  const terms = slice({ text, offset: 0 }, "v=spf1".length);
  for (const term of terms.text.matchAll(/[^ ]+/g))
    yield { text: term[0], offset: terms.offset + term.index };
}

function versionFault(text: string): Fault {
  const [version = ""] = /^[^ ]*/.exec(text) ?? [];
  const bare = text.trim().replace(/^"|"$/g, "");
  return faultAt({ text: version, offset: 0 }, "not an SPF record", {
    expected: "v=spf1, then a space or the end",
    ...(bare !== text && isSpf(bare)
      ? { fix: "leave out the quotes and white space around the record" }
      : {}),
  });
}
