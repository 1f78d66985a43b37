import type { Part, Row } from "./row";

// What zones' hosts and states' stores ask for.

const CLOUDFLARE = "https://developers.cloudflare.com/fundamentals/api/reference/permissions/";
const AZURE = "https://learn.microsoft.com/azure/dns/dns-protect-zones-recordsets";
const CDK = "https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html";
const S3 = "https://developer.hashicorp.com/terraform/language/backend/s3";
const BLOB = "https://developer.hashicorp.com/terraform/language/backend/azurerm";

const part = (api: Part["api"], plan: string, apply: string, source: string): Part => ({
  api,
  plan: [plan],
  apply: [apply],
  source,
});

const records: Row = {
  feature: "records",
  parts: [part("cloudflare", "Zone › DNS › Read", "Zone › DNS › Edit", CLOUDFLARE)],
};
const policies: Row = {
  feature: "mtaSts.hosting: zone",
  parts: [
    part("cloudflare", "Account › Workers Scripts › Read", "Account › Workers Scripts › Edit", CLOUDFLARE),
  ],
};
const azureRecords: Row = {
  feature: "records",
  parts: [part("azure", "Reader", "DNS Zone Contributor", AZURE)],
};

/** Providers cloudflare and azurerm. */
export const HOST_ROWS: Readonly<Record<string, Row>> = {
  cloudflare_dns_record: records,
  cloudflare_zone_dnssec: { ...records, feature: "zone.cloudflare.create.dnssec" },
  cloudflare_zone: {
    feature: "zone.cloudflare.create",
    parts: [part("cloudflare", "Zone › Zone › Read", "Zone › Zone › Edit", CLOUDFLARE)],
  },
  "data.cloudflare_zone": {
    feature: "zones by name",
    parts: [{ api: "cloudflare", plan: ["Zone › Zone › Read"], apply: [], source: CLOUDFLARE }],
  },
  cloudflare_workers_script: policies,
  cloudflare_workers_custom_domain: policies,
  azurerm_dns_zone: { ...azureRecords, feature: "zone.azure.create" },
  ...Object.fromEntries(
    ["a", "aaaa", "caa", "cname", "mx", "ns", "ptr", "srv", "txt"].map((type) => [
      `azurerm_dns_${type}_record`,
      azureRecords,
    ]),
  ),
};

/** What no resource stands for: stores of states, as far as it is known what they take, and stacks of the AWS CDK. */
export const OTHER_ROWS: Readonly<Record<string, Row>> = {
  "aws cdk": {
    feature: "zone.route53",
    parts: [
      {
        api: "aws",
        plan: ["sts:AssumeRole of cdk-hnb659fds-lookup-role-*"],
        apply: [
          "sts:AssumeRole of cdk-hnb659fds-deploy-role-*",
          "sts:AssumeRole of cdk-hnb659fds-file-publishing-role-*",
        ],
        source: CDK,
      },
    ],
  },
  "state s3": {
    feature: "state.s3",
    parts: [
      {
        api: "aws",
        plan: ["s3:ListBucket", "s3:GetObject", "s3:PutObject of *.tflock", "s3:DeleteObject of *.tflock"],
        apply: ["s3:PutObject"],
        source: S3,
      },
    ],
  },
  "state s3 without locks": {
    feature: "state.s3",
    parts: [{ api: "aws", plan: ["s3:ListBucket", "s3:GetObject"], apply: ["s3:PutObject"], source: S3 }],
  },
  "state azurerm": {
    feature: "state.azurerm",
    parts: [
      // A lock is a lease, which takes the right to write.
      { api: "azure", plan: ["Storage Blob Data Contributor"], apply: [], source: BLOB },
    ],
  },
};
