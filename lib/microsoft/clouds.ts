import { closest } from "../closest";
import { type DnsName, parseName } from "../dns/name";
import { fail, ok, type Result, unwrap } from "../fault";
import type { Cloud } from "../options";

/** The clouds' names in the estate. */
export const CLOUD_NAMES = [
  "worldwide",
  "gcc",
  "gcc-high",
  "dod",
  "china",
] as const satisfies readonly Cloud[];

/** Where one of Microsoft's clouds is administered: origins, without a path. */
export interface Endpoints {
  /** Where Entra ID gives tokens. */
  readonly login: string;
  readonly graph: string;
  /** Where Exchange Online takes cmdlets. It is also the resource that a token is asked for. */
  readonly exchange: string;
  /** Where Security & Compliance (Purview, Defender) is: the front door, which names the tenant's region. */
  readonly compliance: string;
  /** The resource that a token for Security & Compliance is asked for. */
  readonly complianceResource: string;
  /** The audience that Entra ID expects in a token of a federated identity (GitHub Actions, Azure DevOps). */
  readonly federationAudience: string;
}

/** What one of Microsoft's clouds is called: in mail DNS, by its administrators, by Terraform's providers. */
export interface CloudFacts {
  readonly name: Cloud;
  readonly title: string;
  /** What stands after the first label of an EOP host. */
  readonly mxSuffix: DnsName;
  /**
   * What the first label of an EOP host is made from: the mail domain's token, or the tenant's name
   * (the first label of the initial domain), as Microsoft's GCC High and DoD pages have it.
   */
  readonly mxLabel: "domain" | "tenant";
  /** The domain to include in SPF. */
  readonly spfInclude: DnsName;
  /** Target of the autodiscover CNAME. */
  readonly autodiscover: DnsName;
  /** What stands after the tenant's name in its initial domain. */
  readonly initialSuffix: DnsName;
  /**
   * Are the partitioned names (`<token>.<letter>-v1.mx.microsoft`, `….dkim.mail.microsoft`) documented here?
   * Nothing published says that the sovereign clouds have them.
   */
  readonly partitions: boolean;
  /** Where its APIs are. GCC is administered where the worldwide cloud is. */
  readonly endpoints: Endpoints;
  /** The Entra admin center, for people. */
  readonly adminCenter: string;
  /** What the argument `environment` of a provider, and `ARM_ENVIRONMENT`, call it. */
  readonly environment: {
    /** As it is written for provider azuread. */
    readonly azuread: string;
    /** As it is written for provider m365. */
    readonly m365: string;
    /** Further names that azuread takes, and m365 with it. */
    readonly also: readonly string[];
  };
  /** Where the mail names were read; the other facts have theirs beside the table. */
  readonly sources: readonly string[];
}

const EXTERNAL_RECORDS =
  "https://learn.microsoft.com/microsoft-365/enterprise/external-domain-name-system-records";
const SPF = "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure";
const GCC_HIGH = "https://learn.microsoft.com/microsoft-365/enterprise/dns-records-for-office-365-gcc-high";
const DOD = "https://learn.microsoft.com/microsoft-365/enterprise/dns-records-for-office-365-dod";

// Login and Graph: https://learn.microsoft.com/graph/deployments. Exchange: the hosts of
// https://learn.microsoft.com/powershell/exchange/connect-to-exchange-online-powershell. Compliance: those of
// https://learn.microsoft.com/powershell/exchange/connect-to-scc-powershell. Audiences:
// https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations. Admin centers:
// https://learn.microsoft.com/entra/fundamentals/faq. Environments:
// https://registry.terraform.io/providers/hashicorp/azuread/latest/docs#environment.

const PUBLIC = {
  mxSuffix: name("mail.protection.outlook.com"),
  mxLabel: "domain",
  spfInclude: name("spf.protection.outlook.com"),
  autodiscover: name("autodiscover.outlook.com"),
  initialSuffix: name("onmicrosoft.com"),
  partitions: true,
  endpoints: {
    login: "https://login.microsoftonline.com",
    graph: "https://graph.microsoft.com",
    exchange: "https://outlook.office365.com",
    compliance: "https://ps.compliance.protection.outlook.com",
    complianceResource: "https://ps.compliance.protection.outlook.com",
    federationAudience: "api://AzureADTokenExchange",
  },
  adminCenter: "https://entra.microsoft.com",
  environment: { azuread: "global", m365: "public", also: [] },
  sources: [EXTERNAL_RECORDS, SPF],
} as const;

const US_GOVERNMENT = {
  mxSuffix: name("mail.protection.office365.us"),
  mxLabel: "tenant",
  spfInclude: name("spf.protection.office365.us"),
  initialSuffix: name("onmicrosoft.us"),
  partitions: false,
  adminCenter: "https://entra.microsoft.us",
} as const;

