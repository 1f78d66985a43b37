import { type Finding, isForbidding } from "../lib/rules/finding";
import { findingFault, judge } from "../lib/rules/judge";
import type { Console } from "./console";
import type { OpenedEstate } from "./open-estate";
import { refuse } from "./read-estate";

/**
 * Holds an estate against its rules: prints what is broken as problems and gives the rest, goals among it;
 * `undefined` if there are problems.
 */
export function judgeEstate(
  { estate, declared }: OpenedEstate,
  console: Pick<Console, "err">,
): readonly Finding[] | undefined {
  const judged = judge(estate, declared);
  const problems = judged.ok ? judged.findings.filter(isForbidding).map(findingFault) : judged.problems;
  if (!judged.ok || problems.length > 0) {
    refuse(problems, console);
    return undefined;
  }
  return judged.findings;
}
