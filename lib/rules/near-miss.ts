import { dmarcRecordName } from "../mail/dmarc/build";
import { KINDS, type VersionedKind } from "../mail/near-miss";
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
    .map((miss) => nearMissHit(miss, posture));
}

/** The near misses of a domain's SPF or DMARC record where there is none beside them: that it is missing has a rule of its own. */
export function nearMissesInstead(
  kind: "spf" | "dmarc",
  mail: MailPosture,
  posture: Posture,
): readonly Hit[] {
  return nearMissesOf(mail, posture)
    .filter((miss) => miss.kind === kind && isMissing(miss, mail, posture))
    .map((miss) => nearMissHit(miss, posture));
}

function isMissing({ kind, name }: NearMissText, mail: MailPosture, posture: Posture): boolean {
  if (kind === "spf") return name === mail.domain && spfOf(mail, posture).length === 0;
  if (kind !== "dmarc" || name !== dmarcRecordName(mail.domain)) return false;
  return dmarcOf(mail, posture).length === 0 && dmarcInForce(mail, posture).kind === "none";
}

function nearMissHit({ kind, record, where, name, why, text }: NearMissText, posture: Posture): Hit {
  const { version, separator, is } = KINDS[kind];
  const isBeside = txtAt(posture, name).some(({ record: { value } }) => is(value));
  const rewritten =
    text === undefined
      ? `begin the text with v=${version}${separator === " " ? " and a space" : " and a semicolon"}`
      : `write ${text} at ${name}`;
  return {
    message: looksLike(kind, record.name, why),
    received: JSON.stringify(record.value),
    fix: isBeside ? "remove it, or write what it says into the record that is there" : rewritten,
    // Without a logo all mail goes as before.
    level: isBeside || kind === "bimi" ? "warning" : "error",
    where,
  };
}

/** The sentence that names a near miss. */
export function looksLike(kind: VersionedKind, name: string, why: readonly string[]): string {
  return `the text at ${name} looks like ${KINDS[kind].title} but is none, because ${listed(why)}`;
}

function listed(why: readonly string[]): string {
  const last = why.at(-1) ?? "";
  return why.length < 2 ? last : `${why.slice(0, -1).join(", ")}, and ${last}`;
}
