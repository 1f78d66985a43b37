import type * as v from "valibot";
import { type Fault, formatFault } from "../../fault";

/** More of them say no more: one wrong tool makes a thousand. */
const MOST = 10;

/** What a value has another form in than its source writes, a line each. */
export function misshapenLines(
  file: string,
  issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]],
): readonly string[] {
  const lines = issues.slice(0, MOST).map(({ path, expected, received }) => {
    const fault: Fault = {
      path: (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key))),
      message: "not what the tool writes there",
      received,
      ...(expected === null ? {} : { expected }),
    };
    return `${file}: ${formatFault(fault)}`;
  });
  const more = issues.length - lines.length;
  return more > 0 ? [...lines, `${file}: ${more} more of them`] : lines;
}
