import { isMapping } from "../../../lib/mapping";
import { type Codec, isTexts } from "./codec";
import { NAMES } from "./lists";

/** Places that are given by name, and come back as objects that have one. */
export const PLACES: Codec = {
  ...NAMES,
  decode: (raw) =>
    NAMES.decode((Array.isArray(raw) ? raw : [raw]).map((one) => (isMapping(one) ? one.Name : one))),
};

const COUNTED = /^(.*?)(?:;\s*mincount=(\d+))?$/s;

/**
 * Kinds of sensitive information by name, `Credit Card Number`, with how often each has to be found where that is not once:
 * `Credit Card Number;mincount=5`. They come back with all that Microsoft adds, in groups where the portal made them.
 */
export const SENSITIVE_TYPES: Codec = {
  ...NAMES,
  decode: (raw) => {
    const found = (Array.isArray(raw) ? raw : [raw]).flatMap(typesIn).map(({ name, mincount }) => {
      const count = Number(mincount ?? 1);
      return count > 1 ? `${name};mincount=${count}` : String(name);
    });
    return found.length === 0 ? null : found;
  },
  encode: (value) =>
    (isTexts(value) ? value : []).map((one) => {
      const [, name = "", count] = COUNTED.exec(one) ?? [];
      // A plain object does not bind: the type has to be named.
      return {
        "@odata.type": "#Exchange.GenericHashTable",
        name: name.trim(),
        ...(count !== undefined && { mincount: count }),
      };
    }),
  key: (value) => {
    const [, name = "", count = "1"] = COUNTED.exec(String(value)) ?? [];
    return `${name.trim().toLowerCase()};${Number(count)}`;
  },
  fault: (value) => {
    const [, name = "", count = "1"] = COUNTED.exec(String(value)) ?? [];
    return name.trim() !== "" && !name.includes(";") && Number(count) > 0
      ? undefined
      : `got ${JSON.stringify(value)}; expected a name, as Credit Card Number or Credit Card Number;mincount=5`;
  },
};

function typesIn(raw: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isMapping(raw)) return [];
  const { groups, sensitivetypes } = raw;
  if (Array.isArray(groups)) return groups.flatMap(typesIn);
  if (Array.isArray(sensitivetypes)) return sensitivetypes.filter(isMapping);
  return typeof raw.name === "string" ? [raw] : [];
}
