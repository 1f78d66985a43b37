import type { DnsName } from "../lib/dns/name";
import { publicSuffix, registrableDomain } from "../lib/dns/registrable";
import { askingOnce, type Resolve } from "../lib/dns/resolve";
import { claimableHost } from "../lib/posture/claimable";
import { type Lead, leadsOf } from "../lib/posture/facts/leads";
import type { FreeName, MailPosture, Posture } from "../lib/posture/model";

/** Finds of what a domain's mail hangs on the names that anybody could have. */
export type FindFreeNames = (mail: MailPosture, posture: Posture) => Promise<readonly FreeName[]>;

/**
 * Looks for free names with one question a registrable domain, whatever many domains lead there, and one a name at hosts
 * where anybody can claim it. What nobody answers is not taken for free.
 */
export function freeNameFinder(resolve: Resolve): FindFreeNames {
  const ask = askingOnce(resolve);
  return async (mail, posture) => {
    const found = await Promise.all(leadsOf(mail, posture).map((lead) => freeName(lead, mail.domain, ask)));
    return found.flatMap((free) => free ?? []);
  };
}

async function freeName(lead: Lead, domain: DnsName, ask: Resolve): Promise<FreeName | undefined> {
  const registrable = registrableDomain(lead.name);
  if (registrable === undefined || registrable === registrableDomain(domain)) return undefined;
  // A domain that its registry does not delegate: RFC 8020, there is nothing at it nor below.
  if ((await ask(registrable, "NS")).kind === "nxdomain") {
    // A resolver that does not know the registry, as in a network of its own or a sandbox, does not tell what it delegates.
    const registry = await ask(publicSuffix(registrable), "NS");
    return registry.kind === "records" ? { ...lead, free: registrable } : undefined;
  }
  const host = claimableHost(lead.name);
  if (!host || (await ask(lead.name, "A")).kind !== "nxdomain") return undefined;
  return { ...lead, free: lead.name, service: host.service };
}
