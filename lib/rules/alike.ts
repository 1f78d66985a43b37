import type { Finding } from "./finding";

/** How many names one line tells; the rest is counted. */
const MOST_NAMES = 6;

/**
 * Findings for people to read: those that say the same of several objects are one, with a count and names, in the place
 * of the first. Programs read them one by one.
 */
export function gathered(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<unknown, Finding[]>();
  for (const finding of findings) {
    const key = finding.alike ? keyOf(finding) : finding;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [group.length === 1 ? first : together(first, group)] : [];
  });
}

/** Everything that two findings of one kind have in common. */
function keyOf({ rule, level, of, subject, received, expected, fix, alike }: Finding): string {
  return JSON.stringify([rule, level, of, subject, received, expected, fix, alike?.several]);
}

function together(first: Finding, all: readonly Finding[]): Finding {
  const names = all.flatMap(({ alike }) => (alike ? [alike.name] : []));
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  return {
    ...first,
    message: `${all.length} ${first.alike?.several}: ${[...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(", ")}`,
  };
}
