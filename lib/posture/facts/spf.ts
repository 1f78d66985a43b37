import { isSpf, parseSpf } from "../../mail/spf/parse";
import type { SpfRecord } from "../../mail/spf/record";
import type { MailPosture, Posture } from "../model";
import { isUnknown, memo, type Published, publishedAt, sole } from "./fact";

/** The SPF records at the domain itself (RFC 7208 §4.5). */
export const spfOf = memo(({ domain }, posture): readonly Published<SpfRecord>[] =>
  publishedAt(posture, domain, isSpf, parseSpf),
);

/** The one SPF record that receivers evaluate. */
export function soleSpf(mail: MailPosture, posture: Posture) {
  return sole(spfOf(mail, posture));
}

/** May a record be there after all, since some TXT value of the domain is not known, or somebody else publishes it? */
export function spfUnknown({ domain }: MailPosture, posture: Posture): boolean {
  return isUnknown(posture, domain, "TXT");
}
