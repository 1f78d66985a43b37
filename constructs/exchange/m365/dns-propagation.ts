// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { listOf, number, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** An item of a list of {@link M365DnsPropagationProps}. */
export interface M365DnsPropagationRecords {
  /** Full name of the record. */
  readonly name: string;
  /** One of A, AAAA, CNAME, MX, NS, TXT. */
  readonly type: string;
  /** Values that must be served, among others that may be: "0 contoso-com.mail.protection.outlook.com" for an MX, text without quotes for a TXT. */
  readonly values: readonly string[];
}

function m365DnsPropagationRecordsToTerraform(value: M365DnsPropagationRecords) {
  return { name: value.name, type: value.type, values: value.values };
}

/** What M365DnsPropagation is declared with. */
export interface M365DnsPropagationProps extends TerraformMetaArguments {
  /** What to wait for. */
  readonly records: readonly M365DnsPropagationRecords[] | IResolvable;
  /** The zone's name servers, as address or host:port. Looked up where left out. */
  readonly authoritativeServers?: readonly string[];
  /** Public resolvers that must serve the records too, such as 1.1.1.1; host:port works. */
  readonly resolvers?: readonly string[];
  /** Seconds to wait. */
  readonly timeout?: number;
}

const ATTRIBUTES = {
  records: listOf({ name: text, type: text, values: texts }),
  authoritativeServers: may(texts),
  resolvers: may(texts),
  timeout: may(number),
};

/** Waits until the zone's authoritative servers (and given public resolvers) serve the records. Refresh looks again at the authoritative servers: once they no longer serve a record, the wait is to be made anew. Destroy does nothing. */
export class M365DnsPropagation extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dns_propagation";

  private readonly props: M365DnsPropagationProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DnsPropagationProps) {
    const config = readConfig("M365DnsPropagation", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DnsPropagation.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** What to wait for. */
  get records(): IResolvable {
    return this.interpolationForAttribute("records");
  }

  /** The zone's name servers, as address or host:port. Looked up where left out. */
  get authoritativeServers(): string[] {
    return this.getListAttribute("authoritative_servers");
  }

  /** Public resolvers that must serve the records too, such as 1.1.1.1; host:port works. */
  get resolvers(): string[] {
    return this.getListAttribute("resolvers");
  }

  /** Seconds to wait. */
  get timeout(): number {
    return this.getNumberAttribute("timeout");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      records: Array.isArray(props.records)
        ? props.records.map(m365DnsPropagationRecordsToTerraform)
        : props.records,
      authoritative_servers: props.authoritativeServers,
      resolvers: props.resolvers,
      timeout: props.timeout,
    };
  }
}
