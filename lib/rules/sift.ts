import type { Suppression } from "./choose-rules";
import type { Finding } from "./finding";

/** Findings that count, those that are accepted with the reason, and suppressions that are of no use. */
export interface Sifted {
  readonly findings: readonly Finding[];
  readonly accepted: readonly (Finding & { readonly reason: string })[];
  /** Suppressions that no finding needed, or whose day has passed. */
  readonly idle: readonly { readonly suppression: Suppression; readonly why: "unused" | "expired" }[];
}

/**
 * Takes out what the estate accepts.
 * @param today `YYYY-MM-DD`; left out, no suppression has expired: synth reads no clock
 */
export function sift(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  today?: string,
): Sifted {
  const used = new Set<Suppression>();
  const expired = (one: Suppression) => today !== undefined && one.until !== undefined && one.until < today;
  const left: Finding[] = [];
  const accepted: (Finding & { readonly reason: string })[] = [];
  for (const finding of findings) {
    const matching = suppressions.filter((one) => one.rule === finding.rule && one.concerns(finding.subject));
    for (const one of matching) used.add(one);
    const holding = matching.find((one) => !expired(one));
    if (holding) accepted.push({ ...finding, reason: holding.reason });
    else left.push(finding);
  }
  const idle = suppressions.flatMap((suppression): Sifted["idle"] => {
    if (!used.has(suppression)) return [{ suppression, why: "unused" }];
    return expired(suppression) ? [{ suppression, why: "expired" }] : [];
  });
  return { findings: left, accepted, idle };
}
