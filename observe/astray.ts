import { below, type DnsName, parseName } from "../lib/dns/name";
import { dmarcRecordName } from "../lib/mail/dmarc";
import { dmarcOf } from "../lib/posture/facts/dmarc";
import { isUnknown } from "../lib/posture/facts/fact";
import { spfOf } from "../lib/posture/facts/spf";
import type { MailPosture, Posture, StrayText } from "../lib/posture/model";
import type { Ask } from "./ask";

/**
 * Looks where the SPF or DMARC record of a domain may stand that has none: in a record of type SPF, at the names of old
 * guides, and at a full name that was written where one within the zone belongs.
 */
export async function observeAstray(
  mail: MailPosture,
  posture: Posture,
  ask: Ask,
): Promise<readonly StrayText[]> {
  const { domain } = mail;
  const dmarc = dmarcRecordName(domain);
  const lacksSpf = spfOf(mail, posture).length === 0 && !isUnknown(posture, domain, "TXT");
  const lacksDmarc = dmarcOf(mail, posture).length === 0 && !isUnknown(posture, dmarc, "TXT");
  const found = await Promise.all([
    ...(lacksSpf ? [spfAstray(domain, ask)] : []),
    ...(lacksDmarc ? ["dmarc", dmarc] : []).map((label) => at(label, domain, ask)),
  ]);
  return found.flat();
}

/** Where the SPF record of a domain may stand that has none. */
export async function spfAstray(domain: DnsName, ask: Ask): Promise<readonly StrayText[]> {
  const found = await Promise.all([
    ofType(domain, "SPF", ask),
    ...["_spf", "spf", domain].map((label) => at(label, domain, ask)),
  ]);
  return found.flat();
}

async function at(label: string, domain: DnsName, ask: Ask): Promise<readonly StrayText[]> {
  const name = parseName(below(label, domain), "owner");
  return name.ok ? ofType(name.value, "TXT", ask) : [];
}

async function ofType(name: DnsName, type: "TXT" | "SPF", ask: Ask): Promise<readonly StrayText[]> {
  const asked = await ask(name, type);
  // Nothing rests on these names: one that does not answer is no loss.
  if (asked.kind === "failure") return [];
  return asked.records.flatMap((record): readonly StrayText[] =>
    record.type === "TXT"
      ? [
          {
            record: { ...record, name },
            where: { address: `${name} ${type}` },
            ...(type === "SPF" ? { type } : {}),
          },
        ]
      : [],
  );
}
