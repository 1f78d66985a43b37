import { HOSTS } from "../../hosts/index";
import type { DnsName } from "../dns/name";
import type { Cloud } from "../options";
import { inline, scalar } from "./yaml/write";

/** What is asked for a first estate; each value has been read. */
export interface FirstEstate {
  /** The domain for mail. */
  readonly domain: DnsName;
  readonly tenant: {
    readonly initialDomain: DnsName;
    /** The first label of the initial domain. */
    readonly prefix: string;
    readonly cloud: Cloud;
  };
  readonly zone: { readonly host: keyof typeof HOSTS; readonly resourceGroup?: string | undefined };
  /** The day before which the domain was in the tenant, YYYY-MM-DD. */
  readonly addedBefore?: string | undefined;
  /** The MX host that Microsoft shows for the domain. */
  readonly mxHost?: DnsName | undefined;
  /** Where DMARC reports go, `mailto:` URIs. */
  readonly reports: readonly string[];
  /** The addresses from which the organisation's own servers send, where these hold the mailboxes. */
  readonly egress: readonly string[];
  /** Domains that neither send nor receive. */
  readonly parked: readonly DnsName[];
}

/** An estate file with a first domain. Nothing that was given gets into a comment, and all of it is text to YAML. */
export function formatFirstEstate(estate: FirstEstate): string {
  const { domain, tenant, zone, addedBefore, mxHost, reports, egress, parked } = estate;
  const { hasNullMx } = HOSTS[zone.host];
  // As names of tenants have it: single hyphens.
  const name = scalar(tenant.prefix.replaceAll(/-+/g, "-"));
  const group = zone.resourceGroup === undefined ? "" : ` resourceGroup: ${scalar(zone.resourceGroup)} `;
  const lines = [
    "# yaml-language-server: $schema=./node_modules/cdktf-mail-hygiene/schema/estate.schema.json",
    "# Every key is told in docs/reference/estate.md.",
    "version: 1",
    "",
    "# What every domain takes unless it says otherwise.",
    "defaults:",
    `  tenant: ${name}`,
    "  # The zone of each domain is looked up by the domain's name.",
    `  zone: { ${zone.host}: {${group}} }`,
    "  dmarc:",
    "    # Nothing is refused yet. Once the reports show no sender of yours that fails: quarantine, then reject.",
    "    policy: none",
    "    # Receivers send a report each day. The mailbox has to be there.",
    `    rua: ${inline(reports)}`,
    "",
    "tenants:",
    `  ${name}:`,
    `    initialDomain: ${scalar(tenant.initialDomain)}`,
    ...(tenant.cloud === "worldwide" ? [] : [`    cloud: ${tenant.cloud}`]),
    ...(addedBefore === undefined
      ? []
      : [
          "    # For all its domains here. One that came later says the MX host that Microsoft shows: mx: { host: … }.",
          `    domainsAddedBefore: ${addedBefore}`,
        ]),
    "",
    "domains:",
    `  ${scalar(domain)}:`,
    ...(egress.length === 0
      ? ["    # Mailboxes in Exchange Online.", "    profile: exchange-online"]
      : [
          "    # Mailboxes on servers of your own, behind Exchange Online Protection.",
          "    profile: eop-onpremises",
          `    onPremises: { egress: ${inline(egress)} }`,
        ]),
    ...(mxHost === undefined ? [] : [`    mx: { host: ${scalar(mxHost)} }`]),
    "    # Who else sends in the domain's name belongs here, or its mail fails SPF:",
    "    # spf: { ip4: [192.0.2.25] }",
    "    # senders: [mailchimp]   # by their names in docs/reference/senders.md",
    ...(parked.length === 0
      ? []
      : [
          "",
          ...(hasNullMx
            ? ["  # Neither send nor receive."]
            : ["  # Neither send nor receive. There is no MX, since the host has no null MX to say so."]),
          ...parked.map((other) => `  ${scalar(other)}: { profile: parked${hasNullMx ? "" : ", mx: none"} }`),
        ]),
  ];
  return `${lines.join("\n")}\n`;
}
