import { mxOperator } from "../../../lib/mail/mx-operators";

test.each([
  ["aspmx.l.google.com", "Google"],
  ["alt1.aspmx.l.google.com", "Google"],
  ["smtp.google.com", "Google"],
  ["aspmx2.googlemail.com", "Google"],
  ["mxa-00123456.gslb.pphosted.com", "Proofpoint"],
  ["mx1-us1.ppe-hosted.com", "Proofpoint Essentials"],
  ["eu-smtp-inbound-1.mimecast.com", "Mimecast"],
  ["za-smtp-inbound-1.mimecast.co.za", "Mimecast"],
  ["d123456a.ess.barracudanetworks.com", "Barracuda"],
  ["mx1.contoso.iphmx.com", "Cisco Secure Email"],
  ["cluster1.us.messagelabs.com", "Symantec Email Security"],
  ["contoso.in.tmes.trendmicro.com", "Trend Micro"],
  ["contoso.in.tmes.trendmicro.eu", "Trend Micro"],
  ["mx-01-eu-west-1.prod.hydra.sophos.com", "Sophos"],
  ["mx01.hornetsecurity.com", "Hornetsecurity"],
  ["mx23a.antispameurope.com", "Hornetsecurity"],
  ["mx.zoho.com", "Zoho"],
  ["mx.zoho.eu", "Zoho"],
  ["mx.zoho.in", "Zoho"],
  ["in1-smtp.messagingengine.com", "Fastmail"],
  ["mail.protonmail.ch", "Proton"],
  ["mx01.mail.icloud.com", "iCloud"],
  ["mx.yandex.net", "Yandex"],
  ["inbound-smtp.eu-west-1.amazonaws.com", "Amazon SES"],
  ["mx1.mail.ovh.net", "OVHcloud"],
  ["mx00.ionos.com", "IONOS"],
  ["mx00.ionos.de", "IONOS"],
  ["mx00.kundenserver.de", "IONOS"],
  ["route1.mx.cloudflare.net", "Cloudflare Email Routing"],
  ["mx1.emailsrvr.com", "Rackspace"],
  ["mailstore1.secureserver.net", "GoDaddy"],
  ["mxa.mailgun.org", "Mailgun"],
  ["mx.sendgrid.net", "SendGrid"],
  ["mx1.privateemail.com", "Namecheap"],
  ["aspmx1.migadu.com", "Migadu"],
  ["contoso-com.mail.protection.outlook.com", "EOP"],
  ["contoso-com.j-v1.mx.microsoft", "EOP"],
  ["MX.Zoho.EU", "Zoho"],
])("%s is run by %s", (host, operator) => {
  expect(mxOperator(host)).toBe(operator);
});

test.each(["mx.contoso.com", "notgoogle.com", "google.com.contoso.net", "mx.constructor", "localhost"])(
  "nobody is known to run %s",
  (host) => {
    expect(mxOperator(host)).toBe(host);
  },
);
