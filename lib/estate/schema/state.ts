import { agrees } from "../../schema/agree";
import { flag, text, textLike } from "../../schema/scalars";
import { refuseSecrets } from "../../schema/secrets";
import { byKey, choice, closed, may, must, word } from "../../schema/shapes";
import type {
  AzurermStateInput,
  CloudStateInput,
  GcsStateInput,
  LocalStateInput,
  S3StateInput,
  StateInput,
} from "../input";

/** Text with a place for the stack's name, and no other place. */
const perStack = textLike(
  /^[^{}]*\{stack\}(?:[^{}]|\{stack\})*$/,
  "text that holds {stack}, without which two stacks would share a state",
);

const local = agrees<LocalStateInput>()(
  closed({ path: may(perStack, "Path of each stack's state file. Default: state/{stack}.tfstate.") }),
);

const s3 = agrees<S3StateInput>()(
  closed(
    {
      bucket: must(text, "Name of the bucket."),
      key: must(perStack, "Key of each stack's state, e.g. mail/{stack}.tfstate."),
      region: must(text, "Region of the bucket, e.g. eu-central-1; auto for Cloudflare R2."),
      useLockfile: may(flag, "Lock by a file beside the state. Default: true."),
      encrypt: may(flag, "Server-side encryption. Default: true."),
      kmsKeyId: may(text, "ARN of the KMS key."),
      roleArn: may(text, "ARN of the role that Terraform assumes."),
      endpoint: may(text, "Address of an S3-compatible service."),
      usePathStyle: may(flag, "Path-style addresses, for S3-compatible services."),
      skipCredentialsValidation: may(flag, "For S3-compatible services without STS."),
      skipRegionValidation: may(flag, "For S3-compatible services with regions of their own."),
      skipRequestingAccountId: may(flag, "For S3-compatible services without IAM."),
      skipMetadataApiCheck: may(flag, "Do not ask the EC2 metadata service."),
      skipS3Checksum: may(flag, "For S3-compatible services without checksums."),
    },
    refuseSecrets("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"),
  ),
);

const azurerm = agrees<AzurermStateInput>()(
  closed(
    {
      resourceGroupName: may(text, "Resource group of the storage account."),
      storageAccountName: must(text, "Name of the storage account."),
      containerName: must(text, "Name of the blob container."),
      key: must(perStack, "Name of each stack's blob, e.g. {stack}.tfstate."),
      useOidc: may(flag, "Sign in with a workload identity token."),
      useAzureadAuth: may(flag, "Entra ID instead of the storage account's key. Default: true."),
      subscriptionId: may(text, "Subscription of the storage account."),
      tenantId: may(text, "Tenant of the storage account."),
      clientId: may(text, "Client id of the identity that signs in."),
      environment: may(word(["public", "usgovernment", "china"]), "Azure cloud. Default: public."),
    },
    refuseSecrets("ARM_CLIENT_SECRET, ARM_OIDC_TOKEN or the Azure CLI's login"),
  ),
);

const gcs = agrees<GcsStateInput>()(
  closed(
    {
      bucket: must(text, "Name of the bucket."),
      prefix: must(perStack, "Folder of each stack's state, e.g. mail/{stack}."),
      impersonateServiceAccount: may(text, "The service account to act as."),
    },
    refuseSecrets("GOOGLE_APPLICATION_CREDENTIALS or the gcloud login"),
  ),
);

const cloud = agrees<CloudStateInput>()(
  closed(
    {
      organization: must(text, "Name of the organization."),
      hostname: may(text, "Host of a Terraform Enterprise. Default: app.terraform.io."),
      workspace: must(perStack, "Name of each stack's workspace, e.g. mail-{stack}."),
      project: may(text, "The project in which workspaces are created."),
    },
    refuseSecrets("TF_TOKEN_app_terraform_io, or terraform login"),
  ),
);

const BACKENDS = ["local", "s3", "azurerm", "gcs", "cloud"] as const;

export const StateSchema = agrees<StateInput>()(
  choice(
    [
      closed({ local: must(local, "State files beside the estate.") }),
      closed({ s3: must(s3, "An S3 bucket, or a service that speaks S3.") }),
      closed({ azurerm: must(azurerm, "An Azure blob container.") }),
      closed({ gcs: must(gcs, "A Google Cloud Storage bucket.") }),
      closed({ cloud: must(cloud, "HCP Terraform or Terraform Enterprise.") }),
    ],
    byKey(BACKENDS, "not a state backend"),
  ),
);
