import { below, type DnsName, parseName } from "../lib/dns/name";
import { inferredIntent } from "../lib/posture/intent";
import type { MailPosture, Posture, Unanswered } from "../lib/posture/model";
import { knownSelectors } from "../lib/senders/known-selectors";
import { type LiveLookups, observePosture } from "./posture";
import { reverseName } from "./sender-names";
import type { Subject } from "./subject";

/**
 * What the live world shows of domains of which nobody has declared anything. What each is for, its records say. Keys are
 * looked for at the selectors that known senders use: the DNS does not tell which others there are.
 */
export async function auditDomains(domains: readonly DnsName[], eyes: LiveLookups): Promise<Posture> {
  const subjects = await Promise.all(domains.map((domain) => subjectOf(domain, eyes)));
  const seen = await observePosture(subjects, eyes);
  return { ...seen, domains: seen.domains.map(withIntent) };
}

async function subjectOf(domain: DnsName, { ask }: LiveLookups): Promise<Subject> {
  const keys = below("_domainkey", domain);
  // A wildcard answers for every selector, and so tells of none.
  const wildcard = await ask(below("*", keys), "TXT");
  const isOpen = wildcard.kind === "failure" || wildcard.records.length > 0 || wildcard.aliases.length > 0;
  return {
    domain,
    intent: inferredIntent(domain, []),
    declared: isOpen
      ? []
      : knownSelectors().map((selector) => ({ name: below(selector, keys), type: "TXT" })),
    servesPolicy: false,
  };
}

function withIntent(mail: MailPosture): MailPosture {
  const records = mail.records.map(({ record }) => record);
  return {
    ...mail,
    intent: inferredIntent(mail.domain, records),
    unanswered: [...(mail.unanswered ?? []), ...unansweredNames(mail)],
  };
}

/** Of an estate a sender's name is its host's; of domains that somebody looks at for the first time all is asked. */
function unansweredNames({ senderNames = [] }: MailPosture): readonly Unanswered[] {
  return senderNames.flatMap(({ address, names, isOpen }) => {
    const name = parseName(reverseName(address), "owner");
    return name.ok && (names === undefined || isOpen) ? [{ name: name.value, type: "PTR" as const }] : [];
  });
}
