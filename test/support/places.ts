import { isPlainObject, type Mapping } from "../../lib/mapping";

/** The way to a value inside another. */
export type Place = readonly (string | number)[];

/** Every place in a value, of lists the first two. @param live keys whose values are taken whole */
export function placesIn(value: unknown, live: readonly string[] = []): readonly Place[] {
  if (Array.isArray(value)) return value.slice(0, 2).flatMap((one, index) => below(index, one, []));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (live.includes(key) ? [[key]] : below(key, one, [])));
}

function below(key: string | number, value: unknown, live: readonly string[]): readonly Place[] {
  return [[key], ...placesIn(value, live).map((rest) => [key, ...rest])];
}

/** Places where lists stand. */
export function listsIn(props: object, live: readonly string[] = []): readonly Place[] {
  return placesIn(props, live).filter((path) =>
    Array.isArray(path.reduce<unknown>((value, key) => Reflect.get(value as object, key), props)),
  );
}

/** A copy with something else at one place. */
export function replaced(value: unknown, [key, ...rest]: Place, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? replaced(one, rest, by) : one));
  const mapping = value as Mapping;
  return { ...mapping, [key]: replaced(mapping[key], rest, by) };
}
