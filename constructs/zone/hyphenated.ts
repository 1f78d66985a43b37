import { createHash } from "node:crypto";

/**
 * A host name where only letters, digits and hyphens are allowed, such that two hosts never meet: `.` becomes `-` and
 * `-` becomes `--`, which host names keep apart since no label begins or ends with a hyphen. A name that is too long
 * ends in a hash.
 */
export function hyphenated(host: string, maxLength: number): string {
  const name = host.replaceAll("-", "--").replaceAll(".", "-");
  if (name.length <= maxLength) return name;
  const hash = createHash("sha256").update(host).digest("hex").slice(0, 16);
  return `${name.slice(0, maxLength - 17)}-${hash}`;
}
