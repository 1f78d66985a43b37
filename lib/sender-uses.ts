// Written by scripts/sender-types.mjs from lib/senders/catalogue.json; not to be edited.

/** What ActiveCampaign shows for a domain: https://help.activecampaign.com/hc/en-us/articles/5955748151964-How-to-achieve-Full-Domain-Alignment */
export interface ActivecampaignValues {
  /** The mailserver domain, relative to the domain. */
  readonly returnPath?: string;
  /** Its target. */
  readonly returnPathHost?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

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

/** What Atlassian Cloud shows for a domain: https://support.atlassian.com/organization-administration/docs/what-are-the-dns-records-required-for-configuring-dmarc/ */
export interface AtlassianValues {
  /** The two selectors. */
  readonly selectors: readonly string[];
  /** The bounce subdomain. */
  readonly returnPath?: string;
  /** Its target. */
  readonly returnPathHost?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What AutoSend shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/autosend.com.email.json */
export interface AutosendValues {
  /** The public key. */
  readonly key: string;
  /** The region that takes the bounces. */
  readonly region?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What AWeber shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/aweber.com.email-web.json */
export interface AweberValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Azure Communication Services Email shows for a domain: https://learn.microsoft.com/azure/communication-services/quickstarts/email/add-custom-verified-domains */
export interface AzureCommunicationServicesValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Barracuda Email Gateway Defense shows for a domain: https://campus.barracuda.com/product/emailgatewaydefense/doc/96023032/sender-authentication/ */
export interface BarracudaValues {
  /** The region of the account. @default "us" */
  readonly region?: "us" | "au" | "ca" | "de" | "in" | "uk";
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Bluehost shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/bluehost.com.email.json */
export interface BluehostValues {
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

/** What Campaign Deputy shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/campaigndeputy.app.email-full.json */
export interface CampaignDeputyValues {
  /** The label that stands for the account in the targets. */
  readonly account: string;
  /** The selector of its TXT record. */
  readonly selector: string;
  /** The public key. */
  readonly key: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Clerk shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/clerk.com.app.json */
export interface ClerkValues {
  /** The token in the targets. */
  readonly token: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Constant Contact shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/constantcontact.com.email.json */
export interface ConstantContactValues {
  /** What stands before ._domainkey.dkim1 in the first target. */
  readonly first: string;
  /** What stands before ._domainkey.dkim2 in the second target. */
  readonly second: string;
  /** What stands before send.com in both targets. */
  readonly prefix: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What EmailOctopus shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/emailoctopus.com.domain-verification.json */
export interface EmailoctopusValues {
  /** What stands after eo._domainkey. in the target. */
  readonly proxy: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Fastmail shows for a domain: https://www.fastmail.help/hc/en-us/articles/360060591153-Manual-DNS-configuration */
export interface FastmailValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Flock Mail shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/flockmail.com.flock-mail-hosting.json */
export interface FlockMailValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Forward Email shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/forwardemail.net.email.json */
export interface ForwardEmailValues {
  /** The selector of its TXT record. */
  readonly selector: string;
  /** The public key. */
  readonly key: string;
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

/** What GoDaddy Professional Email shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/godaddy.com.aab.json */
export interface GodaddyValues {
  /** What stands between dkim. and .onsecureserver.net in the targets. */
  readonly suffix: string;
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

/** What Help Scout shows for a domain: https://docs.helpscout.com/article/1380-stop-spoofing-with-spf-and-dkim */
export interface HelpScoutValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Hornetsecurity shows for a domain: https://support.hornetsecurity.com */
export interface HornetsecurityValues {
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

/** What iCloud Mail shows for a domain: https://support.apple.com/102374 */
export interface IcloudValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What ImprovMX shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/improvmx.com.email.json */
export interface ImprovmxValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Intercom shows for a domain: https://www.intercom.com/help/en/articles/9744849-connect-your-email-support-channel */
export interface IntercomValues {
  /** The identifier before .dkim.intercom.io. */
  readonly id: string;
  /** The bounce subdomain. */
  readonly returnPath?: string;
  /** Its target. */
  readonly returnPathHost?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What JetEmail shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/jetemail.com.outbound-domain.json */
export interface JetemailValues {
  /** The bounce subdomain, such as em1234. */
  readonly returnPath?: string;
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

/** What Lettermint shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/lettermint.co.mail.json */
export interface LettermintValues {
  /** The selector of its TXT record. */
  readonly selector: string;
  /** The public key. */
  readonly key: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mail Designer 365 shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/maildesigner365.com.domain-authentication.json */
export interface MailDesignerValues {
  /** The selector of its TXT record. */
  readonly selector: string;
  /** The public key. */
  readonly key: string;
  /** The bounce subdomain. */
  readonly mailFrom: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What MailBlastr shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/mailblastr.com.email.json */
export interface MailblastrValues {
  /** The public key. */
  readonly key: string;
  /** The bounce subdomain. */
  readonly mailFrom?: string;
  /** The region that takes the bounces. */
  readonly region?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailchimp shows for a domain: https://mailchimp.com/help/set-up-email-domain-authentication/ */
export interface MailchimpValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Maileon shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/maileon.com.hosting_and_email.json */
export interface MaileonValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailercloud shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/mailercloud.com.email-auth.json */
export interface MailercloudValues {
  /** The selector. */
  readonly selector: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What MailerLite shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/mailerlite.com.domain-authentication.json */
export interface MailerliteValues {
  /** The verification code. */
  readonly code?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What MailerSend shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/mailersend.com.mailersend-email-new.json */
export interface MailersendValues {
  /** The bounce subdomain, such as mta. */
  readonly returnPath?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailfully shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/mailfully.com.mail.json */
export interface MailfullyValues {
  /** The three selectors. */
  readonly tokens: readonly string[];
  /** The bounce subdomain. */
  readonly mailFrom?: string;
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

/** What MailLogic shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/maillogic.io.email-sending.json */
export interface MaillogicValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Mailtrap shows for a domain: https://docs.mailtrap.io/email-api-smtp/setup/sending-domain */
export interface MailtrapValues {
  /** The bounce subdomain, such as mt12. */
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

/** What Mango Mail shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/mymangomail.com.email.json */
export interface MangoMailValues {
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

/** What One-Email shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/one-email.com.email.json */
export interface OneEmailValues {
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

/** What Proton Mail shows for a domain: https://proton.me/support/custom-domain */
export interface ProtonValues {
  /** The token between domainkey. and .domains.proton.ch in the targets. */
  readonly token: string;
  /** The verification code. */
  readonly code?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Resend shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/resend.com.mail.json */
export interface ResendValues {
  /** The public key. */
  readonly key: string;
  /** The bounce subdomain. @default "send" */
  readonly mailFrom?: string;
  /** The region that takes the bounces. */
  readonly region?: string;
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

/** What SendCloud (Aurora) shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/aurorasendcloud.com.email-auth.json */
export interface SendcloudValues {
  /** The public key. */
  readonly key: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Sender shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/sender.net.domain-authentication.json */
export interface SenderNetValues {
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

/** What SendLayer shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/sendlayer.com.email.json */
export interface SendlayerValues {
  /** The target of sl. */
  readonly returnPathHost: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What SMTP2GO shows for a domain: https://support.smtp2go.com/hc/en-gb/articles/28543815517209-SPF-DKIM-and-DMARC */
export interface Smtp2goValues {
  /** The selector. */
  readonly selector: string;
  /** The bounce subdomain, such as em599657. */
  readonly returnPath?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Stripe shows for a domain: https://docs.stripe.com/get-started/account/email-domain */
export interface StripeValues {
  /** The selectors. */
  readonly tokens: readonly string[];
  /** The bounce subdomain. @default "bounce" */
  readonly returnPath?: string;
  /** The verification code. */
  readonly code?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Titan Email shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/titan.email.titan-mail-hosting.json */
export interface TitanValues {
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Trend Micro Email Security shows for a domain: https://docs.trendmicro.com/en-us/documentation/article/trend-micro-email-security-online-help-spf */
export interface TrendMicroValues {
  /** The region of the account. @default "com" */
  readonly region?: "com" | "eu";
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** What Website Toolbox shows for a domain: https://github.com/Domain-Connect/Templates/blob/master/websitetoolbox.com.apexforum.json */
export interface WebsiteToolboxValues {
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

/** What Zoho Mail shows for a domain: https://www.zoho.com/mail/help/adminconsole/spf-configuration.html */
export interface ZohoValues {
  /** The region of the account. @default "com" */
  readonly region?: "com" | "eu";
  /** The selector. @default "zmail" */
  readonly selector?: string;
  /** The public key. */
  readonly key?: string;
  /** Its include in the domain's own SPF record. @default where its mail aligns through it */
  readonly spf?: boolean;
}

/** The values of each sender of the catalogue, by its name. */
export interface SenderValuesByName {
  /** ActiveCampaign */
  readonly activecampaign: ActivecampaignValues;
  /** Amazon SES */
  readonly "amazon-ses": AmazonSesValues;
  /** Atlassian Cloud */
  readonly atlassian: AtlassianValues;
  /** AutoSend */
  readonly autosend: AutosendValues;
  /** AWeber */
  readonly aweber: AweberValues;
  /** Azure Communication Services Email */
  readonly "azure-communication-services": AzureCommunicationServicesValues;
  /** Barracuda Email Gateway Defense */
  readonly barracuda: BarracudaValues;
  /** Bluehost */
  readonly bluehost: BluehostValues;
  /** Brevo */
  readonly brevo: BrevoValues;
  /** Campaign Deputy */
  readonly "campaign-deputy": CampaignDeputyValues;
  /** Clerk */
  readonly clerk: ClerkValues;
  /** Constant Contact */
  readonly "constant-contact": ConstantContactValues;
  /** EmailOctopus */
  readonly emailoctopus: EmailoctopusValues;
  /** Fastmail */
  readonly fastmail: FastmailValues;
  /** Flock Mail */
  readonly "flock-mail": FlockMailValues;
  /** Forward Email */
  readonly "forward-email": ForwardEmailValues;
  /** Freshdesk */
  readonly freshdesk: FreshdeskValues;
  /** GoDaddy Professional Email */
  readonly godaddy: GodaddyValues;
  /** Google Workspace */
  readonly "google-workspace": GoogleWorkspaceValues;
  /** Help Scout */
  readonly "help-scout": HelpScoutValues;
  /** Hornetsecurity */
  readonly hornetsecurity: HornetsecurityValues;
  /** HubSpot */
  readonly hubspot: HubspotValues;
  /** iCloud Mail */
  readonly icloud: IcloudValues;
  /** ImprovMX */
  readonly improvmx: ImprovmxValues;
  /** Intercom */
  readonly intercom: IntercomValues;
  /** JetEmail */
  readonly jetemail: JetemailValues;
  /** Klaviyo (static routing) */
  readonly klaviyo: KlaviyoValues;
  /** Lettermint */
  readonly lettermint: LettermintValues;
  /** Mail Designer 365 */
  readonly "mail-designer": MailDesignerValues;
  /** MailBlastr */
  readonly mailblastr: MailblastrValues;
  /** Mailchimp */
  readonly mailchimp: MailchimpValues;
  /** Maileon */
  readonly maileon: MaileonValues;
  /** Mailercloud */
  readonly mailercloud: MailercloudValues;
  /** MailerLite */
  readonly mailerlite: MailerliteValues;
  /** MailerSend */
  readonly mailersend: MailersendValues;
  /** Mailfully */
  readonly mailfully: MailfullyValues;
  /** Mailgun */
  readonly mailgun: MailgunValues;
  /** Mailjet */
  readonly mailjet: MailjetValues;
  /** MailLogic */
  readonly maillogic: MaillogicValues;
  /** Mailtrap */
  readonly mailtrap: MailtrapValues;
  /** Mailchimp Transactional (Mandrill) */
  readonly mandrill: MandrillValues;
  /** Mango Mail */
  readonly "mango-mail": MangoMailValues;
  /** Mimecast */
  readonly mimecast: MimecastValues;
  /** One-Email */
  readonly "one-email": OneEmailValues;
  /** Postmark */
  readonly postmark: PostmarkValues;
  /** Proofpoint Email Protection (hosted) */
  readonly proofpoint: ProofpointValues;
  /** Proofpoint Essentials */
  readonly "proofpoint-essentials": ProofpointEssentialsValues;
  /** Proton Mail */
  readonly proton: ProtonValues;
  /** Resend */
  readonly resend: ResendValues;
  /** Salesforce */
  readonly salesforce: SalesforceValues;
  /** SendCloud (Aurora) */
  readonly sendcloud: SendcloudValues;
  /** Sender */
  readonly "sender-net": SenderNetValues;
  /** Twilio SendGrid */
  readonly sendgrid: SendgridValues;
  /** SendLayer */
  readonly sendlayer: SendlayerValues;
  /** SMTP2GO */
  readonly smtp2go: Smtp2goValues;
  /** Stripe */
  readonly stripe: StripeValues;
  /** Titan Email */
  readonly titan: TitanValues;
  /** Trend Micro Email Security */
  readonly "trend-micro": TrendMicroValues;
  /** Website Toolbox */
  readonly "website-toolbox": WebsiteToolboxValues;
  /** Zendesk */
  readonly zendesk: ZendeskValues;
  /** Zoho Mail */
  readonly zoho: ZohoValues;
}

/** A sender of the catalogue. */
export type SenderName = keyof SenderValuesByName;

/** Senders that need no values. */
export type BareSenderName =
  | "activecampaign"
  | "aweber"
  | "azure-communication-services"
  | "barracuda"
  | "bluehost"
  | "brevo"
  | "fastmail"
  | "flock-mail"
  | "google-workspace"
  | "help-scout"
  | "hornetsecurity"
  | "icloud"
  | "improvmx"
  | "jetemail"
  | "mailchimp"
  | "maileon"
  | "mailerlite"
  | "mailersend"
  | "maillogic"
  | "mailtrap"
  | "mandrill"
  | "mango-mail"
  | "one-email"
  | "sender-net"
  | "titan"
  | "trend-micro"
  | "website-toolbox"
  | "zendesk"
  | "zoho";

/** One use of a sender of the catalogue: its name, or its name with the values that its console shows. */
export type SenderUse =
  | BareSenderName
  | { readonly [Name in SenderName]: { readonly [Key in Name]: SenderValuesByName[Name] } }[SenderName];
