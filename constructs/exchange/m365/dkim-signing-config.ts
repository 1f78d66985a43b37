// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365DkimSigningConfig is declared with. */
export interface M365DkimSigningConfigProps extends TerraformMetaArguments {
  /** An accepted domain of the tenant. */
  readonly domain: string;
  /** Bits of the RSA key that signs, or that will sign once a rotation under way is done. A change rotates: Exchange signs with the new key after 96 hours, and the other selector keeps its size until the next rotation. */
  readonly keySize?: number;
}

const ATTRIBUTES = { domain: text, keySize: may(number) };

/** The DKIM keys of a domain in Exchange Online, and the CNAME targets that publish them. Signing stays as it is (off, for new keys): m365_dkim_signing switches it on once the CNAMEs are published. Destroy removes keys that this resource made, and leaves those that were there before. */
export class M365DkimSigningConfig extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dkim_signing_config";

  private readonly props: M365DkimSigningConfigProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DkimSigningConfigProps) {
    const config = readConfig("M365DkimSigningConfig", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DkimSigningConfig.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** An accepted domain of the tenant. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Bits of the RSA key that signs, or that will sign once a rotation under way is done. A change rotates: Exchange signs with the new key after 96 hours, and the other selector keeps its size until the next rotation. */
  get keySize(): number {
    return this.getNumberAttribute("key_size");
  }

  /** Target of selector1._domainkey. Assigned by Microsoft. */
  get selector1Cname(): string {
    return this.getStringAttribute("selector1_cname");
  }

  /** Target of selector2._domainkey. Assigned by Microsoft. */
  get selector2Cname(): string {
    return this.getStringAttribute("selector2_cname");
  }

  /** What Exchange says: CnameMissing, Valid, … */
  get status(): string {
    return this.getStringAttribute("status");
  }

  /** Were the keys there before this resource, or imported? Destroy leaves them then. */
  get adopted(): IResolvable {
    return this.getBooleanAttribute("adopted");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain, key_size: props.keySize };
  }
}
