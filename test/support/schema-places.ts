import { isMapping, type Mapping } from "../../lib/mapping";

/** A JSON Schema, as far as this project's own use its words. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
}

/** A place in a schema where the author writes text: as a value, or as the name of a mapping's member. */
export interface TextPlace {
  /** `domains.*.spf.include[]`; `{}` at its end where the name is meant. */
  readonly name: string;
  /** A value that has the text at this place and, beside it, no more than the schema asks for. */
  readonly value: (text: string) => unknown;
  /** Where that is in the value. */
  readonly path: (text: string) => readonly (string | number)[];
  /** One that the schema takes there, as far as the schema tells. */
  readonly sample: string;
}

/** Texts that the schema's own words do not give, by the name of the key that they stand under. */
export type Samples = (key: string, parents: readonly string[]) => string;

/** Every place of a schema for text, whichever form the values around it must have. */
export function textPlaces(schema: object, samples: Samples): readonly TextPlace[] {
  return placesOf(schema as Schema, [], samples);
}

function placesOf(schema: Schema, keys: readonly string[], samples: Samples): readonly TextPlace[] {
  if (schema.anyOf) return schema.anyOf.flatMap((form) => placesOf(form, keys, samples));
  if (schema.type === "string" || schema.enum?.every((word) => typeof word === "string")) {
    const sample = String(sampleOf(schema, keys, samples));
    return [{ name: "", value: (text) => text, path: () => [], sample }];
  }
  if (schema.type === "array" && schema.items) {
    return placesOf(schema.items, keys, samples).map((place) => ({
      ...place,
      name: `[]${place.name}`,
      value: (text) => [place.value(text)],
      path: (text) => [0, ...place.path(text)],
    }));
  }
  const { properties = {}, additionalProperties } = schema;
  const own = Object.entries(properties).flatMap(([key, member]) =>
    placesOf(member, [...keys, key], samples).map((place) => ({
      ...place,
      name: `.${key}${place.name}`,
      value: (text: string) => ({ ...required(schema, keys, samples, key), [key]: place.value(text) }),
      path: (text: string) => [key, ...place.path(text)],
    })),
  );
  if (!isMapping(additionalProperties)) return own;
  const key = samples("*", keys);
  const inner = placesOf(additionalProperties, [...keys, key], samples).map((place) => ({
    ...place,
    name: `.*${place.name}`,
    value: (text: string) => ({ [key]: place.value(text) }),
    path: (text: string) => [key, ...place.path(text)],
  }));
  const named: TextPlace = {
    name: ".{}",
    value: (text) => ({ [text]: sampleOf(additionalProperties, [...keys, key], samples) }),
    path: (text) => [text],
    sample: key,
  };
  return [...own, named, ...inner];
}

function required(schema: Schema, keys: readonly string[], samples: Samples, except: string): Mapping {
  const names = (schema.required ?? []).filter((name) => name !== except);
  return Object.fromEntries(
    names.map((name) => [name, sampleOf(schema.properties?.[name] ?? {}, [...keys, name], samples)]),
  );
}

function sampleOf(schema: Schema, keys: readonly string[], samples: Samples): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return sampleOf(schema.anyOf[0], keys, samples);
  switch (schema.type) {
    case "string":
      return samples(keys.at(-1) ?? "", keys);
    case "integer":
    case "number":
      return schema.minimum ?? 1;
    case "boolean":
      return true;
    case "array":
      return [sampleOf(schema.items ?? {}, keys, samples)];
    default:
      return required(schema, keys, samples, "");
  }
}
