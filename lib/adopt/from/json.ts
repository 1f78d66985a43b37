import type { Result } from "../../fault";
import { fail, ok } from "../../fault";

/** The value of a JSON text. */
export function readJson(text: string): Result<unknown> {
  try {
    // Windows' shells write a byte order mark.
    return ok(JSON.parse(text.replace(/^\ufeff/, "")));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail({ message: `not JSON: ${why}` });
  }
}
