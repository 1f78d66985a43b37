import { spfUnalignedInclude } from "../../../../lib/rules/spf/spf-unaligned-include";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfUnalignedInclude,
  compliant: {
    "an include of nobody known": online("contoso.com TXT v=spf1 include:_spf.contoso.org mx -all"),
    "Salesforce aligns where it is set up so": online(
      "contoso.com TXT v=spf1 include:_spf.salesforce.com -all",
    ),
    "the bounce domain of Amazon SES": {
      domains: [
        {
          domain: "bounce.contoso.com",
          profile: "send-only",
          records: [
            "bounce.contoso.com TXT v=spf1 include:amazonses.com -all",
            "bounce.contoso.com MX 10 feedback-smtp.eu-west-1.amazonses.com",
          ],
        },
      ],
    },
    "Zendesk aligns through its include": online("contoso.com TXT v=spf1 include:mail.zendesk.com -all"),
  },
  violating: {
    "Amazon SES in the domain's own record": {
      ...online(
        "contoso.com TXT v=spf1 include:amazonses.com -all",
        "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
      ),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "Amazon SES does not align through its include in the SPF record of contoso.com",
          received: '"amazonses.com"',
          expected:
            "SES sends with a bounce address below amazonses.com unless a custom MAIL FROM domain is set, and that has to be a subdomain",
          fix: "set a custom MAIL FROM domain in SES and give mailFrom and region",
        },
      ],
    },
    "a sender that is moved to a subdomain, or never aligns, in one record": {
      ...online("contoso.com TXT v=spf1 include:sendgrid.net include:spf.brevo.com -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "Brevo does not align through its include in the SPF record of contoso.com",
          received: '"spf.brevo.com"',
          expected: "on shared addresses Brevo sends with its own bounce domain",
          fix: "DKIM alone makes its mail pass DMARC; with a dedicated address publish what Brevo shows for it as records",
        },
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "Twilio SendGrid does not align through its include in the SPF record of contoso.com",
          received: '"sendgrid.net"',
          expected:
            "SendGrid sends with a bounce address at sendgrid.net, or at the subdomain of domain authentication, where the CNAME brings SendGrid's SPF record along",
          fix: "give returnPath, the em1234 of SendGrid's first CNAME",
        },
      ],
    },
    "Mailchimp never does": {
      ...online("contoso.com TXT v=spf1 include:servers.mcsv.net -all"),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT",
          message: "Mailchimp does not align through its include in the SPF record of contoso.com",
          received: '"servers.mcsv.net"',
          expected: "Mailchimp sends with its own bounce domain",
          fix: "DKIM alone makes its mail pass DMARC, and Mailchimp no longer asks for the include",
        },
      ],
    },
  },
};

export default cases;
