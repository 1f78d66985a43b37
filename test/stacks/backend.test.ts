import { App } from "cdktf";
import type { StateBackend } from "../../lib/estate";
import { addBackend } from "../../stacks/backend";
import { MailStack } from "../../stacks/mail-stack";
import { declaredBy } from "../support/estate";
import { jsonOf } from "../support/synth";
import { temporaryFolder } from "../support/temp";

/** The backend that an estate's `state` gives the stack `a-b.contoso.com`. */
function terraformOf(state: string): unknown {
  const { estate } = declaredBy(`version: 1
${state}
domains: { a-b.contoso.com: { profile: parked, zone: { cloudflare: { zoneName: contoso.com } } } }
`);
  return backendOf(estate.state);
}

function backendOf(state: StateBackend): unknown {
  const stack = new MailStack(new App({ outdir: temporaryFolder(), stackTraces: false }), "a-b.contoso.com");
  addBackend(stack, state);
  return jsonOf(stack).terraform;
}

describe("where a stack's state is kept", () => {
  test.each<[string, string, object]>([
    ["by default", "", { backend: { local: { path: "../../../state/a-b.contoso.com.tfstate" } } }],
    [
      "in local files",
      "state: { local: { path: 'tf/{stack}/{stack}.json' } }",
      { backend: { local: { path: "../../../tf/a-b.contoso.com/a-b.contoso.com.json" } } },
    ],
    [
      "in local files at an absolute path of the author's choice",
      "state: { local: { path: '/var/lib/tf/{stack}.tfstate' } }",
      { backend: { local: { path: "/var/lib/tf/a-b.contoso.com.tfstate" } } },
    ],
    [
      "in S3, locked by a file beside the state",
      `state:
  s3:
    bucket: contoso-tfstate
    key: "mail/{stack}.tfstate"
    region: eu-central-1
    kmsKeyId: arn:aws:kms:eu-central-1:111122223333:key/1
    roleArn: arn:aws:iam::111122223333:role/terraform`,
      {
        backend: {
          s3: {
            bucket: "contoso-tfstate",
            key: "mail/a-b.contoso.com.tfstate",
            region: "eu-central-1",
            encrypt: true,
            use_lockfile: true,
            kms_key_id: "arn:aws:kms:eu-central-1:111122223333:key/1",
            assume_role: { role_arn: "arn:aws:iam::111122223333:role/terraform" },
          },
        },
      },
    ],
    [
      "in a service that speaks S3",
      `state:
  s3:
    bucket: tf
    key: "{stack}"
    region: auto
    encrypt: false
    useLockfile: false
    endpoint: https://01a7362d577a6c3019a474fd6f485823.r2.cloudflarestorage.com
    usePathStyle: true
    skipCredentialsValidation: true
    skipRegionValidation: true
    skipRequestingAccountId: true
    skipMetadataApiCheck: true
    skipS3Checksum: true`,
      {
        backend: {
          s3: {
            bucket: "tf",
            key: "a-b.contoso.com",
            region: "auto",
            encrypt: false,
            use_lockfile: false,
            endpoints: { s3: "https://01a7362d577a6c3019a474fd6f485823.r2.cloudflarestorage.com" },
            use_path_style: true,
            skip_credentials_validation: true,
            skip_region_validation: true,
            skip_requesting_account_id: true,
            skip_metadata_api_check: true,
            skip_s3_checksum: true,
          },
        },
      },
    ],
    [
      "in Azure, with Entra ID",
      `state:
  azurerm:
    resourceGroupName: tf
    storageAccountName: contosotf
    containerName: mail
    key: "{stack}.tfstate"
    useOidc: true
    subscriptionId: 11111111-1111-4111-8111-111111111111
    tenantId: 22222222-2222-4222-8222-222222222222
    clientId: 33333333-3333-4333-8333-333333333333
    environment: usgovernment`,
      {
        backend: {
          azurerm: {
            resource_group_name: "tf",
            storage_account_name: "contosotf",
            container_name: "mail",
            key: "a-b.contoso.com.tfstate",
            use_oidc: true,
            use_azuread_auth: true,
            subscription_id: "11111111-1111-4111-8111-111111111111",
            tenant_id: "22222222-2222-4222-8222-222222222222",
            client_id: "33333333-3333-4333-8333-333333333333",
            environment: "usgovernment",
          },
        },
      },
    ],
    [
      "in Google Cloud Storage",
      "state: { gcs: { bucket: contoso-tf, prefix: 'mail/{stack}', impersonateServiceAccount: tf@contoso.iam.gserviceaccount.com } }",
      {
        backend: {
          gcs: {
            bucket: "contoso-tf",
            prefix: "mail/a-b.contoso.com",
            impersonate_service_account: "tf@contoso.iam.gserviceaccount.com",
          },
        },
      },
    ],
    [
      "in HCP Terraform, whose workspaces take no dots",
      "state: { cloud: { organization: contoso, workspace: 'mail-{stack}', project: mail } }",
      { cloud: { organization: "contoso", workspaces: { name: "mail-a-b_contoso_com", project: "mail" } } },
    ],
    [
      "in a Terraform Enterprise",
      "state: { cloud: { organization: contoso, hostname: tfe.contoso.com, workspace: '{stack}' } }",
      {
        cloud: {
          organization: "contoso",
          hostname: "tfe.contoso.com",
          workspaces: { name: "a-b_contoso_com" },
        },
      },
    ],
  ])("%s", (_, state, expected) => {
    expect(terraformOf(state)).toEqual(expected);
  });

  test("a pattern's text is text for Terraform too", () => {
    expect(backendOf({ type: "local", path: "${x}/{stack}" })).toEqual({
      backend: { local: { path: "../../../$${x}/a-b.contoso.com" } },
    });
  });
});
