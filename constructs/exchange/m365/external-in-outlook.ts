// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365ExternalInOutlook is declared with. */
export interface M365ExternalInOutlookProps extends TerraformMetaArguments {
  /** Show the tag? Left out, it stays as it is. */
  readonly enabled?: boolean | IResolvable;
  /** Senders whose mail gets no tag: addresses, domains, or *.domain with subdomains. At most 200. Left out, it stays as it is. */
  readonly allowList?: readonly string[];
}

const ATTRIBUTES = { enabled: may(flag), allowList: may(texts) };

/** The External tag that Outlook shows beside mail from outside the organization. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365ExternalInOutlook extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_external_in_outlook";

  private readonly props: M365ExternalInOutlookProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ExternalInOutlookProps) {
    const config = readConfig("M365ExternalInOutlook", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365ExternalInOutlook.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Show the tag? Left out, it stays as it is. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Senders whose mail gets no tag: addresses, domains, or *.domain with subdomains. At most 200. Left out, it stays as it is. */
  get allowList(): string[] {
    return Fn.tolist(this.getListAttribute("allow_list"));
  }

  /** Always ExternalInOutlook. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { enabled: props.enabled, allow_list: props.allowList };
  }
}
