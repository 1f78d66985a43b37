import { fail, type Result } from "../../fault";
import { illegalCharacters } from "./domain-spec";
import { type MacroString, parseMacroString } from "./macro";

/**
 * Reads the text to which an `exp` modifier points (RFC 7208 §6.2): a macro string with spaces,
 * in which the macro letters `c`, `r` and `t` are legal too. Receivers ignore a text with a fault.
 */
export function parseExplanation(text: string): Result<MacroString> {
  const span = { text, offset: 0 };
  const illegal = illegalCharacters(span, "visible and space");
  return illegal.length > 0 ? fail(...illegal) : parseMacroString(span, "explanation");
}
