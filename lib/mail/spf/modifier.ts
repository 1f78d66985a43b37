import { ok, type Result } from "../../fault";
import { domainSpecOf } from "./domain-spec";
import { parseMacroString } from "./macro";
import type { SpfModifier } from "./record";
import { type Span, slice } from "./span";

/** The name of the modifier that `term` is: `=` stands after a name and before any `:` or `/` (RFC 7208 §4.6.1). */
export function modifierName(term: Span): string | undefined {
  return /^([a-z][a-z0-9._-]*)=/i.exec(term.text)?.[1];
}

/**
 * Reads a modifier (§6). A known name with a wrong value is a fault, not an unknown modifier;
 * an unknown one must still be a macro string, and may hold every macro letter of the grammar.
 */
export function parseModifier(term: Span, name: string): Result<SpfModifier> {
  const value = slice(term, name.length + 1);
  const kind = name.toLowerCase();
  if (kind === "redirect" || kind === "exp") {
    const domain = domainSpecOf(value);
    return domain.ok ? ok({ kind, domain: domain.value }) : domain;
  }
  const text = parseMacroString(value, "explanation");
  return text.ok ? ok({ kind: "unknown", name, value: text.value }) : text;
}
