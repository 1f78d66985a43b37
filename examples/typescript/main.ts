/**
 * The same mail, declared in code: for programs that know more than a file can say. Run it with the cdktf CLI:
 * `cdktf synth`, in a project that has `cdktf-mail-hygiene` and `cdktf` among its dependencies.
 */

import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, TerraformVariable } from "cdktf";
import {
  addCloudflareZone,
  CloudflareZone,
  type DkimOptions,
  DomainStack,
  declareDomain,
  MailDomain,
  MailStack,
  parseName,
  type TenantOptions,
  unwrap,
} from "cdktf-mail-hygiene";

const tenant: TenantOptions = { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2025-05-01" };
const reports = { rua: ["mailto:dmarc@contoso.com"] };

/** Brands that differ in nothing but their name and, since May 2025, in the letter of their DKIM targets. */
const brands = new Map<string, DkimOptions>([
  ["wingtiptoys.com", {}],
  ["tailspintoys.com", {}],
  ["treyresearch.net", { partition: "g" }],
]);

const app = new App();

/** A stack of one's own, with a mail domain among whatever else it holds. */
class HeadOffice extends MailStack {
  constructor(scope: App, id: string) {
    super(scope, id);
    new CloudflareProvider(this, "Cloudflare", {});
    const zone = CloudflareZone.fromZoneId(this, "Zone", {
      zoneName: "contoso.com",
      zoneId: "5f0a1c7d3be94286a70d9e4c12b8f635",
    });
    // A value that only Terraform knows may be an MX host or a DKIM target; everything else is checked here and now.
    const mx = new TerraformVariable(this, "mx_host", {
      type: "string",
      description: "DnssecMxValue, as Enable-DnssecForVerifiedDomain returns it",
    });
    new MailDomain(this, "Mail", {
      zone,
      domain: "contoso.com",
      profile: "exchange-online",
      tenant,
      mx: { host: mx.stringValue },
      senders: ["mailchimp", { sendgrid: { account: "u7654321.wl042", returnPath: "em4321" } }],
      dmarc: { policy: "quarantine", ...reports },
      acceptsReportsFrom: [...brands.keys()],
    });
  }
}

new HeadOffice(app, "contoso.com");

for (const [domain, dkim] of brands) {
  // Every fault of the options is told at once, before any construct is made.
  const declaration = unwrap(
    domain,
    declareDomain({
      domain,
      profile: "exchange-online",
      tenant,
      dkim,
      dmarc: { policy: "reject", ...reports },
      mtaSts: { mode: "testing" },
    }),
  );
  const name = unwrap(domain, parseName(domain));
  new DomainStack(app, domain, {
    declaration,
    zone: (stack) =>
      addCloudflareZone(stack, { host: "cloudflare", name, source: { by: "name" }, declaredBy: name }),
  });
}

app.synth();
