import { canonicalIp4, canonicalIp6 } from "../dns/address";
import { secondsOf } from "./date";
import { type Piece, piecesOf } from "./structured";

/** A host as a Received field names it. */
interface NamedHost {
  /** For `from`, what the client called itself, which anybody can choose; for `by`, the host's own name. */
  readonly name: string;
  /** The address, as the host that wrote the field saw it; canonical. */
  readonly ip?: string;
}

/** What a host wrote down as it took a message over (RFC 5321 §4.4). */
export interface Received {
  readonly from?: NamedHost;
  readonly by?: NamedHost;
  /** The protocol: `ESMTPS`, `Microsoft SMTP Server`, `mapi`, `HTTPS`. */
  readonly with?: string;
  readonly via?: string;
  readonly id?: string;
  /** Whether the connection was encrypted; absent where the field does not say. */
  readonly tls?: string;
  /** Seconds since 1970. */
  readonly time?: number;
}

const CLAUSES = new Set(["from", "by", "via", "with", "id", "for"]);

/** Reads a Received field as far as it can be read; hosts write it as they like. `undefined` for none of its clauses. */
export function parseReceived(body: string): Received | undefined {
  const pieces = piecesOf(body);
  if (!pieces) return undefined;
  const clauses = clausesOf(pieces);
  const end = pieces.findLastIndex(({ kind }) => kind === "semicolon");
  const date = pieces
    .slice(end + 1)
    .flatMap(({ kind, text }) => (kind === "word" ? [text] : []))
    .join(" ");
  const time = end < 0 ? undefined : secondsOf(date);
  const [from, by] = [hostOf(clauses.get("from")), hostOf(clauses.get("by"))];
  const [protocol, via, id] = [
    wordsOf(clauses.get("with")),
    wordsOf(clauses.get("via")),
    wordsOf(clauses.get("id")),
  ];
  if (!from && !by && protocol === undefined) return undefined;
  const tls = tlsOf(pieces, protocol);
  return {
    ...(from ? { from } : {}),
    ...(by ? { by } : {}),
    ...(protocol === undefined ? {} : { with: protocol }),
    ...(via === undefined ? {} : { via }),
    ...(id === undefined ? {} : { id }),
    ...(tls === undefined ? {} : { tls }),
    ...(time === undefined ? {} : { time }),
  };
}

/** Pieces by the word that introduces them; of a word that is there twice the first counts. */
function clausesOf(pieces: readonly Piece[]): ReadonlyMap<string, readonly Piece[]> {
  const clauses = new Map<string, Piece[]>();
  let current: Piece[] | undefined;
  let isValue = false;
  for (const piece of pieces) {
    const word = piece.kind === "word" ? piece.text.toLowerCase() : "";
    if (!isValue && CLAUSES.has(word)) {
      current = [];
      if (!clauses.has(word)) clauses.set(word, current);
      // A host may be called as one of the words.
      isValue = true;
      continue;
    }
    if (piece.kind === "semicolon") current = undefined;
    current?.push(piece);
    isValue = false;
  }
  return clauses;
}

function hostOf(pieces: readonly Piece[] | undefined): NamedHost | undefined {
  const name = pieces?.find(({ kind }) => kind === "word")?.text;
  if (pieces === undefined || name === undefined) return undefined;
  const inComments = pieces.flatMap(({ kind, text }) => (kind === "comment" ? [addressIn(text)] : []));
  const ip = inComments.find((each) => each !== undefined) ?? addressIn(name);
  return { name, ...(ip === undefined ? {} : { ip }) };
}

/** `[192.0.2.1]`, `[IPv6:2001:db8::1]`, `(mail.contoso.com [192.0.2.1])`, `(2603:10a6:10:232::10)`, `([fe80::1%4])`. */
function addressIn(text: string): string | undefined {
  const bracketed = /\[(?:IPv6:)?([0-9a-f.:]{2,45})(?:%\w+)?\]/i.exec(text.slice(0, 1000))?.[1];
  const bare = bracketed ?? /^([0-9a-f.:]{2,45})(?=$|[\s)])/i.exec(text)?.[1];
  return bare === undefined ? undefined : (canonicalIp4(bare) ?? canonicalIp6(bare));
}

function wordsOf(pieces: readonly Piece[] | undefined): string | undefined {
  const words = (pieces ?? []).flatMap(({ kind, text }) => (kind === "comment" ? [] : [text]));
  return words.length === 0 ? undefined : words.join(" ");
}

/** Exchange writes `version=TLS1_2`, Postfix `using TLSv1.3`; a protocol that ends in S or SA is encrypted (RFC 3848). */
function tlsOf(pieces: readonly Piece[], protocol: string | undefined): string | undefined {
  for (const { kind, text } of pieces) {
    const version = kind === "comment" ? /\b(?:version=|using )(TLS[\w.]+)/i.exec(text)?.[1] : undefined;
    if (version !== undefined) return version.replace("_", ".").replace(/^TLSv?/i, "TLS ");
  }
  return /^(?:E?SMTPSA?|LMTPSA?|UTF8SMTPSA?)$/i.test(protocol ?? "") ? "TLS" : undefined;
}
