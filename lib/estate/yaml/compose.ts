import {
  type AliasEvent,
  boolCoreTag,
  EVENT_ID,
  type Event,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  type MappingEvent,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { Fault, Path } from "../../fault";
import { isMapping, type Mapping, setMember } from "../../mapping";
import type { Origins } from "./origins";
import { endOf, keyText, offsetOf, type SourceFile } from "./source";

/** What a file may ask of its surroundings while it is composed. */
export interface ComposeContext {
  readonly origins: Origins;
  /** Takes a fault that stands at an offset of the file, with the offset of its other party if there is one. */
  report(source: SourceFile, offset: number, fault: Fault, other?: number): void;
  /** The value that an `!include` stands for, or `undefined` when it was refused and reported. */
  include(patterns: readonly string[], site: IncludeSite): unknown;
}

/** Where an include stands. */
export interface IncludeSite {
  readonly source: SourceFile;
  readonly offset: number;
  /** From the root of the estate. */
  readonly path: Path;
}

/** Values reached through aliases beyond those written out: a "billion laughs" file ends here. */
const MAX_ALIASED_NODES = 200_000;

const INCLUDE = "!include";

/** The tags that say what the node is anyway. */
const OWN_TAG = { [EVENT_ID.SCALAR]: "!!str", [EVENT_ID.SEQUENCE]: "!!seq", [EVENT_ID.MAPPING]: "!!map" };

/** YAML 1.2 core schema (§10.3.2): `yes`, `on` and dates are text; `true`, `12`, `1e3` and `~` are not. */
const TAGS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag] as const;

/** Most plain scalars begin with a letter that no tag claims; they are text at once. */
const FIRST = new Set(TAGS.flatMap((tag) => tag.implicitFirstChars ?? []));

/**
 * Builds the value of a parsed file. js-yaml's own constructor stops at the first duplicate key and turns
 * the key `007` into `7`; this one reports every fault with its offset and keeps keys as they are written.
 */
export class Composer {
  private readonly source: SourceFile;
  private readonly context: ComposeContext;
  private readonly path: (string | number)[];
  private readonly events: readonly Event[];
  private readonly anchors = new Map<string, { readonly value: unknown; readonly size: number }>();
  private next = 0;
  private nodes = 0;
  private aliased = 0;

  constructor(source: SourceFile, context: ComposeContext, path: Path) {
    this.source = source;
    this.context = context;
    this.path = [...path];
    this.events = source.events();
  }

  /** The value of the file's only document; `null` for an empty file. */
  compose(): unknown {
    if (this.events.length === 0) return null;
    this.next = 1;
    const value = this.node();
    const second = this.events[this.next + 2];
    if (second) this.report(offsetOf(second), { message: "a second document in one file", fix: "split it" });
    return value;
  }

  /** The next node; `undefined` stands for one that was refused, which its parent leaves out. */
  private node(): unknown {
    const index = this.next++;
    const event = this.events[index];
    const before = this.nodes++;
    if (event?.type === EVENT_ID.ALIAS) return this.alias(event);
    if (
      event?.type !== EVENT_ID.SCALAR &&
      event?.type !== EVENT_ID.SEQUENCE &&
      event?.type !== EVENT_ID.MAPPING
    ) {
      return undefined;
    }
    const value = this.tagged(event, index);
    if (event.anchorStart !== -1) {
      const name = this.source.text.slice(event.anchorStart, event.anchorEnd);
      this.anchors.set(name, { value, size: this.nodes - before });
    }
    return value;
  }

  private tagged(event: ScalarEvent | SequenceEvent | MappingEvent, index: number): unknown {
    if (event.tagStart === -1) return this.plain(event, index, "");
    const tag = this.source.text.slice(event.tagStart, event.tagEnd);
    const value = this.plain(event, index, tag);
    if (tag === "!" || tag === OWN_TAG[event.type]) return value;
    if (tag === INCLUDE) return this.include(event, value);
    this.report(event.tagStart, { message: "tag without meaning here", received: tag, expected: INCLUDE });
    return undefined;
  }

  private plain(event: ScalarEvent | SequenceEvent | MappingEvent, index: number, tag: string): unknown {
    if (event.type === EVENT_ID.SEQUENCE) return this.sequence(index);
    if (event.type === EVENT_ID.MAPPING) return this.mapping(index);
    const text = getScalarValue(this.source.text, event);
    return tag === "" && event.style === SCALAR_STYLE.PLAIN ? plainValue(text) : text;
  }

