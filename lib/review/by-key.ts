/** What stands under each key, keys and values in their order. */
export function byKey<K, V>(pairs: Iterable<readonly [K, V]>): ReadonlyMap<K, readonly V[]> {
  const found = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const list = found.get(key);
    if (list) list.push(value);
    else found.set(key, [value]);
  }
  return found;
}
