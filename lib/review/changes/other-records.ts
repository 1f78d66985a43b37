import { recordData } from "../../dns/record";
import { isDmarc } from "../../mail/dmarc";
import { isMtaSts } from "../../mail/mta-sts";
import { isSpf } from "../../mail/spf";
import { isTlsRpt } from "../../mail/tls-rpt";
import type { KnownRecord, MailPosture } from "../../posture/model";
import { type Change, type DomainBeforeAfter, low, without } from "./change";

/** Records of a domain that none of the mechanisms is made of: addresses, aliases, other texts. */
export function otherRecords({ before, after }: DomainBeforeAfter): readonly Change[] {
  const [from, to] = [others(before), others(after)];
  const [gained, lost] = [without(to, from), without(from, to)];
  return [
    ...(gained.length > 0 ? [low(`Other records added: ${listed(gained)}`)] : []),
    ...(lost.length > 0 ? [low(`Other records removed: ${listed(lost)}`)] : []),
  ];
}

const MANY = 10;

function listed(records: readonly string[]): string {
  const more = records.length - MANY;
  return `${records.slice(0, MANY).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

function others(mail: MailPosture | undefined): readonly string[] {
  if (!mail) return [];
  return mail.records
    .filter((one) => !isMechanism(one, mail))
    .map(({ record }) => `${record.name} ${record.type} ${recordData(record)}`);
}

function isMechanism({ record }: KnownRecord, { domain }: MailPosture): boolean {
  if (record.type === "MX") return record.name === domain;
  if (record.type === "CAA") return true;
  if (record.name.endsWith(`._domainkey.${domain}`)) return record.type === "TXT" || record.type === "CNAME";
  if (record.type !== "TXT") return false;
  const { name, value } = record;
  return (
    (name === domain && isSpf(value)) ||
    (name === `_dmarc.${domain}` && isDmarc(value)) ||
    (name === `_mta-sts.${domain}` && isMtaSts(value)) ||
    (name === `_smtp._tls.${domain}` && isTlsRpt(value)) ||
    name.endsWith(`._bimi.${domain}`)
  );
}
