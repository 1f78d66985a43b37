import type { HeaderField } from "../../header-fields";

/** How a header or a body is made the same before it is signed and verified (RFC 6376 §3.4). */
export type Canonicalization = "simple" | "relaxed";

/** One field as it is hashed, without a line end (RFC 6376 §3.4.1, §3.4.2). */
export function canonicalField({ name, body, raw }: HeaderField, how: Canonicalization): string {
  if (how === "simple") return raw;
  const value = body
    .replace(/\r\n(?=[ \t])/g, "")
    .replace(/[ \t]+/g, " ")
    .replace(/^ | $/g, "");
  return `${name.toLowerCase()}:${value}`;
}

/** The body as it is hashed (RFC 6376 §3.4.3, §3.4.4). Never cut into lines, of which a hostile body has millions. */
export function canonicalBody(body: string, how: Canonicalization): string {
  const text = how === "simple" ? body : body.replace(/[ \t]+/g, " ").replaceAll(" \r\n", "\r\n");
  let end = how === "relaxed" && text.endsWith(" ") ? text.length - 1 : text.length;
  while (text.endsWith("\r\n", end)) end -= 2;
  if (end === 0) return how === "simple" ? "\r\n" : "";
  return `${text.slice(0, end)}\r\n`;
}

/** A signature's own field with nothing in its `b` tag, as it is signed itself (RFC 6376 §3.5). */
export function withoutSignature(field: HeaderField): HeaderField {
  const start = field.raw.length - field.body.length;
  const body = field.body
    .split(";")
    .map((piece) => (/^\s*b\s*=/.test(piece) ? piece.slice(0, piece.indexOf("=") + 1) : piece))
    .join(";");
  return { name: field.name, body, raw: `${field.raw.slice(0, start)}${body}` };
}

/**
 * The fields that a list of names stands for, from the bottom up for a name that is there more than once; names that are
 * not there stand for nothing (RFC 6376 §5.4.2).
 */
export function signedFields(
  fields: readonly HeaderField[],
  names: readonly string[],
): readonly HeaderField[] {
  const left = new Map<string, HeaderField[]>();
  for (const field of fields) {
    const key = field.name.toLowerCase();
    const held = left.get(key);
    if (held) held.push(field);
    else left.set(key, [field]);
  }
  return names.flatMap((name) => left.get(name.toLowerCase())?.pop() ?? []);
}
