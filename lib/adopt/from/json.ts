import { fail, ok, type Result } from "../../fault";

/** The value of a JSON text. */
export function readJson(json: string): Result<unknown> {
  // PowerShell's redirection writes a byte order mark.
  const text = json.replace(/^\ufeff/, "");
  try {
    return ok(JSON.parse(text));
  } catch {
    // The parser's own words quote the text: a state may hold secrets.
    const received = text.trim() === "" ? "an empty file" : `${text.length} characters that are no JSON`;
    return fail({ message: "not JSON", received, expected: "the file as the tool wrote it" });
  }
}
