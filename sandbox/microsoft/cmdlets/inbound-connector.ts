import { isIPv4 } from "node:net";
import type { TenantState } from "../state";
import type { Row } from "../table";
import { refuse } from "./cmdlet";
import { some, tableCmdlets } from "./table-cmdlets";

export const INBOUND_CONNECTOR = tableCmdlets({
  noun: "InboundConnector",
  table: ({ inboundConnectors }) => inboundConnectors,
  settings: {
    AssociatedAcceptedDomains: "texts",
    CloudServicesMailEnabled: "flag",
    Comment: "text",
    ConnectorSource: ["Default", "Migrated", "HybridWizard", "AdminUI"],
    ConnectorType: ["Partner", "OnPremises"],
    EFSkipIPs: "texts",
    EFSkipLastIP: "flag",
    EFTestMode: "flag",
    EFUsers: "texts",
    Enabled: "flag",
    RequireTls: "flag",
    RestrictDomainsToCertificate: "flag",
    RestrictDomainsToIPAddresses: "flag",
    ScanAndDropRecipients: "texts",
    SenderDomains: "texts",
    SenderIPAddresses: "texts",
    TlsSenderCertificateName: "text",
    TreatMessagesAsInternal: "flag",
    TrustedOrganizations: "texts",
  },
  required: ["SenderDomains"],
  defaults: {
    AssociatedAcceptedDomains: [],
    CloudServicesMailEnabled: false,
    Comment: null,
    ConnectorSource: "Default",
    ConnectorType: "Partner",
    EFSkipIPs: [],
    EFSkipLastIP: false,
    EFTestMode: false,
    EFUsers: [],
    Enabled: true,
    RequireTls: false,
    RestrictDomainsToCertificate: false,
    RestrictDomainsToIPAddresses: false,
    ScanAndDropRecipients: [],
    SenderDomains: [],
    SenderIPAddresses: [],
    TlsSenderCertificateName: null,
    TreatMessagesAsInternal: false,
    TrustedOrganizations: [],
  },
  check,
  kept: asAddressSpaces,
});

function check(row: Row, state: TenantState): void {
  if (!some(row.SenderDomains)) refuse("SenderDomains can't be empty.");
  for (const address of texts(row.SenderIPAddresses)) checkAddress(address);
  for (const domain of texts(row.AssociatedAcceptedDomains)) state.acceptedDomains.get(domain);
  const onPremises = row.ConnectorType === "OnPremises";
  if (row.TreatMessagesAsInternal === true) {
    if (!onPremises) refuse("TreatMessagesAsInternal requires the OnPremises connector type.");
    if (row.CloudServicesMailEnabled === true) {
      refuse("TreatMessagesAsInternal and CloudServicesMailEnabled can't both be true.");
    }
  }
  if (row.CloudServicesMailEnabled === true && !onPremises) {
    refuse("CloudServicesMailEnabled requires the OnPremises connector type.");
  }
  if (onPremises && !some(row.SenderIPAddresses) && !row.TlsSenderCertificateName) {
    refuse("A connector from on-premises needs TlsSenderCertificateName or SenderIPAddresses.");
  }
  if (row.RestrictDomainsToIPAddresses === true && !some(row.SenderIPAddresses)) {
    refuse("RestrictDomainsToIPAddresses requires SenderIPAddresses.");
  }
  if (row.RestrictDomainsToCertificate === true && !row.TlsSenderCertificateName) {
    refuse("RestrictDomainsToCertificate requires TlsSenderCertificateName.");
  }
}

function checkAddress(text: string): void {
  const [address = "", length = "32", ...rest] = text.split("/");
  const bits = Number(length);
  if (isIPv4(address) && rest.length === 0 && bits >= 24 && bits <= 32) return;
  refuse(`The IP address range '${text}' is invalid: IPv4 addresses and ranges from /24 to /32 are allowed.`);
}

/** Exchange keeps sender domains as address spaces: type, domain, cost. */
function asAddressSpaces(given: Row): Row {
  if (given.SenderDomains === undefined) return given;
  const spaces = texts(given.SenderDomains).map((domain) =>
    /^smtp:/i.test(domain) ? domain : `smtp:${domain};1`,
  );
  return { ...given, SenderDomains: spaces };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
