import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What this build of the tool is: a hash over its compiled code and the versions of what it synthesizes with,
 * written by `npm run build`. `undefined` when run from sources: then nothing may be cached.
 */
export function toolId(): string | undefined {
  try {
    return readFileSync(join(__dirname, "..", "build-id"), "utf8").trim();
  } catch {
    return undefined;
  }
}
