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

/** The body as it is hashed (RFC 6376 §3.4.3, §3.4.4). */
export function canonicalBody(body: string, how: Canonicalization): string {
  const lines = body.split("\r\n");
  if (how === "relaxed") {
    for (const [at, line] of lines.entries()) lines[at] = relaxedLine(line);
  }
  let end = lines.length;
  while (end > 0 && lines[end - 1] === "") end--;
  if (end === 0) return how === "simple" ? "\r\n" : "";
  return `${lines.slice(0, end).join("\r\n")}\r\n`;
}

/** White space at the end is cut by hand: a pattern for it takes the square of a long run's length. */
function relaxedLine(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--;
  return line.slice(0, end).replace(/[ \t]+/g, " ");
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
