import { ancestry, type DnsName, isWithin, parseName } from "../../dns/name";
import type { DmarcOptions } from "../../options";

/** A name that publishes a DMARC record, with that record's options. */
export interface DmarcSender {
  readonly name: DnsName;
  readonly dmarc: DmarcOptions | undefined;
}

/**
 * Which estate domains must publish whose authorisation to send DMARC reports (RFC 9990 §4), by receiving estate
 * domain: `fabrikam.com` when the receiver is that domain, `fabrikam.com@reports.contoso.com` when it is a name
 * below it. Sorted, without repetition. Addresses outside the estate are not its business.
 */
export function reportAuthorizations(
  senders: readonly DmarcSender[],
  domains: ReadonlySet<DnsName>,
): ReadonlyMap<DnsName, readonly string[]> {
  const authorized = new Map<DnsName, Set<string>>();
  for (const { name: sender, dmarc } of senders) {
    for (const uri of [...(dmarc?.rua ?? []), ...(dmarc?.ruf ?? [])]) {
      const receiver = receiverOf(uri);
      if (!receiver || isWithin(receiver, sender) || isWithin(sender, receiver)) continue;
      const owner = [...ancestry(receiver)].find((name) => domains.has(name));
      if (!owner) continue;
      const entries = authorized.get(owner) ?? new Set();
      entries.add(receiver === owner ? sender : `${sender}@${receiver}`);
      authorized.set(owner, entries);
    }
  }
  return new Map([...authorized].map(([owner, entries]) => [owner, [...entries].sort()]));
}

/** The domain of a `mailto:` URI; a size suffix of RFC 7489 (`!10m`) and header fields are no part of it. */
function receiverOf(uri: string): DnsName | undefined {
  const domain = /^mailto:[^?]*@([^?!@]+)/i.exec(uri)?.[1];
  const name = domain === undefined ? undefined : parseName(domain);
  return name?.ok ? name.value : undefined;
}
