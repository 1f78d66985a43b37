import type { Group } from "../../identity/coverage";

/** What else decides who gets into a group, and is another than before. */
export function settingsChanged(
  { settings: was = {} }: Group,
  { settings: is = {} }: Group,
): readonly string[] {
  return Object.keys(is).filter((key) => was[key] !== undefined && was[key] !== is[key]);
}
