import { agrees } from "../../schema/agree";
import { flag, text, textLike } from "../../schema/scalars";
import { refuseSecrets } from "../../schema/secrets";
import { byKey, byMember, choice, closed, may, word } from "../../schema/shapes";
import type {
  AzurermStateInput,
  CloudStateInput,
  GcsStateInput,
  LocalStateInput,
  S3StateInput,
  StateInput,
} from "../input";
import type { StateBackend } from "../model";

const AWS_SECRETS = refuseSecrets("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE");
const AZURE_SECRETS = refuseSecrets("ARM_CLIENT_SECRET, ARM_OIDC_TOKEN or the Azure CLI's login");
const GOOGLE_SECRETS = refuseSecrets("GOOGLE_APPLICATION_CREDENTIALS or the gcloud login");
const HCP_SECRETS = refuseSecrets("TF_TOKEN_app_terraform_io, or terraform login");

/*
 * Text with a place for the stack's name, and no other place. A way back (`{stack}/../x`) or a separator that only some
 * systems know would take the name out again, or make its folder a link to another's.
 */

const NAME = "text that holds {stack}, without which two stacks would share a state";

const workspaceOfStack = textLike(/^[^{}]*\{stack\}(?:[^{}]|\{stack\})*$/, NAME);

const keyOfStack = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no key may hold
  /^(?!(?:.*\/)?\.\.?(?:\/|$))[^{}\\\x00-\x1f\x7f]*\{stack\}(?:[^{}\\\x00-\x1f\x7f]|\{stack\})*$/,
  `${NAME}, and no part . or ..`,
);

const pathOfStack = textLike(
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no path may hold
  /^(?:\.\.?\/)*(?!(?:.*\/)?\.\.?(?:\/|$))[^{}\\\x00-\x1f\x7f]*\{stack\}(?:[^{}\\\x00-\x1f\x7f]|\{stack\})*$/,
  `${NAME}, and . or .. at its start only`,
);

const type = <const T extends string>(name: T) => ({ type: word([name]) });

const local = agrees<LocalStateInput>()(closed({ path: may(pathOfStack) }));

const s3 = agrees<S3StateInput>()(
  closed(
    {
      bucket: text,
      key: keyOfStack,
      region: text,
      useLockfile: may(flag),
      encrypt: may(flag),
      kmsKeyId: may(text),
      roleArn: may(text),
      endpoint: may(text),
      usePathStyle: may(flag),
      skipCredentialsValidation: may(flag),
      skipRegionValidation: may(flag),
      skipRequestingAccountId: may(flag),
      skipMetadataApiCheck: may(flag),
      skipS3Checksum: may(flag),
    },
    AWS_SECRETS,
  ),
);

const azurerm = agrees<AzurermStateInput>()(
  closed(
    {
      resourceGroupName: may(text),
      storageAccountName: text,
      containerName: text,
      key: keyOfStack,
      useOidc: may(flag),
      useAzureadAuth: may(flag),
      subscriptionId: may(text),
      tenantId: may(text),
      clientId: may(text),
      environment: may(word(["public", "usgovernment", "china"])),
    },
    AZURE_SECRETS,
  ),
);

const gcs = agrees<GcsStateInput>()(
  closed(
    {
      bucket: text,
      prefix: keyOfStack,
      impersonateServiceAccount: may(text),
    },
    GOOGLE_SECRETS,
  ),
);

const cloud = agrees<CloudStateInput>()(
  closed(
    {
      organization: text,
      hostname: may(text),
      workspace: workspaceOfStack,
      project: may(text),
    },
    HCP_SECRETS,
  ),
);

const BACKENDS = ["local", "s3", "azurerm", "gcs", "cloud"] as const;

export const StateSchema = agrees<StateInput>()(
  choice(
    [closed({ local }), closed({ s3 }), closed({ azurerm }), closed({ gcs }), closed({ cloud })],
    byKey(BACKENDS, "not a state backend"),
  ),
);

/** A backend with its defaults filled in, for those that are handed one by a program. */
export const StateBackendSchema = agrees<StateBackend>()(
  byMember("type", {
    local: closed({ ...type("local"), path: pathOfStack }),
    s3: closed({ ...s3.entries, ...type("s3"), useLockfile: flag, encrypt: flag }, AWS_SECRETS),
    azurerm: closed({ ...azurerm.entries, ...type("azurerm"), useAzureadAuth: flag }, AZURE_SECRETS),
    gcs: closed({ ...gcs.entries, ...type("gcs") }, GOOGLE_SECRETS),
    cloud: closed({ ...cloud.entries, ...type("cloud") }, HCP_SECRETS),
  }),
);
