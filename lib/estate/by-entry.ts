import { isMapping } from "../mapping";
import { readDomain, readHead } from "./check";
import type { DomainInput } from "./input";
import { type Resolution, resolve } from "./resolve/estate";
import { readTree } from "./tree";
import { entryTexts } from "./yaml/entries";

/** A domain's entry, read and of the right form. */
export interface DomainEntry {
  readonly key: string;
  readonly input: DomainInput;
}

/** Entries by their text, which is all that they follow from beside this tool itself. */
export interface KnownEntries {
  get(text: string): DomainEntry | undefined;
  /** Adds one that was not known. */
  set(text: string, entry: DomainEntry): void;
}

/**
 * Resolves an estate that is one file, each domain's entry read by itself: those that are known need not be read, and
 * what a parser makes of one entry is let go before the next.
 * @returns `undefined` if anything is wrong, or the file cannot be cut into entries: then the whole of it has to be read
 */
export function resolveByEntry(text: string, known: KnownEntries | undefined): Resolution | undefined {
  const parts = entryTexts(text);
  const root = parts && soundValue(parts.rest);
  const head = isMapping(root) && root.include === undefined ? readHead(root) : undefined;
  if (!parts || !head?.ok || Object.keys(head.value.domains).length > 0) return undefined;
  const domains = new Map<string, DomainInput>();
  for (const part of parts.entries) {
    const before = known?.get(part);
    const entry = before ?? readEntry(part);
    if (!entry || domains.has(entry.key)) return undefined;
    if (!before) known?.set(part, entry);
    domains.set(entry.key, entry.input);
  }
  const resolution = resolve({ ...head.value, domains });
  return resolution.faults.length === 0 ? resolution : undefined;
}

/** The domain whose entry the lines are; `undefined` if they hold anything else, or something is wrong with it. */
function readEntry(text: string): DomainEntry | undefined {
  const root = soundValue(`domains:\n${text}`);
  const [member, ...others] = isMapping(root) && isMapping(root.domains) ? Object.entries(root.domains) : [];
  if (!member || others.length > 0) return undefined;
  const [key, value] = member;
  const domain = readDomain(value, key);
  return domain.ok ? { key, input: domain.value } : undefined;
}

/** The value of a text that includes no file; `undefined` if anything is wrong with it. */
function soundValue(text: string): unknown {
  const { root, broken, problems } = readTree("", { read: () => text, glob: () => [] });
  return broken || problems.length > 0 ? undefined : root;
}
