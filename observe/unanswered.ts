import { ancestry, isWithin, parseName } from "../lib/dns/name";
import { isRecordType } from "../lib/dns/parse-record";
import { dmarcRecordName } from "../lib/mail/dmarc";
import type { SpfBranch } from "../lib/mail/spf/tree";
import { soleDmarc } from "../lib/posture/facts/dmarc";
import type { Answer, MailPosture, Posture, Unanswered } from "../lib/posture/model";

/**
 * What nobody answered for though the domain's mail hangs on it: its own names, and those that its records lead to.
 * @param around what was asked about names outside the domain
 */
export function unansweredOf(
  mail: MailPosture,
  posture: Posture,
  around: readonly Answer[],
): readonly Unanswered[] {
  const hasPolicy = soleDmarc(mail, posture) !== undefined;
  const found = [
    ...mail.unknown.flatMap(({ name, type, why }) => (why === "no answer" ? [{ name, type }] : [])),
    ...around.flatMap(({ name, type, records }) =>
      records || isBeside({ name, type }, mail, hasPolicy) ? [] : [{ name, type }],
    ),
    ...[...(mail.spf ? [mail.spf] : []), ...(mail.spfBelow ?? [])].flatMap(unansweredIn),
  ];
  return [...new Map(found.map((one) => [`${one.name} ${one.type}`, one])).values()].sort((a, b) =>
    `${a.name} ${a.type}` < `${b.name} ${b.type}` ? -1 : 1,
  );
}

/**
 * Names above the domain count only where they decide: a policy above it where it has none of its own (RFC 9989 §4.10).
 * Certification authorities climb to the root (RFC 8659 §3); of what is not the domain's own its owner can mend nothing.
 */
function isBeside({ name, type }: Unanswered, { domain }: MailPosture, hasPolicy: boolean): boolean {
  if (isWithin(name, domain)) return false;
  if (type === "CAA") return true;
  return hasPolicy && [...ancestry(domain)].some((above) => name === dmarcRecordName(above));
}

function unansweredIn({ queries, steps }: SpfBranch): readonly Unanswered[] {
  const asked = [...queries, ...steps.flatMap((step) => step.queries)];
  return [
    ...asked.flatMap(({ name: text, type, answer }) => {
      const name = parseName(text, "owner");
      return answer.kind === "failure" && name.ok && isRecordType(type) ? [{ name: name.value, type }] : [];
    }),
    ...steps.flatMap(({ record }) => (record ? unansweredIn(record) : [])),
  ];
}
