import { type DnsName, parseName } from "../dns/name";
import { collect, type Fault, within } from "../fault";
import { certificateNameFault, mailboxFault, senderAddressFault } from "../microsoft/connector";
import type { MailDomainOptions, OnPremisesOptions } from "../options";

/** The connectors of a domain in front of premises, where Exchange Online is managed. */
export interface PremisesPlan {
  /** The host that EOP hands the domain's mail to. */
  readonly smartHost: DnsName;
  readonly smartHostCertificate: NonNullable<OnPremisesOptions["smartHostCertificate"]>;
  readonly validationMailbox: string;
  /** Absent: the premises do not send through Exchange Online. */
  readonly fromPremises?: NonNullable<OnPremisesOptions["fromPremises"]>;
}

/**
 * Plans the connectors. What is wrong with their options is told whoever manages Exchange; what is missing, only where
 * they are to be made.
 */
export function planPremises(
  { profile, tenant, onPremises }: MailDomainOptions,
  domain: DnsName,
  faults: Fault[],
): PremisesPlan | undefined {
  if (profile !== "eop-onpremises") return undefined;
  faults.push(...connectorFaults(onPremises).map((fault) => within(fault, "onPremises")));
  if (!tenant?.exchange) return undefined;
  const { smartHost, smartHostCertificate, validationMailbox, fromPremises } = onPremises ?? {};
  const path = ["onPremises", "smartHost"];
  if (smartHost === undefined) {
    faults.push({
      path,
      message: "managed Exchange needs the host that EOP hands mail to",
      fix: "add onPremises: { smartHost: smtp.contoso.com }",
    });
    return undefined;
  }
  const host = collect(parseName(smartHost), faults, ...path);
  if (host === undefined) return undefined;
  return {
    smartHost: host,
    smartHostCertificate: smartHostCertificate ?? "trusted",
    // Every domain that takes mail has this mailbox (RFC 5321 §4.5.1).
    validationMailbox: validationMailbox ?? `postmaster@${domain}`,
    ...(fromPremises ? { fromPremises } : {}),
  };
}

function connectorFaults({
  smartHostCertificate,
  validationMailbox,
  fromPremises,
}: Partial<OnPremisesOptions> = {}): readonly Fault[] {
  const faults: Fault[] = [];
  const look = (fault: Fault | undefined, ...path: readonly (string | number)[]) => {
    if (fault) faults.push(within(fault, ...path));
  };
  if (typeof smartHostCertificate === "object") {
    look(certificateNameFault(smartHostCertificate.name), "smartHostCertificate", "name");
  }
  if (validationMailbox !== undefined) look(mailboxFault(validationMailbox), "validationMailbox");
  if (fromPremises && "certificate" in fromPremises) {
    look(certificateNameFault(fromPremises.certificate), "fromPremises", "certificate");
  }
  if (fromPremises && "addresses" in fromPremises) {
    if (fromPremises.addresses.length === 0) {
      look({ message: "an empty list", expected: "addresses of the premises" }, "fromPremises", "addresses");
    }
    fromPremises.addresses.forEach((address, index) => {
      look(senderAddressFault(address), "fromPremises", "addresses", index);
    });
  }
  return faults;
}
