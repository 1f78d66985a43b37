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

/** From so many on, what is said of each of them in turn is said once. */
const FEWEST_ALIKE = 3;

/**
 * Findings for people to read who look at many domains: those that differ in nothing but the domain's or tenant's name are
 * one, at the place of the first, with the names of the others.
 */
export function gatheredAcross(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of gathered(findings)) {
    const key = templateOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group;
    if (!first || group.length < FEWEST_ALIKE) return group;
    const names = listed(others.map(({ subject }) => subject));
    return [{ ...first, message: `${first.message}, and so it is with ${others.length} more: ${names}` }];
  });
}

/** What a finding says, whomever it is about. */
function templateOf({
  rule,
  level,
  of,
  subject,
  message,
  received,
  expected,
  fix,
  instead,
}: Finding): string {
  return (
    JSON.stringify([rule, level, of, message, received, expected, fix, instead])
      .replaceAll(subject, "\0")
      // Microsoft's names hold the domain with hyphens in the place of dots.
      .replaceAll(subject.replaceAll(".", "-"), "\0")
  );
}

/** Everything that two findings of one kind have in common. */
function keyOf({ rule, level, of, subject, received, expected, fix, alike }: Finding): string {
  return JSON.stringify([rule, level, of, subject, received, expected, fix, alike?.several]);
}

function together(first: Finding, all: readonly Finding[]): Finding {
  const names = all.flatMap(({ alike }) => (alike ? [alike.name] : []));
  return {
    ...first,
    message: `${all.length} ${first.alike?.several}: ${listed(names)}`,
  };
}

function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}