/** Microsoft's clouds by their name in the estate. GCC shares every mail name with the worldwide cloud. */
export const CLOUDS: Readonly<Record<Cloud, CloudFacts>> = {
  worldwide: { name: "worldwide", title: "Microsoft 365 worldwide", ...PUBLIC },
  gcc: { name: "gcc", title: "Microsoft 365 Government Community Cloud", ...PUBLIC },
  "gcc-high": {
    name: "gcc-high",
    title: "Microsoft 365 GCC High",
    ...US_GOVERNMENT,
    autodiscover: name("autodiscover.office365.us"),
    endpoints: {
      login: "https://login.microsoftonline.us",
      graph: "https://graph.microsoft.us",
      exchange: "https://outlook.office365.us",
      compliance: "https://ps.compliance.protection.office365.us",
      complianceResource: "https://ps.compliance.protection.office365.us",
      federationAudience: "api://AzureADTokenExchangeUSGov",
    },
    environment: { azuread: "usgovernmentl4", m365: "usgovernmentl4", also: ["usgovernment"] },
    sources: [GCC_HIGH, SPF],
  },
  dod: {
    name: "dod",
    title: "Microsoft 365 DoD",
    ...US_GOVERNMENT,
    autodiscover: name("autodiscover-dod.office365.us"),
    endpoints: {
      login: "https://login.microsoftonline.us",
      graph: "https://dod-graph.microsoft.us",
      exchange: "https://webmail.apps.mil",
      compliance: "https://l5.ps.compliance.protection.office365.us",
      complianceResource: "https://ps.compliance.protection.office365.us",
      federationAudience: "api://AzureADTokenExchangeUSGov",
    },
    environment: { azuread: "usgovernmentl5", m365: "usgovernmentl5", also: ["dod"] },
    sources: [DOD, SPF],
  },
  china: {
    name: "china",
    title: "Microsoft 365 operated by 21Vianet",
    mxSuffix: name("mail.protection.partner.outlook.cn"),
    mxLabel: "domain",
    spfInclude: name("spf.protection.partner.outlook.cn"),
    // Not on a page of Microsoft's that could be read; from tenants' zones.
    autodiscover: name("autodiscover.partner.outlook.cn"),
    initialSuffix: name("partner.onmschina.cn"),
    partitions: false,
    endpoints: {
      login: "https://login.partner.microsoftonline.cn",
      graph: "https://microsoftgraph.chinacloudapi.cn",
      exchange: "https://partner.outlook.cn",
      compliance: "https://ps.compliance.protection.partner.outlook.cn",
      complianceResource: "https://ps.compliance.protection.partner.outlook.cn",
      federationAudience: "api://AzureADTokenExchangeChina",
    },
    adminCenter: "https://entra.microsoftonline.cn",
    environment: { azuread: "china", m365: "china", also: [] },
    sources: [EXTERNAL_RECORDS, SPF],
  },
};

/** Microsoft Cloud Deutschland closed on 29 October 2021; its tenants were moved to the worldwide cloud. */
const RETIRED = new Set(["germany", "de", "german", "blackforest"]);

/** What people and other tools call the clouds. These lead to a suggestion, never to a silent choice. */
const ALSO_CALLED: Readonly<Record<string, Cloud>> = {
  commercial: "worldwide",
  global: "worldwide",
  public: "worldwide",
  o365default: "worldwide",
  "gcc-moderate": "gcc",
  gcch: "gcc-high",
  gcchigh: "gcc-high",
  usgovernment: "gcc-high",
  "us-gov": "gcc-high",
  o365usgovgcchigh: "gcc-high",
  "us-dod": "dod",
  usdod: "dod",
  o365usgovdod: "dod",
  "21vianet": "china",
  vianet: "china",
  gallatin: "china",
  cn: "china",
  o365china: "china",
};

/** The cloud of that name. A near miss or another tool's name for it is refused with a suggestion. */
export function parseCloud(text: string): Result<CloudFacts> {
  if (isCloud(text)) return ok(CLOUDS[text]);
  const received = JSON.stringify(text);
  const lower = text.toLowerCase();
  if (RETIRED.has(lower)) {
    return fail({
      message: "the German cloud is retired (closed 29 October 2021)",
      received,
      expected: CLOUD_NAMES.join(" | "),
      fix: "write worldwide, where its tenants were moved",
    });
  }
  const meant = ALSO_CALLED[lower] ?? closest(lower, CLOUD_NAMES);
  return fail({
    message: "unknown Microsoft cloud",
    received,
    expected: CLOUD_NAMES.join(" | "),
    ...(meant === undefined ? {} : { fix: `write ${meant}` }),
  });
}

function isCloud(text: string): text is Cloud {
  return Object.hasOwn(CLOUDS, text);
}

function name(text: string): DnsName {
  return unwrap(text, parseName(text));
}
