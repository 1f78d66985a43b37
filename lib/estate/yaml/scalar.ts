import { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } from "js-yaml";

/** YAML 1.2 core schema (§10.3.2): `yes`, `on` and dates are text; `true`, `12`, `1e3` and `~` are not. */
const TAGS = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag] as const;

/** Most plain scalars begin with a letter that no tag claims; they are text at once. */
const FIRST = new Set(TAGS.flatMap((tag) => tag.implicitFirstChars ?? []));

/** The value of a scalar that stands without quotes and without a tag. */
export function plainValue(source: string): string | number | boolean | null {
  if (!FIRST.has(source.charAt(0))) return source;
  for (const tag of TAGS) {
    const value = tag.resolve(source, false, tag.tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return source;
}
