import { parseEopHost } from "../microsoft/eop-host";

/** Who runs mail exchanges whose host names end so, as the operators' own pages on DNS set-up name them. */
const OPERATORS: Readonly<Record<string, string>> = {
  "aspmx.l.google.com": "Google",
  "google.com": "Google",
  "googlemail.com": "Google",
  "pphosted.com": "Proofpoint",
  "ppe-hosted.com": "Proofpoint Essentials",
  "mimecast.com": "Mimecast",
  "mimecast.co.za": "Mimecast",
  "barracudanetworks.com": "Barracuda",
  "iphmx.com": "Cisco Secure Email",
  "messagelabs.com": "Symantec Email Security",
  "trendmicro.com": "Trend Micro",
  "trendmicro.eu": "Trend Micro",
  "sophos.com": "Sophos",
  "hornetsecurity.com": "Hornetsecurity",
  "antispameurope.com": "Hornetsecurity",
  "zoho.com": "Zoho",
  "zoho.eu": "Zoho",
  "zoho.in": "Zoho",
  "messagingengine.com": "Fastmail",
  "protonmail.ch": "Proton",
  "mail.icloud.com": "iCloud",
  "mx.yandex.net": "Yandex",
  "amazonaws.com": "Amazon SES",
  "mail.ovh.net": "OVHcloud",
  "ionos.com": "IONOS",
  "ionos.de": "IONOS",
  "kundenserver.de": "IONOS",
  "mx.cloudflare.net": "Cloudflare Email Routing",
  "emailsrvr.com": "Rackspace",
  "secureserver.net": "GoDaddy",
  "mailgun.org": "Mailgun",
  "mx.sendgrid.net": "SendGrid",
  "privateemail.com": "Namecheap",
  "migadu.com": "Migadu",
};

/** Who runs the mail exchange, `EOP` for Exchange Online Protection; the host itself where nobody is known. */
export function mxOperator(host: string): string {
  if (parseEopHost(host)) return "EOP";
  for (let rest = host.toLowerCase(); rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) {
    const operator = Object.hasOwn(OPERATORS, rest) ? OPERATORS[rest] : undefined;
    if (operator !== undefined) return operator;
  }
  return host;
}
