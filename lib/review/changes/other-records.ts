import { recordData } from "../../dns/record";
import { isDmarc } from "../../mail/dmarc";
import { isMtaSts } from "../../mail/mta-sts";
import { isSpf } from "../../mail/spf";
import { isTlsRpt } from "../../mail/tls-rpt";
import type { KnownRecord, MailPosture } from "../../posture/model";
import { type Change, type DomainBeforeAfter, low, without } from "./change";

/** Records of a domain that none of the mechanisms is made of: addresses, aliases, other texts. */
export function otherRecords({ before, after }: DomainBeforeAfter): readonly Change[] {
  const [from, to] = [others(before, before), others(after, before)];
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

/** @param before without it, nobody knows whose the name servers were, and they are listed with the others */
function others(mail: MailPosture | undefined, before: MailPosture | undefined): readonly string[] {
  if (!mail) return [];
  return mail.records
    .filter((one) => !isMechanism(one, mail) && !(before && isNameServer(one, mail)))
    .map(({ record }) => `${record.name} ${record.type} ${recordData(record)}`);
}

function isNameServer({ record }: KnownRecord, { domain }: MailPosture): boolean {
  return record.type === "NS" && record.name === domain;
}

/** Names of mail that an alias or a delegation hands to somebody else. */
const HANDED_OVER = ["_dmarc", "_domainkey", "_mta-sts", "_smtp._tls", "default._bimi"];

function isMechanism({ record }: KnownRecord, { domain }: MailPosture): boolean {
  if (record.type === "MX") return record.name === domain;
  if (record.type === "CAA") return true;
  if (record.name.endsWith(`._domainkey.${domain}`)) return record.type === "TXT" || record.type === "CNAME";
  const { name } = record;
  // Said with the mechanism that they stand for.
  if (record.type === "CNAME" || record.type === "NS") {
    return HANDED_OVER.some((label) => name === `${label}.${domain}`);
  }
  if (record.type !== "TXT") return false;
  const { value } = record;
  return (
    (name === domain && isSpf(value)) ||
    (name === `_dmarc.${domain}` && isDmarc(value)) ||
    (name === `_mta-sts.${domain}` && isMtaSts(value)) ||
    (name === `_smtp._tls.${domain}` && isTlsRpt(value)) ||
    name.endsWith(`._bimi.${domain}`)
  );
}
