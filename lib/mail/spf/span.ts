import type { Fault } from "../../fault";

/** A piece of a text, and where it stands in that text. */
export interface Span {
  readonly text: string;
  /** UTF-16 code units before it. */
  readonly offset: number;
}

/** The part of `span` from `start` on, up to but without `end`. */
export function slice(span: Span, start: number, end?: number): Span {
  return { text: span.text.slice(start, end), offset: span.offset + start };
}

/** A fault that lies in `span`. */
export function faultAt(span: Span, message: string, advice: Pick<Fault, "expected" | "fix"> = {}): Fault {
  return {
    at: { offset: span.offset, length: span.text.length },
    message,
    received: excerpt(span.text),
    ...advice,
  };
}

/** `text` quoted, and cut where a message would drown in it. */
export function excerpt(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
