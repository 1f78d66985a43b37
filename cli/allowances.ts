import { formatFault } from "../lib/fault";
import { type Allowance, parseAllowance } from "../lib/review/limits";
import { Misuse } from "./misuse";

/**
 * What `--allow` says, as often as it is given.
 * @throws Misuse for a limit that there is not
 */
export function parseAllowances(given: readonly string[] | undefined): readonly Allowance[] {
  return (given ?? []).map((text) => {
    const parsed = parseAllowance(text);
    if (parsed.ok) return parsed.value;
    throw new Misuse(`--allow: ${parsed.faults.map(formatFault).join("; ")}`);
  });
}
