import { ancestry, below, type DnsName } from "../lib/dns/name";
import type { DnsRecordType } from "../lib/dns/record";
import {
  anyReportAuthorizationName,
  dmarcRecordName,
  externalReportDomains,
  reportAuthorizationName,
} from "../lib/mail/dmarc";
import { mtaStsPolicyHost } from "../lib/mail/mta-sts";
import { soleDmarc } from "../lib/posture/facts/dmarc";
import { mtaStsOf } from "../lib/posture/facts/mta-sts";
import { isNullMx, mxOf } from "../lib/posture/facts/mx";
import { type ReportReceiver, reportReceivers } from "../lib/posture/facts/report-receivers";
import type { Answer, MailPosture, Posture } from "../lib/posture/model";
import type { Ask, Asked } from "./ask";

/** What rules want to know of names around a domain: policies above it, its MX hosts, receivers of its reports. */
export async function observeOutside(
  mail: MailPosture,
  posture: Posture,
  ask: Ask,
): Promise<readonly Answer[]> {
  const hosts = mxOf(mail, posture).filter((mx) => !isNullMx(mx));
  const answers = await Promise.all([
    ...policiesAbove(mail).map((name) => answer(name, "TXT", ask)),
    ...authorizations(mail, posture).map((name) => answer(name, "TXT", ask)),
    ...reportReceivers(mail, posture).map((receiver) => observeReceiver(receiver, posture, ask)),
    ...issuance(mail, posture).map((name) => answer(name, "CAA", ask)),
    ...hosts.flatMap(({ record }) => (record.exchange === "." ? [] : [observeHost(record.exchange, ask)])),
  ]);
  return answers.flat();
}

/** RFC 9989 §4.10: whoever has no policy of its own has that of a domain above. Top-level domains are not asked. */
function policiesAbove({ domain }: MailPosture): readonly DnsName[] {
  return [...ancestry(domain)].slice(1, -1).map(dmarcRecordName);
}

function authorizations(mail: MailPosture, posture: Posture): readonly DnsName[] {
  const dmarc = soleDmarc(mail, posture);
  if (!dmarc) return [];
  return externalReportDomains(mail.domain, dmarc.parsed).flatMap((receiver) => {
    const own = reportAuthorizationName(mail.domain, receiver);
    return [...(own.ok ? [own.value] : []), anyReportAuthorizationName(receiver)];
  });
}

/** What takes the domain's reports: mail by its MX, or by its address where it has none (RFC 5321 §5.1). */
async function observeReceiver(
  { scheme, domain }: ReportReceiver,
  posture: Posture,
  ask: Ask,
): Promise<readonly Answer[]> {
  const mx = scheme === "mailto" ? await ask(domain, "MX") : undefined;
  // Of the domain itself the MX is known.
  const isOwn = posture.domains.some((own) => own.domain === domain);
  const exchanges = mx && !isOwn ? [answerAt(domain, "MX", mx)] : [];
  if (mx && (mx.kind === "failure" || mx.records.length > 0)) return exchanges;
  const [ip4, ip6] = await Promise.all([ask(domain, "A"), ask(domain, "AAAA")]);
  return [...exchanges, answerAt(domain, "A", ip4), answerAt(domain, "AAAA", ip6)];
}

/** RFC 8659 §3: certification authorities climb from the host to the root. */
function issuance(mail: MailPosture, posture: Posture): readonly DnsName[] {
  if (mtaStsOf(mail, posture).records.length === 0) return [];
  return [...ancestry(mtaStsPolicyHost(mail.domain))];
}

async function answer(name: DnsName, type: DnsRecordType, ask: Ask): Promise<readonly Answer[]> {
  return [answerAt(name, type, await ask(name, type))];
}

/** What the name itself is taken to hold: that of its alias's end, as whoever asks for the type gets it. */
function answerAt(name: DnsName, type: DnsRecordType, asked: Asked): Answer {
  if (asked.kind === "failure") return { name, type };
  return { name, type, records: asked.records.map((record) => ({ ...record, name })) };
}

/** A mail exchange: its addresses, whether it is an alias, and its certificates where the DNS vouches for them. */
async function observeHost(host: DnsName, ask: Ask): Promise<readonly Answer[]> {
  const [ip4, ip6] = await Promise.all([ask(host, "A"), ask(host, "AAAA")]);
  const known = ip4.kind === "answer" ? ip4 : ip6;
  // Where the addresses are out of reach, the alias may still be seen.
  const alias = known.kind === "answer" ? undefined : await ask(host, "CNAME");
  const tlsa = below("_25._tcp", host);
  // RFC 7672 §2.2: without DNSSEC a TLSA record says nothing.
  const dane = known.kind === "answer" && known.authentic ? await answer(tlsa, "TLSA", ask) : [];
  return [
    answerAt(host, "A", ip4),
    answerAt(host, "AAAA", ip6),
    alias
      ? answerAt(host, "CNAME", alias)
      : { name: host, type: "CNAME", records: known.kind === "answer" ? known.aliases.slice(0, 1) : [] },
    ...dane,
  ];
}
