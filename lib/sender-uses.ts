// Written by scripts/sender-types.mjs from lib/senders/catalogue.json; not to be edited.

/** What Amazon SES shows for a domain: https://docs.aws.amazon.com/ses/latest/dg/mail-from.html */
export interface AmazonSesValues {
  /** The three Easy DKIM tokens. */
  readonly tokens: readonly string[];
  /** What stands after the token in the CNAME targets; some regions have their own. @default "dkim.amazonses.com" */
  readonly dkimHost?: string;
  /** The custom MAIL FROM subdomain, relative to the domain. */
  readonly mailFrom?: string;
  /** The region that takes the bounces. */
  readonly region?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Brevo shows for a domain: https://help.brevo.com/hc/en-us/sections/12170672459666-Authenticate-your-domain */
export interface BrevoValues {
  /** The label that stands for the domain in the CNAME targets. @default the domain with hyphens for dots */
  readonly name?: string;
  /** The verification code. */
  readonly code?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Freshdesk shows for a domain: https://support.freshdesk.com/support/solutions/articles/223779-email-domain-verification-using-dkim-records */
export interface FreshdeskValues {
  /** The account in the CNAME targets. */
  readonly account: string;
  /** The three selectors, in the order s1, s2, s3 of their targets. */
  readonly selectors: readonly string[];
  /** The bounce subdomain that Freshdesk shows, such as fwdkim1. */
  readonly returnPath?: string;
  /** Its target, such as spfmx1.domainkey.freshemail.io. */
  readonly returnPathHost?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Google Workspace shows for a domain: https://support.google.com/a/answer/33786 */
export interface GoogleWorkspaceValues {
  /** The selector prefix chosen in the Admin console. @default "google" */
  readonly selector?: string;
  /** The TXT value that the Admin console shows. */
  readonly key?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What HubSpot shows for a domain: https://knowledge.hubspot.com/marketing-email/manage-email-authentication-in-hubspot */
export interface HubspotValues {
  /** The account's Hub ID. */
  readonly portal: string;
  /** The cluster in the CNAME targets. */
  readonly cluster: string;
  /** The label that stands for the domain in the CNAME targets. @default the domain with hyphens for dots */
  readonly name?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Klaviyo (static routing) shows for a domain: https://help.klaviyo.com/hc/en-us/articles/50941715515675 */
export interface KlaviyoValues {
  /** The branded sending subdomain, relative to the domain, such as send. */
  readonly sendingDomain: string;
  /** The CNAME target that Klaviyo shows for it, such as 3840918940202419532.klaviyodns.com. */
  readonly target: string;
  /** What stands before ._domainkey: km1 and km2 for marketing, kt1 and kt2 for transactional, ks1 and ks2 for service mail; kl and kl2, or mtd1 and mtd2, in older accounts. */
  readonly selectors: readonly string[];
  /** What stands after the selector in the DKIM targets, such as _domainkey.3840918940202419532.klaviyodns.com. */
  readonly dkimHost: string;
  /** The public API key that verifies the domain. */
  readonly siteVerification?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailchimp shows for a domain: https://mailchimp.com/help/set-up-email-domain-authentication/ */
export interface MailchimpValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailgun shows for a domain: https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify */
export type MailgunValues = {
  /** The sending domain, relative to the mail domain; without it the mail domain itself sends. */
  readonly subdomain?: string;
  /** The region that the domain was made in, whose hosts take the replies. @default "us" */
  readonly region?: "us" | "eu";
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
} & (
  | {
      /** For Automatic Sender Security: what stands after pdk1._domainkey. in the CNAME targets. */
      readonly dkimHost: string;
      readonly selector?: never;
      readonly key?: never;
    }
  | {
      readonly dkimHost?: never;
      /** For a key of your own zone: its selector. */
      readonly selector: string;
      /** The TXT value of that selector. */
      readonly key: string;
    }
);

/** What Mailjet shows for a domain: https://documentation.mailjet.com/hc/en-us/articles/360042412734-Authenticating-Domains-with-SPF-DKIM */
export interface MailjetValues {
  /** The TXT value of the DKIM record. */
  readonly key: string;
  /** Its selector. @default "mailjet" */
  readonly selector?: string;
  /** The custom return path, relative to the domain, such as bnc3. */
  readonly returnPath?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailchimp Transactional (Mandrill) shows for a domain: https://mailchimp.com/developer/transactional/docs/authentication-delivery/ */
export interface MandrillValues {
  /** The return path domain, relative to the domain. */
  readonly returnPath?: string;
  /** The key that verifies the domain. */
  readonly verification?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mimecast shows for a domain: https://mimecastsupport.zendesk.com/hc/en-us/articles/34000792642963 */
export interface MimecastValues {
  /** The region of the account. */
  readonly region: "eu" | "de" | "us" | "usb" | "ca" | "za" | "au" | "uspcom";
  /** The selector of the outbound signing definition. */
  readonly selector?: string;
  /** Its TXT value. */
  readonly key?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Postmark shows for a domain: https://postmarkapp.com/developer/api/domains-api */
export interface PostmarkValues {
  /** The selector. */
  readonly selector: string;
  /** Its TXT value. */
  readonly key: string;
  /** The custom return path, relative to the domain. @default "pm-bounces" */
  readonly returnPath?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Proofpoint Email Protection (hosted) shows for a domain: https://help.proofpoint.com/ */
export interface ProofpointValues {
  /** The cluster. */
  readonly cluster: string;
  /** The selector of the signing key. */
  readonly selector?: string;
  /** Its TXT value. */
  readonly key?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Proofpoint Essentials shows for a domain: https://support.proofpointessentials.com/index.php?/Knowledgebase/Article/View/127/11/email-spoofing */
export interface ProofpointEssentialsValues {
  /** The region of the account. */
  readonly region: "us" | "eu";
  /** The selector of the signing key. */
  readonly selector?: string;
  /** Its TXT value. */
  readonly key?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Salesforce shows for a domain: https://help.salesforce.com/s/articleView?id=000381292&type=1 */
export interface SalesforceValues {
  /** The selector of the DKIM key. */
  readonly selector: string;
  /** What stands after the selector in its CNAME target. */
  readonly token: string;
  /** The alternate selector. */
  readonly alternateSelector: string;
  /** What stands after the alternate selector in its CNAME target. */
  readonly alternateToken: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Twilio SendGrid shows for a domain: https://www.twilio.com/docs/sendgrid/ui/account-and-settings/how-to-set-up-domain-authentication */
export interface SendgridValues {
  /** The account in the CNAME targets. */
  readonly account: string;
  /** The two DKIM selectors. @default ["s1","s2"] */
  readonly selectors?: readonly string[];
  /** The bounce subdomain, relative to the domain, such as em1234. */
  readonly returnPath?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Zendesk shows for a domain: https://support.zendesk.com/hc/en-us/articles/4867238761626-What-are-SPF-DNS-and-TXT-records */
export interface ZendeskValues {
  /** The value of the TXT record at zendeskverification. */
  readonly verification?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** The values of each sender of the catalogue, by its name. */
export interface SenderValuesByName {
  /** Amazon SES */
  readonly "amazon-ses": AmazonSesValues;
  /** Brevo */
  readonly brevo: BrevoValues;
  /** Freshdesk */
  readonly freshdesk: FreshdeskValues;
  /** Google Workspace */
  readonly "google-workspace": GoogleWorkspaceValues;
  /** HubSpot */
  readonly hubspot: HubspotValues;
  /** Klaviyo (static routing) */
  readonly klaviyo: KlaviyoValues;
  /** Mailchimp */
  readonly mailchimp: MailchimpValues;
  /** Mailgun */
  readonly mailgun: MailgunValues;
  /** Mailjet */
  readonly mailjet: MailjetValues;
  /** Mailchimp Transactional (Mandrill) */
  readonly mandrill: MandrillValues;
  /** Mimecast */
  readonly mimecast: MimecastValues;
  /** Postmark */
  readonly postmark: PostmarkValues;
  /** Proofpoint Email Protection (hosted) */
  readonly proofpoint: ProofpointValues;
  /** Proofpoint Essentials */
  readonly "proofpoint-essentials": ProofpointEssentialsValues;
  /** Salesforce */
  readonly salesforce: SalesforceValues;
  /** Twilio SendGrid */
  readonly sendgrid: SendgridValues;
  /** Zendesk */
  readonly zendesk: ZendeskValues;
}

/** A sender of the catalogue. */
export type SenderName = keyof SenderValuesByName;

/** Senders that need no values. */
export type BareSenderName = "brevo" | "google-workspace" | "mailchimp" | "mandrill" | "zendesk";

/** One use of a sender of the catalogue: its name, or its name with the values that its console shows. */
export type SenderUse =
  | BareSenderName
  | { readonly [Name in SenderName]: { readonly [Key in Name]: SenderValuesByName[Name] } }[SenderName];