  private sequence(index: number): unknown[] {
    const value: unknown[] = [];
    this.context.origins.written(value, this.source, index);
    while (this.more()) {
      this.path.push(value.length);
      // A refused item keeps its seat, so that the places of those behind it stay right.
      value.push(this.node());
      this.path.pop();
    }
    return value;
  }

  private mapping(index: number): Mapping {
    const value: Mapping = {};
    const merged: Mapping[] = [];
    const refused = new Set<string>();
    while (this.more()) {
      const event = this.events[this.next];
      const key = event && keyText(this.source.text, event);
      if (event?.type !== EVENT_ID.SCALAR || key === undefined) {
        this.skipPair();
        continue;
      }
      this.next++;
      this.path.push(key);
      if (key === "<<" && event.style === SCALAR_STYLE.PLAIN) {
        merged.push(...this.mergeSources(offsetOf(event)));
      } else {
        const member = this.node();
        if (Object.hasOwn(value, key) || refused.has(key)) {
          this.reportDuplicate(index, key, offsetOf(event));
        } else if (member === undefined) refused.add(key);
        else setMember(value, key, member);
      }
      this.path.pop();
    }
    for (const source of merged) {
      for (const [key, member] of Object.entries(source)) {
        if (!Object.hasOwn(value, key)) setMember(value, key, member);
      }
    }
    this.context.origins.written(value, this.source, index, merged);
    return value;
  }

  /** What stands behind `<<`: a mapping or a list of them, the first winning (YAML 1.1 merge key type). */
  private mergeSources(offset: number): Mapping[] {
    const value = this.node();
    const sources = Array.isArray(value) ? value : [value];
    if (sources.every(isMapping)) return sources;
    if (value !== undefined) {
      this.report(offset, { message: "<< merges mappings only", expected: "*anchor or a list of them" });
    }
    return [];
  }

  private alias(event: AliasEvent): unknown {
    const name = this.source.text.slice(event.anchorStart, event.anchorEnd);
    const anchor = this.anchors.get(name);
    if (!anchor) {
      this.report(offsetOf(event), {
        message: "alias of an anchor that does not stand before it",
        received: `*${name}`,
        expected: `&${name} on a value above`,
      });
      return undefined;
    }
    const allowed = this.aliased <= MAX_ALIASED_NODES;
    this.nodes += anchor.size;
    this.aliased += anchor.size;
    if (this.aliased <= MAX_ALIASED_NODES) return anchor.value;
    if (allowed) {
      this.report(offsetOf(event), {
        message: `aliases stand for more than ${MAX_ALIASED_NODES} values`,
        fix: "use defaults for what all domains share",
      });
    }
    return undefined;
  }

  private include(event: ScalarEvent | SequenceEvent | MappingEvent, value: unknown): unknown {
    const patterns = Array.isArray(value) ? value : [value];
    if (patterns.length > 0 && patterns.every((pattern) => typeof pattern === "string" && pattern !== "")) {
      const site = { source: this.source, offset: offsetOf(event), path: [...this.path] };
      return this.context.include(patterns, site);
    }
    this.report(offsetOf(event), {
      message: "!include without a file",
      expected: "a path, a glob such as domains/*.yaml, or a list of them",
    });
    return undefined;
  }

  /** Is there another child? If not, steps over the end of the collection. */
  private more(): boolean {
    const type = this.events[this.next]?.type;
    if (type !== undefined && type !== EVENT_ID.POP) return true;
    this.next++;
    return false;
  }

  private skipPair(): void {
    const event = this.events[this.next];
    if (event) {
      this.report(offsetOf(event), { message: "a key that is not plain text", expected: "text as the key" });
    }
    this.next = endOf(this.events, endOf(this.events, this.next));
  }

  private reportDuplicate(mapping: number, key: string, offset: number): void {
    this.context.report(
      this.source,
      offset,
      { path: [...this.path], message: "the key is given twice", received: JSON.stringify(key) },
      this.source.entries(mapping).get(key)?.key,
    );
  }

  private report(offset: number, fault: Fault): void {
    this.context.report(this.source, offset, { path: [...this.path], ...fault });
  }
}

/** The value of a scalar that stands without quotes and without a tag. */
function plainValue(source: string): string | number | boolean | null {
  if (!FIRST.has(source.charAt(0))) return source;
  for (const tag of TAGS) {
    const value = tag.resolve(source, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return source;
}
