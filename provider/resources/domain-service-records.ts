import type { GraphObject } from "../graph/types";
import { DiagnosticError, num, str } from "../plugin/index";
import { domainName } from "./attributes";
import { dataSource } from "./m365";
import { domainPath, ofTenantDomain } from "./tenant-domains";

/**
 * The DNS records that Microsoft wants for a domain. For the MX this is the only source of truth: hosts under
 * mx.microsoft hold a letter that Microsoft assigns.
 * Source: https://learn.microsoft.com/graph/api/domain-list-serviceconfigurationrecords
 */
export const domainServiceRecords = dataSource({
  description: "The mail DNS records that Microsoft 365 wants for a domain: MX, SPF, autodiscover.",
  attributes: {
    domain: str({
      required: true,
      validate: domainName,
      description: "A verified domain with the Email service.",
    }),
    mx_host: str({ computed: true, description: "Host of the MX record." }),
    mx_preference: num({ computed: true, description: "Preference of the MX record." }),
    mx_ttl: num({ computed: true, description: "Time to live that Microsoft proposes, in seconds." }),
    spf: str({
      computed: true,
      nullable: true,
      description: "The SPF record for mail from Microsoft 365 alone.",
    }),
    autodiscover: str({ computed: true, nullable: true, description: "Target of the autodiscover CNAME." }),
  },

  async read({ domain }, { client, signal }) {
    const path = domainPath(domain, "/serviceConfigurationRecords");
    const records = await ofTenantDomain(domain, client.graph.list(path, { signal }));
    const mail = records.filter(({ supportedService }) => supportedService === "Email");
    const mx = mail.find(({ recordType }) => recordType === "Mx");
    if (typeof mx?.mailExchange !== "string") {
      throw new DiagnosticError({
        summary: `Microsoft names no MX for ${domain}`,
        detail: "Verify the domain in Microsoft 365 and give it the Email service.",
        path: ["domain"],
      });
    }
    return {
      domain,
      mx_host: mx.mailExchange.replace(/\.$/, "").toLowerCase(),
      mx_preference: Number(mx.preference),
      mx_ttl: Number(mx.ttl),
      spf: textOf(
        mail.find(({ text }) => typeof text === "string" && /^v=spf1( |$)/i.test(text)),
        "text",
      ),
      autodiscover: textOf(
        mail.find(({ label }) => typeof label === "string" && /^autodiscover\./i.test(label)),
        "canonicalName",
      ),
    };
  },
});

const textOf = (record: GraphObject | undefined, property: string) => {
  const value = record?.[property];
  return typeof value === "string" ? value : null;
};
