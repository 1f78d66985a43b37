// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
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
  /** What stands before the names of the environment variables that credentials come from: with CONTOSO it is CONTOSO_ARM_CLIENT_ID and not ARM_CLIENT_ID. For stacks with several tenants. */
  readonly credentialsPrefix?: string;
  /** Microsoft's cloud: public, usgovernmentl4, usgovernmentl5 or china. ARM_ENVIRONMENT. */
  readonly environment?: string;
}

const ATTRIBUTES = {
  alias: may(text),
  tenantId: may(text),
  clientId: may(text),
  clientSecret: may(text),
  clientCertificatePath: may(text),
  clientCertificatePassword: may(text),
  useOidc: may(flag),
  oidcToken: may(text),
  oidcTokenFilePath: may(text),
  oidcRequestUrl: may(text),
  oidcRequestToken: may(text),
  credentialsPrefix: may(text),
  environment: may(text),
};

/** Exchange Online and Microsoft Purview as mail needs them: DKIM signing, connectors, accepted domains, protection policies, mail flow rules, encryption, alerts, role groups, and the DNS records Microsoft wants; of Entra ID the methods by which people sign in and what everybody may do. Credentials by the names of azuread: what is left out comes from ARM_* in the environment. */
export class M365Provider extends TerraformProvider {
  /** Terraform's name of the provider. */
  static readonly tfResourceType = "m365";

  private readonly props: M365ProviderProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ProviderProps = {}) {
    const config = readConfig("M365Provider", ATTRIBUTES, props);
    super(scope, id, {
      terraformResourceType: M365Provider.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
      terraformProviderSource: "cdktf-mail-hygiene/m365",
    });
    this.props = config;
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
      credentials_prefix: props.credentialsPrefix,
      environment: props.environment,
    };
  }
}
