import { type Piece, piecesOf } from "./structured";

/** What one authority says by one method. */
export interface MethodResult {
  /** `spf`, `dkim`, `dmarc`, `arc`, `compauth`, …; lower case. */
  readonly method: string;
  /** `pass`, `fail`, `none`, …; lower case. */
  readonly result: string;
  /** What stands in parentheses: `sender IP is 192.0.2.1`. */
  readonly comment?: string;
  /** `smtp.mailfrom`, `header.d`, and without a dot `reason`, `action`; in order, names in lower case. */
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** An Authentication-Results field (RFC 8601 §2.2), or one of Microsoft's, which names no authority. */
export interface AuthenticationResults {
  /** Who says so; absent in Exchange Online's own. */
  readonly authority?: string;
  /** Of ARC-Authentication-Results: the place in the chain (RFC 8617 §4.1.1). */
  readonly instance?: number;
  readonly results: readonly MethodResult[];
}

/** Reads a field of results; `undefined` for a body that is too long to be a host's. */
export function parseAuthenticationResults(body: string): AuthenticationResults | undefined {
  const pieces = piecesOf(body);
  if (!pieces) return undefined;
  const parts = partsOf(pieces);
  let authority: string | undefined;
  let instance: number | undefined;
  const results: MethodResult[] = [];
  for (const [at, part] of parts.entries()) {
    const read = readPart(part);
    if (read && !(read.method === "i" && /^\d+$/.test(read.result))) results.push(read);
    else if (read) instance = Number(read.result);
    else if (authority === undefined && results.length === 0 && at < 2) authority = wordOf(part);
  }
  return {
    ...(authority === undefined ? {} : { authority }),
    ...(instance === undefined ? {} : { instance }),
    results,
  };
}

/** The value of a property; of several the first. */
export function propertyOf({ properties }: MethodResult, name: string): string | undefined {
  return properties.find(([key]) => key === name)?.[1];
}

function partsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "semicolon") parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts.filter((part) => part.length > 0);
}

function wordOf(part: readonly Piece[]): string | undefined {
  const text = part.find(({ kind }) => kind === "word" || kind === "quoted")?.text;
  return text === undefined || text.includes("=") ? undefined : text.toLowerCase();
}

/** `dkim=pass (signature was verified) header.d=contoso.com`; white space may stand around `=`. */
function readPart(part: readonly Piece[]): MethodResult | undefined {
  const comment = part.find(({ kind }) => kind === "comment")?.text;
  const [first, ...properties] = assignmentsOf(part);
  if (!first) return undefined;
  const method = /^([a-z][a-z0-9-]*)(?:\/\d+)?$/i.exec(first[0])?.[1];
  if (method === undefined) return undefined;
  return {
    method: method.toLowerCase(),
    result: first[1].toLowerCase(),
    ...(comment === undefined ? {} : { comment }),
    properties,
  };
}

function assignmentsOf(part: readonly Piece[]): readonly (readonly [string, string])[] {
  const assignments: [string, string][] = [];
  /** A word that may turn out to be a name, with its `=` to come. */
  let name: string | undefined;
  let isOpen = false;
  for (const { kind, text, isGlued } of part) {
    if (kind === "comment") continue;
    const last = assignments.at(-1);
    if (last && (isOpen || (isGlued && name === undefined))) {
      last[1] += text;
      isOpen = false;
      continue;
    }
    const equals = kind === "word" ? text.indexOf("=") : -1;
    const key = equals === 0 ? name : text.slice(0, Math.max(equals, 0));
    name = kind === "word" && equals < 0 ? text : undefined;
    if (equals < 0 || key === undefined || key === "") continue;
    assignments.push([key.toLowerCase(), text.slice(equals + 1)]);
    isOpen = equals === text.length - 1;
  }
  return assignments;
}
