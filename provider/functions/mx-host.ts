import { parseName } from "../../lib/dns/name";
import { FaultError } from "../../lib/fault";
import { CLOUDS } from "../../lib/microsoft/clouds";
import { eopMxHost } from "../../lib/microsoft/eop-host";
import type { FunctionDefinition } from "../plugin/index";

/** https://learn.microsoft.com/microsoft-365/enterprise/external-domain-name-system-records */
export const mxHost: FunctionDefinition = {
  summary: "The host of Exchange Online Protection that receives the mail of a domain",
  description:
    "Derived from the domain, as Microsoft names hosts in its worldwide cloud: contoso-com.mail.protection.outlook.com. What " +
    "Microsoft shows for a domain wins over it (data source m365_domain_service_records), and a domain with DNSSEC has another " +
    "host (m365_dnssec_for_verified_domain).",
  parameters: [
    { name: "domain", type: { kind: "string" }, description: "The mail domain, such as contoso.com." },
  ],
  result: { kind: "string" },
  call([domain]) {
    const name = parseName(String(domain));
    const host = name.ok ? eopMxHost({ domain: name.value, cloud: CLOUDS.worldwide }) : name;
    if (host.ok) return host.value;
    throw new FaultError("domain", host.faults);
  },
};
