import { fail, ok, type Result } from "./fault";

/** The value of a JSON text. Its fault never quotes the text, as the parser's own words do: a plan or a state may hold secrets. */
export function readJson(json: string, expected = "the file as the tool wrote it"): Result<unknown> {
  // PowerShell's redirection writes a byte order mark.
  const text = json.replace(/^\ufeff/, "");
  try {
    return ok(JSON.parse(text));
  } catch {
    const received = text.trim() === "" ? "an empty file" : `${text.length} characters that are no JSON`;
    return fail({ message: "not JSON", received, expected });
  }
}
