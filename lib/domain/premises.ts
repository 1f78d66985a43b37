import { type DnsName, parseName } from "../dns/name";
import { collect, type Fault, within } from "../fault";
import {
  certificateNameFault,
  connectorNameFault,
  mailboxFault,
  senderAddressFault,
} from "../microsoft/connector";
import type { ConnectorNamesOptions, MailDomainOptions, OnPremisesOptions } from "../options";

/** The connectors of a domain in front of premises, where Exchange Online is managed. */
export interface PremisesPlan {
  readonly outbound: ToPremises;
  /** Absent: the premises do not send through Exchange Online. */
  readonly inbound?: FromPremises;
  /** Names of the connectors, where they are given. */
  readonly names?: ConnectorNamesOptions;
  /** How Exchange Online treats recipients of the domain that it does not know, where that is declared. */
  readonly acceptedDomain?: NonNullable<OnPremisesOptions["acceptedDomain"]>;
}

/** Mail that Exchange Online Protection hands to the premises, over TLS or not at all. */
export interface ToPremises {
  /** Domains whose mail goes to the premises. */
  readonly recipientDomains: readonly string[];
  /** Hosts or IPv4 addresses of the premises. */
  readonly smartHosts: readonly string[];
  /**
   * What the premises' certificate must be: of any kind (`"encryption"`), of a trusted authority (`"trusted"`), or
   * that for a name.
   * @default "trusted"
   */
  readonly certificate?: "encryption" | "trusted" | { readonly name: string };
  /**
   * Mailboxes on the premises: Exchange must deliver a message to them before the connector counts as made.
   * @default not validated
   */
  readonly validationRecipients?: readonly string[];
}

/** Mail that the premises hand to Exchange Online Protection, told from strangers' by certificate or address. */
export interface FromPremises {
  /** Domains that the premises send for. */
  readonly senderDomains: readonly string[];
  readonly by:
    | { readonly certificate: string }
    /** IPv4 addresses, or networks of /24 to /32. */
    | { readonly addresses: readonly string[] };
}

/**
 * Plans the connectors of a domain with servers of its own. What is wrong with their options is told whoever manages Exchange; what is missing, only where
 * they are to be made.
 */
export function planPremises(
  { profile, tenant, onPremises }: MailDomainOptions,
  domain: DnsName,
  faults: Fault[],
): PremisesPlan | undefined {
  faults.push(...connectorFaults(onPremises).map((fault) => within(fault, "onPremises")));
  if (profile === "on-premises" || !tenant?.exchange) return undefined;
  const { smartHost, smartHostCertificate, validationMailbox, fromPremises, connectors, acceptedDomain } =
    onPremises ?? {};
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
    outbound: {
      recipientDomains: [domain],
      smartHosts: [host],
      certificate: smartHostCertificate ?? "trusted",
      // Every domain that takes mail has this mailbox (RFC 5321 §4.5.1).
      validationRecipients: [validationMailbox ?? `postmaster@${domain}`],
    },
    ...(fromPremises ? { inbound: { senderDomains: [domain], by: fromPremises } } : {}),
    ...(connectors ? { names: connectors } : {}),
    ...(acceptedDomain === undefined ? {} : { acceptedDomain }),
  };
}

function connectorFaults({
  smartHostCertificate,
  validationMailbox,
  fromPremises,
  connectors = {},
}: Partial<OnPremisesOptions> = {}): readonly Fault[] {
  const faults: Fault[] = [];
  const look = (fault: Fault | undefined, ...path: readonly (string | number)[]) => {
    if (fault) faults.push(within(fault, ...path));
  };
  if (typeof smartHostCertificate === "object") {
    look(certificateNameFault(smartHostCertificate.name), "smartHostCertificate", "name");
  }
  for (const key of ["toPremises", "fromPremises"] as const) {
    const name = connectors[key];
    if (name !== undefined) look(connectorNameFault(name), "connectors", key);
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
