import type { Group } from "../../identity/coverage";

/** What else decides, or may decide, who gets into a group, and is another than before. */
export function settingsChanged(from: Group, to: Group): readonly string[] {
  const [{ settings: was = {}, unread: had = {} }, { settings: is = {}, unread: has = {} }] = [from, to];
  const unread = [...new Set([...Object.keys(had), ...Object.keys(has)])];
  return [
    ...Object.keys(is).filter((key) => was[key] !== undefined && was[key] !== is[key]),
    ...unread
      .filter((path) => had[path] !== has[path])
      .map((path) => `${path} (which this review does not know)`),
  ];
}
