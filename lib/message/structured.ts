/** A piece of a structured field body (RFC 5322 §3.2): a word, a quoted text, a comment, or a semicolon. */
export interface Piece {
  readonly kind: "word" | "quoted" | "comment" | "semicolon";
  /** Without its quotes, parentheses and backslashes. */
  readonly text: string;
  /** Does it follow the piece before without white space or comment? */
  readonly isGlued: boolean;
}

/** A body of more is not read: hosts write some hundred octets. In octets. */
const LONGEST = 64 * 1024;

/**
 * Cuts a field body into pieces, once through: comments nest, and what is not closed goes to the end.
 * @returns `undefined` for a body that is too long to be a host's
 */
export function piecesOf(body: string): readonly Piece[] | undefined {
  if (body.length > LONGEST) return undefined;
  const pieces: Piece[] = [];
  let at = 0;
  let isGlued = false;
  const put = (kind: Piece["kind"], text: string) => {
    pieces.push({ kind, text, isGlued });
    isGlued = true;
  };
  while (at < body.length) {
    const one = body[at] ?? "";
    if (/\s/.test(one)) {
      at++;
      isGlued = false;
    } else if (one === "(") {
      const { text, end } = commentAt(body, at);
      at = end;
      put("comment", text);
      isGlued = false;
    } else if (one === '"') {
      const { text, end } = quotedAt(body, at);
      at = end;
      put("quoted", text);
    } else if (one === ";") {
      at++;
      put("semicolon", ";");
      isGlued = false;
    } else {
      const start = at;
      while (at < body.length && !/[\s(";]/.test(body[at] ?? "")) at++;
      if (at === start) at++;
      put("word", body.slice(start, at));
    }
  }
  return pieces;
}

function commentAt(body: string, start: number): { readonly text: string; readonly end: number } {
  let depth = 0;
  let text = "";
  for (let at = start; at < body.length; at++) {
    const one = body[at] ?? "";
    if (one === "\\") text += body[++at] ?? "";
    else if (one === "(") {
      if (depth++ > 0) text += one;
    } else if (one === ")") {
      if (--depth === 0) return { text: oneLine(text), end: at + 1 };
      text += one;
    } else text += one;
  }
  return { text: oneLine(text), end: body.length };
}

function quotedAt(body: string, start: number): { readonly text: string; readonly end: number } {
  let text = "";
  for (let at = start + 1; at < body.length; at++) {
    const one = body[at] ?? "";
    if (one === "\\") text += body[++at] ?? "";
    else if (one === '"') return { text: oneLine(text), end: at + 1 };
    else text += one;
  }
  return { text: oneLine(text), end: body.length };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
