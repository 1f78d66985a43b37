/** Names at a host of services that whoever asks first gets, and that are free again once their owner gives them up. */
export interface ClaimableHost {
  /** What the names end in. */
  readonly suffix: string;
  readonly service: string;
}

/*
 * Azure: https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover, its table of resources, read 28 November
 * 2026 (page of 16 April 2025). Elastic Beanstalk: fingerprints.json of https://github.com/EdOverflow/can-i-take-over-xyz,
 * status Vulnerable and told by NXDOMAIN, read the same day. Services that are taken over where the name still exists, as S3
 * is, cannot be told by the DNS, and are not here.
 */
const HOSTS: readonly ClaimableHost[] = [
  { suffix: "azurefd.net", service: "Azure Front Door" },
  { suffix: "blob.core.windows.net", service: "Azure Blob Storage" },
  { suffix: "azureedge.net", service: "Azure CDN" },
  { suffix: "cloudapp.azure.com", service: "an Azure public IP address" },
  { suffix: "cloudapp.net", service: "an Azure cloud service" },
  { suffix: "trafficmanager.net", service: "Azure Traffic Manager" },
  { suffix: "azurecontainer.io", service: "Azure Container Instances" },
  { suffix: "azure-api.net", service: "Azure API Management" },
  { suffix: "azurewebsites.net", service: "Azure App Service" },
  { suffix: "elasticbeanstalk.com", service: "AWS Elastic Beanstalk" },
];

/** The service where anybody can claim the name, if it is one of those that are known. */
export function claimableHost(name: string): ClaimableHost | undefined {
  return HOSTS.find(({ suffix }) => name.endsWith(`.${suffix}`));
}
