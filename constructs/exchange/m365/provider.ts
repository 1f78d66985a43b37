// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { GENERATED } from "./generated";

/** How the provider signs in. */
export interface M365ProviderProps {
  /** Name of this configuration beside another one of the same provider. */
  readonly alias?: string;
  /** GUID of the tenant. ARM_TENANT_ID. */
  readonly tenantId?: string;
  /** GUID of the application. ARM_CLIENT_ID. */
  readonly clientId?: string;
  /** ARM_CLIENT_SECRET. */
  readonly clientSecret?: string;
  /** PFX or PEM with the application's certificate and key. ARM_CLIENT_CERTIFICATE_PATH. */
  readonly clientCertificatePath?: string;
  /** ARM_CLIENT_CERTIFICATE_PASSWORD. */
  readonly clientCertificatePassword?: string;
  /** Sign in by a federated token. ARM_USE_OIDC. */
  readonly useOidc?: boolean | IResolvable;
  /** ARM_OIDC_TOKEN. */
  readonly oidcToken?: string;
  /** ARM_OIDC_TOKEN_FILE_PATH. */
  readonly oidcTokenFilePath?: string;
  /** ARM_OIDC_REQUEST_URL, or GitHub's. */
  readonly oidcRequestUrl?: string;
  /** ARM_OIDC_REQUEST_TOKEN, or GitHub's. */
  readonly oidcRequestToken?: string;
  /** Microsoft's cloud: public, usgovernmentl4, usgovernmentl5 or china. ARM_ENVIRONMENT. */
  readonly environment?: string;
}

/** Exchange Online as mail needs it: DKIM signing, connectors, accepted domains, and the DNS records Microsoft wants. Credentials by the names of azuread: what is left out comes from ARM_* in the environment. */
export class M365Provider extends TerraformProvider {
  /** Terraform's name of the provider. */
  static readonly tfResourceType = "m365";

  constructor(
    scope: Construct,
    id: string,
    private readonly props: M365ProviderProps = {},
  ) {
    super(scope, id, {
      terraformResourceType: M365Provider.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
      terraformProviderSource: "cdktf-mail-hygiene/m365",
    });
  }

  /** Name of this configuration beside another one of the same provider. */
  override get alias(): string | undefined {
    return this.props.alias;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      alias: props.alias,
      tenant_id: props.tenantId,
      client_id: props.clientId,
      client_secret: props.clientSecret,
      client_certificate_path: props.clientCertificatePath,
      client_certificate_password: props.clientCertificatePassword,
      use_oidc: props.useOidc,
      oidc_token: props.oidcToken,
      oidc_token_file_path: props.oidcTokenFilePath,
      oidc_request_url: props.oidcRequestUrl,
      oidc_request_token: props.oidcRequestToken,
      environment: props.environment,
    };
  }
}
