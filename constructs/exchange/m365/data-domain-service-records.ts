// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What DataM365DomainServiceRecords is declared with. */
export interface DataM365DomainServiceRecordsProps extends TerraformMetaArguments {
  /** A verified domain with the Email service. */
  readonly domain: string;
}

const ATTRIBUTES = { domain: text };

/** The mail DNS records that Microsoft 365 wants for a domain: MX, SPF, autodiscover. */
export class DataM365DomainServiceRecords extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_domain_service_records";

  private readonly props: DataM365DomainServiceRecordsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365DomainServiceRecordsProps) {
    const config = readConfig("DataM365DomainServiceRecords", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365DomainServiceRecords.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A verified domain with the Email service. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Host of the MX record. */
  get mxHost(): string {
    return this.getStringAttribute("mx_host");
  }

  /** Preference of the MX record. */
  get mxPreference(): number {
    return this.getNumberAttribute("mx_preference");
  }

  /** Time to live that Microsoft proposes, in seconds. */
  get mxTtl(): number {
    return this.getNumberAttribute("mx_ttl");
  }

  /** The SPF record for mail from Microsoft 365 alone. */
  get spf(): string {
    return this.getStringAttribute("spf");
  }

  /** Target of the autodiscover CNAME. */
  get autodiscover(): string {
    return this.getStringAttribute("autodiscover");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain };
  }
}
