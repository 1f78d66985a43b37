import { globPattern } from "../glob";
import { choosesName, nameSelector } from "./name";

/**
 * Which names a glob chooses: `*.contoso.com` is every name below contoso.com. Names are written in A-labels or U-labels,
 * with a trailing dot or without.
 */
export function nameMatcher(glob: string): (name: string) => boolean {
  const pattern = globPattern(nameSelector(glob));
  return (name) => choosesName((form) => pattern.test(form), name);
}
