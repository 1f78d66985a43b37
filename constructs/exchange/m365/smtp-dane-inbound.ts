// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365SmtpDaneInbound is declared with. */
export interface M365SmtpDaneInboundProps extends TerraformMetaArguments {
  /** An accepted domain whose MX names its host under mx.microsoft. */
  readonly domain: string;
}

const ATTRIBUTES = { domain: text };

/** SMTP DANE for mail to a domain: Microsoft publishes TLSA records for its host under mx.microsoft. It needs DNSSEC for the domain (m365_dnssec_for_verified_domain) and an MX that names that host. Destroy switches it off. */
export class M365SmtpDaneInbound extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_smtp_dane_inbound";

  private readonly props: M365SmtpDaneInboundProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SmtpDaneInboundProps) {
    const config = readConfig("M365SmtpDaneInbound", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SmtpDaneInbound.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** An accepted domain whose MX names its host under mx.microsoft. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** The domain. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain };
  }
}
