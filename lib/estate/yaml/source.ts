import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Place } from "../../located-fault";

/** Where one entry of a mapping or sequence stands in its file, as UTF-16 offsets. */
export interface Entry {
  /** Of the key; of the value where there is no key. */
  readonly key: number;
  /** Of the value; of the key where the value is empty or a collection, which is best known by its key. */
  readonly value: number;
  /** The value's text as it is written, quotes excluded, where the value is a scalar. */
  readonly written?: string;
}

/**
 * One YAML (or JSON) file. Reading it for its values costs one parse; what is needed to tell places
 * is worked out only when a place is asked for.
 */
export class SourceFile {
  private parsed: readonly Event[] | undefined;
  private lineStarts: readonly number[] | undefined;
  private readonly entriesAt = new Map<number, ReadonlyMap<string | number, Entry>>();

  constructor(
    readonly path: string,
    readonly text: string,
  ) {}

  /**
   * The parser's events. They are dropped by {@link forget} and parsed anew when asked for again.
   * @throws YAMLException at the first syntax error
   */
  events(): readonly Event[] {
    this.parsed ??= parseEvents(this.text, {});
    return this.parsed;
  }

  /** How many values and keys are written in it. @throws YAMLException as {@link events} does */
  nodes(): number {
    let count = 0;
    for (const { type } of this.events()) if (type !== EVENT_ID.POP && type !== EVENT_ID.DOCUMENT) count++;
    return count;
  }

  /** Lets go of the events, which weigh ten times the text. */
  forget(): void {
    this.parsed = undefined;
  }

  /** Line and column of an offset. */
  place(offset: number): Place {
    this.lineStarts ??= lineStarts(this.text);
    const line = lastAtMost(this.lineStarts, offset);
    return { file: this.path, line: line + 1, column: offset - (this.lineStarts[line] ?? 0) + 1 };
  }

  /** The entries of the mapping or sequence that begins with the given event; of duplicate keys the first. */
  entries(opening: number): ReadonlyMap<string | number, Entry> {
    const known = this.entriesAt.get(opening);
    if (known) return known;
    const entries = this.readEntries(opening);
    this.entriesAt.set(opening, entries);
    return entries;
  }

  private readEntries(opening: number): Map<string | number, Entry> {
    const events = this.events();
    const entries = new Map<string | number, Entry>();
    const isMapping = events[opening]?.type === EVENT_ID.MAPPING;
    for (let next = opening + 1, index = 0; next < events.length; index++) {
      const first = events[next];
      if (!first || first.type === EVENT_ID.POP) break;
      const at = isMapping ? endOf(events, next) : next;
      const value = events[at];
      next = value ? endOf(events, at) : events.length;
      if (!value) break;
      const name = isMapping ? keyText(this.text, first) : index;
      if (name === undefined || entries.has(name)) continue;
      const key = offsetOf(isMapping ? first : value);
      const isText = value.type === EVENT_ID.SCALAR && value.valueStart !== -1;
      entries.set(name, {
        key,
        value: isText || value.type === EVENT_ID.ALIAS || !isMapping ? offsetOf(value) : key,
        ...(isText ? { written: this.text.slice(value.valueStart, value.valueEnd) } : {}),
      });
    }
    return entries;
  }
}

/** The text of a key, or nothing for a key that is no scalar. */
export function keyText(text: string, key: Event): string | undefined {
  return key.type === EVENT_ID.SCALAR ? getScalarValue(text, key) : undefined;
}

/** Where an event's node begins, its quote or tag included; 0 for an empty node, which stands nowhere. */
export function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return Math.max(0, scalarStart(event));
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.tagStart === -1 ? event.start : event.tagStart;
    default:
      return 0;
  }
}

function scalarStart(event: ScalarEvent): number {
  if (event.tagStart !== -1) return event.tagStart;
  const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  return quoted ? event.valueStart - 1 : event.valueStart;
}

/** Index of the event after the node that begins at `index`. */
export function endOf(events: readonly Event[], index: number): number {
  let depth = 0;
  for (let next = index; next < events.length; next++) {
    const type = events[next]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    else if (type === EVENT_ID.POP) depth--;
    if (depth === 0) return next + 1;
  }
  return events.length;
}

/** YAML 1.2 §5.4: a line ends with CR LF, LF or CR. */
function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}

/** Index of the last of the sorted numbers that is not greater than `bound`; 0 when all are. */
function lastAtMost(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= bound) low = middle;
    else high = middle - 1;
  }
  return low;
}
