import { KINDS } from "../mail/near-miss";
import { dmarcInForce, dmarcOf } from "../posture/facts/dmarc";
import { txtAt } from "../posture/facts/fact";
import { type NearMissText, nearMissesOf } from "../posture/facts/near-misses";
import { spfOf } from "../posture/facts/spf";
import type { MailPosture, Posture } from "../posture/model";
import type { Hit } from "./rule";

/** Near misses beside a record, or of one whose absence has no rule of its own. */
export function nearMissesBeside(mail: MailPosture, posture: Posture): readonly Hit[] {
  return nearMissesOf(mail, posture)
    .filter((miss) => !isMissing(miss, mail, posture))
    .map((miss) => ({ ...nearMissHit(miss), level: isAlone(miss, posture) ? "error" : "warning" }));
}

/** The near misses of a domain's SPF or DMARC record, where there is none beside them: what is missing has a rule of its own. */
export function nearMissesInstead(
  kind: "spf" | "dmarc",
  mail: MailPosture,
  posture: Posture,
): readonly Hit[] {
  return nearMissesOf(mail, posture)
    .filter((miss) => miss.kind === kind && isMissing(miss, mail, posture))
    .map((miss) => ({ ...nearMissHit(miss), level: "error" }));
}

function isMissing({ kind, name }: NearMissText, mail: MailPosture, posture: Posture): boolean {
  if (kind === "spf") return name === mail.domain && spfOf(mail, posture).length === 0;
  if (kind !== "dmarc" || name !== `_dmarc.${mail.domain}`) return false;
  return dmarcOf(mail, posture).length === 0 && dmarcInForce(mail, posture).kind === "none";
}

/** Is there no record of the kind at the name? Of BIMI receivers show no logo then, which harms no mail. */
function isAlone({ kind, name }: NearMissText, posture: Posture): boolean {
  if (kind === "bimi") return false;
  return !txtAt(posture, name).some(({ record }) => KINDS[kind].is(record.value));
}

function nearMissHit({ kind, record, where, name, why, text }: NearMissText): Hit {
  const { title, version, separator } = KINDS[kind];
  return {
    message: `the text at ${record.name} looks like ${title} but is none, because ${listed(why)}`,
    received: JSON.stringify(record.value),
    ...(text === undefined
      ? { expected: `v=${version}${separator === " " ? " and a space" : ";"} at the beginning` }
      : { instead: [{ type: "TXT" as const, name, ttl: record.ttl, value: text }] }),
    where,
  };
}

function listed(why: readonly string[]): string {
  const last = why.at(-1) ?? "";
  return why.length < 2 ? last : `${why.slice(0, -1).join(", ")}, and ${last}`;
}
