import { createHash } from "node:crypto";

/** A GUID made of what it stands for: the same parts always give the same one. */
export function guidOf(...parts: readonly string[]): string {
  const hash = createHash("sha256").update(parts.join("\u0000").toLowerCase()).digest("hex");
  // RFC 9562 §5.8: version 8 is for values of one's own making.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
