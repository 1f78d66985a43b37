import { type DnsName, isWithin } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import { isDmarc } from "../../mail/dmarc/parse";
import { isSpf } from "../../mail/spf/parse";
import type { SpfBranch } from "../../mail/spf/tree";
import { inferredIntent } from "../intent";
import type { MailPosture } from "../model";
import { memo } from "./fact";
import { spfTreeOf } from "./spf-tree";

/**
 * Names below a domain at which records of mail stand though nobody declared a mail domain there, each as a domain of its
 * own: receivers go by what stands there all the same. What a record says can be judged there, not what is missing. A list
 * of senders that the domain's own record leads to is judged with that.
 */
export const mailBelow = memo((mail, posture): readonly MailPosture[] => {
  const names = new Set<DnsName>();
  const { tree } = spfTreeOf(mail, posture);
  const lists = new Set(tree ? domainsOf(tree) : []);
  for (const { record } of mail.records) {
    const name = ownerOf(record);
    if (name === undefined || name === mail.domain || !isWithin(name, mail.domain)) continue;
    if (record.type !== "TXT" || record.name !== name || !lists.has(name)) names.add(name);
  }
  return [...names].sort().map((name) => at(name, mail));
});

/** SPF records at names below a domain that nobody declared a mail domain. */
export function spfNamesBelow(mail: MailPosture): readonly DnsName[] {
  const names = mail.records.flatMap(({ record }) =>
    record.type === "TXT" && record.name !== mail.domain && isSpf(record.value) ? [record.name] : [],
  );
  return [...new Set(names)];
}

function at(name: DnsName, mail: MailPosture): MailPosture {
  const isHere = (one: DnsName) => isWithin(one, name);
  const records = mail.records.filter(({ record }) => isHere(record.name));
  const { tenant } = mail.intent;
  const spf = mail.spfBelow?.find(({ domain }) => domain === name);
  const { zone, where } = mail;
  return {
    domain: name,
    intent: {
      ...inferredIntent(
        name,
        records.map(({ record }) => record),
      ),
      ...(tenant ? { tenant } : {}),
    },
    ...(zone === undefined ? {} : { zone }),
    records,
    unknown: mail.unknown.filter((one) => isHere(one.name)),
    ...(spf ? { spf } : {}),
    where,
  };
}

/** The name whose mail a record speaks of. */
function ownerOf(record: DnsRecord): DnsName | undefined {
  const { name, type } = record;
  if (type === "MX" || (type === "TXT" && isSpf(record.value))) return name;
  if (type !== "TXT" && type !== "CNAME") return undefined;
  if (name.startsWith("_dmarc.") && type === "TXT" && !isDmarc(record.value)) return undefined;
  return OF_A_MECHANISM.exec(name)?.[1] as DnsName | undefined;
}

/** Where receivers look for policies, keys and reports of what stands behind. */
const OF_A_MECHANISM = /^(?:_dmarc|.+\._domainkey|_mta-sts|_smtp\._tls|[^.]+\._bimi)\.([^_].*)$/;

function domainsOf({ domain, steps }: SpfBranch): readonly string[] {
  return [domain, ...steps.flatMap(({ record }) => (record ? domainsOf(record) : []))];
}
