import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, defineScalarTag, dump, load, mergeTag } from "js-yaml";

/** What stands behind `!include`. */
class Include {
  constructor(readonly pattern: string) {}
}

const schema = CORE_SCHEMA.withTags(
  mergeTag,
  defineScalarTag("!include", {
    resolve: (source) => new Include(source),
    identify: (value) => value instanceof Include,
    represent: (value: Include) => value.pattern,
  }),
);

/**
 * Copies an estate's folder with the keys of every mapping in another order, written by another hand: js-yaml's own
 * reader and writer, no comment, no anchor, other quotes.
 */
export function copyReordered(from: string, to: string, seed: string): void {
  cpSync(from, to, { recursive: true });
  for (const path of readdirSync(to, { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".yaml")) continue;
    const value = load(readFileSync(join(to, path), "utf8"), { schema });
    writeFileSync(join(to, path), dump(reordered(value, seed), { schema, noRefs: true }));
  }
}

/** The value with its mappings' keys in the order of a hash: far from any that somebody would write. */
function reordered(value: unknown, seed: string): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, seed));
  if (typeof value !== "object" || value === null || value instanceof Include) return value;
  const place = (key: string) => createHash("sha256").update(`${seed} ${key}`).digest("hex");
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (place(a) < place(b) ? -1 : 1))
      .map(([key, member]) => [key, reordered(member, seed)]),
  );
}
