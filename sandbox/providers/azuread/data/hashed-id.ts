import { createHash } from "node:crypto";

/** The id of a data source that found many: their kind, and a hash over what they are. */
export function hashedId(kind: string, parts: readonly string[]): string {
  return `${kind}#${createHash("sha1").update(parts.join("-")).digest("base64url")}`;
}
