import { isSpf, parseSpf, type SpfRecord } from "../../mail/spf";
import type { MailPosture } from "../model";
import { isUnknown, memo, type Published, publishedAt, sole } from "./fact";

/** The SPF records at the domain itself (RFC 7208 §4.5). */
export const spfOf = memo((mail): readonly Published<SpfRecord>[] =>
  publishedAt(mail, mail.domain, isSpf, parseSpf),
);

/** The one SPF record that receivers evaluate. */
export function soleSpf(mail: MailPosture) {
  return sole(spfOf(mail));
}

/** May a record be there after all, since some TXT value of the domain is not known? */
export function spfUnknown(mail: MailPosture): boolean {
  return isUnknown(mail, mail.domain, "TXT");
}
