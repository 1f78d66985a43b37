import { type Fault, fail, ok, type Result } from "../fault";

/** One field of a message's header (RFC 5322 §2.2). All texts hold one character for each octet. */
export interface HeaderField {
  /** As it is written; names are compared in any case. */
  readonly name: string;
  /** What stands behind the colon, with its folds, without the line end at its end. */
  readonly body: string;
  /** The whole field as it stands, without the line end at its end. */
  readonly raw: string;
}

/** A message taken apart. */
export interface MessageParts {
  /** From the top, where the last host wrote, to the bottom. */
  readonly fields: readonly HeaderField[];
  /** One character for each octet; lines end in CRLF. */
  readonly body: string;
  /** What in the header is not as RFC 5322 has it, and was read all the same: `has NUL octets in its header`. */
  readonly oddities: readonly string[];
}

/** In octets; Exchange Online takes headers of 256 KB. */
const MOST_OF_HEADER = 16 * 1024 * 1024;
const MOST_FIELDS = 100_000;
const FIELD = /^([\x21-\x39\x3b-\x7e]+)[ \t]*:/;

/**
 * Takes a message apart, whatever it holds. Line ends may be LF, as files on disk have them: they are read as the CRLF that
 * hosts send, and that signatures are made over.
 */
export function readMessage(octets: Uint8Array): Result<MessageParts> {
  const oddities: string[] = [];
  let text = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString("latin1");
  if (text.startsWith("\xef\xbb\xbf")) {
    text = text.slice(3);
    oddities.push("begins with a byte order mark, which is left out");
  }
  const { header, body, lineEnds } = split(text);
  if (header.length > MOST_OF_HEADER) return fail(tooMuch(`a header of ${header.length} octets`));
  if (lineEnds) oddities.push("has lines that end in LF alone, and are read as ending in CRLF");
  const fields: HeaderField[] = [];
  const stray: number[] = [];
  const lines = header === "" ? [] : header.split("\r\n");
  for (let at = 0; at < lines.length; ) {
    const start = at++;
    while (at < lines.length && /^[ \t]/.test(lines[at] ?? "")) at++;
    const raw = lines.slice(start, at).join("\r\n");
    const [whole = "", name] = FIELD.exec(raw) ?? [];
    if (name !== undefined) fields.push({ name, body: raw.slice(whole.length), raw });
    else if (start === 0 && raw.startsWith("From "))
      oddities.push("begins with the envelope line of a mailbox file");
    else stray.push(start + 1);
  }
  if (fields.length > MOST_FIELDS) return fail(tooMuch(`${fields.length} header fields`));
  if (fields.length === 0) {
    return fail({
      message: "not a message: no header field",
      expected: "a message as it was received, with its whole header (RFC 5322), such as an .eml file",
    });
  }
  const [first] = stray;
  if (first !== undefined) {
    const others = stray.length > 1 ? `, and ${stray.length - 1} more` : "";
    oddities.push(`has a header whose line ${first} is no field${others}: left out`);
  }
  if (header.includes("\0")) oddities.push("has NUL octets in its header");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: octets above ASCII are meant
  if (/[^\x00-\x7f]/.test(header)) oddities.push("has octets in its header that are not ASCII");
  return ok({ fields, body, oddities });
}

function tooMuch(received: string): Fault {
  return {
    message: "more header than any host takes",
    received,
    expected: `at most ${MOST_OF_HEADER} octets and ${MOST_FIELDS} fields`,
  };
}

function split(text: string): { readonly header: string; readonly body: string; readonly lineEnds: boolean } {
  const lineEnds = /(?<!\r)\n/.test(text);
  const whole = lineEnds ? text.replace(/\r?\n/g, "\r\n") : text;
  if (whole.startsWith("\r\n")) return { header: "", body: whole.slice(2), lineEnds };
  const end = whole.indexOf("\r\n\r\n");
  if (end < 0) return { header: whole.replace(/\r\n$/, ""), body: "", lineEnds };
  return { header: whole.slice(0, end), body: whole.slice(end + 4), lineEnds };
}

/** The message again, its line ends CRLF; what was left out of the header as no field is not there. */
export function writeMessage({ fields, body }: MessageParts): string {
  return `${fields.map(({ raw }) => `${raw}\r\n`).join("")}\r\n${body}`;
}

/** Fields of a name, from the top. */
export function fieldsNamed<F extends HeaderField>(fields: readonly F[], name: string): readonly F[] {
  const wanted = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === wanted);
}

/** A field's body as one line (RFC 5322 §2.2.3). */
export function unfolded(body: string): string {
  return body.replace(/\r\n(?=[ \t])/g, "").trim();
}

/** Octets as people read them: UTF-8 where it is that (RFC 6532), else Latin-1. */
export function readable(octets: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(octets, "latin1"));
  } catch {
    return octets;
  }
}
