import type { DeclaredEstate } from "../declare/estate";
import { mailDomains } from "../domain/plan";
import type { Estate } from "../estate/model";
import type { LocatedFault } from "../located-fault";
import { declaredPosture } from "../posture/from-estate";
import { chooseRules } from "./choose-rules";
import { evaluate } from "./evaluate";
import { type Finding, formatFinding } from "./finding";
import { type NotJudged, notJudged } from "./not-judged";
import { type Sifted, sift } from "./sift";

export interface JudgeOptions {
  /** `YYYY-MM-DD`, for suppressions with a last day. @default nothing has expired: synth reads no clock */
  readonly today?: string;
  /** Instead of the estate's packs. */
  readonly packs?: Estate["rules"]["packs"];
}

/** What the rules say of an estate, or what is wrong with its choice of rules. */
export type Judged =
  | ({ readonly ok: true; readonly notJudged: readonly NotJudged[] } & Sifted)
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

/** Holds what an estate declares against the rules that it chose. Findings concern the asked domains only. */
export function judge(
  estate: Estate,
  declared: Extract<DeclaredEstate, { readonly ok: true }>,
  { today, packs }: JudgeOptions = {},
): Judged {
  const chosen = chooseRules(packs ? { ...estate, rules: { ...estate.rules, packs } } : estate);
  if (!chosen.ok) return chosen;
  const { rules, suppressions } = chosen.choice;
  const posture = declaredPosture(estate, {
    domains: [...declared.domains, ...declared.around],
    tenants: declared.tenants,
    exchanges: declared.exchanges,
  });
  const asked = new Set(declared.domains.flatMap(({ declaration: { plan } }) => mailDomains(plan)));
  const findings = evaluate(posture, rules).filter(
    ({ of, subject }) => of === "tenant" || asked.has(subject),
  );
  return {
    ok: true,
    ...sift(findings, suppressions, today),
    notJudged: notJudged(posture, chosen.packs, Object.keys(estate.tenants)),
  };
}

/** A finding as a fault of the estate: its rule in brackets behind the message. */
export function findingFault(finding: Finding): LocatedFault {
  const { file, line, column, path } = finding.where;
  return {
    message: `${formatFinding(finding)} [${finding.rule}]`,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(path === undefined ? {} : { path }),
  };
}
