import type { Source } from "../../../lib/posture/model";
import type { Finding } from "../../../lib/rules/finding";
import type { Rule } from "../../../lib/rules/rule";
import { type Expected, type Fixture, recordOf } from "./fixture";
import { placeOf } from "./places";

/**
 * The whole finding that a case expects, as a source shows it.
 * @throws Error if the fixture has several domains or tenants, and the case does not say which one it is about
 */
export function expectedFinding(
  rule: Rule,
  fixture: Fixture,
  { at, subject = soleSubject(fixture), instead, ...said }: Expected,
  source: Source,
): Finding {
  return {
    rule: rule.id,
    source,
    of: rule.of,
    subject,
    ...said,
    ...(instead ? { instead: instead.map(recordOf) } : {}),
    where: placeOf(fixture, at, source),
  };
}

function soleSubject({ domains, tenants = [] }: Fixture): string {
  const [first, second] = [...domains.map(({ domain }) => domain), ...tenants.map(({ name }) => name)];
  if (first === undefined || second !== undefined) throw new Error("say which subject the finding is about");
  return first;
}
