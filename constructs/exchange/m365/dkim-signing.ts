// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365DkimSigning is declared with. */
export interface M365DkimSigningProps extends TerraformMetaArguments {
  /** A domain with an m365_dkim_signing_config. */
  readonly domain: string;
  /** Seconds to wait until Exchange sees the CNAMEs. */
  readonly timeout?: number;
}

const ATTRIBUTES = { domain: text, timeout: may(number) };

/** DKIM signing of a domain in Exchange Online, switched on. Waits until Exchange itself sees the CNAMEs of m365_dkim_signing_config. Destroy switches signing off. */
export class M365DkimSigning extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dkim_signing";

  private readonly props: M365DkimSigningProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DkimSigningProps) {
    const config = readConfig("M365DkimSigning", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DkimSigning.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A domain with an m365_dkim_signing_config. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Seconds to wait until Exchange sees the CNAMEs. */
  get timeout(): number {
    return this.getNumberAttribute("timeout");
  }

  /** What Exchange says: Valid once it signs. */
  get status(): string {
    return this.getStringAttribute("status");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain, timeout: props.timeout };
  }
}
