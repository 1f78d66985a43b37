// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365VerifiedDomain is declared with. */
export interface M365VerifiedDomainProps extends TerraformMetaArguments {
  /** A domain of the tenant, as m365_domain adds it. */
  readonly domain: string;
  /** Seconds to wait, for everything together. */
  readonly timeout?: number;
}

const ATTRIBUTES = { domain: text, timeout: may(number) };

/** A domain of the tenant, verified, with the service Email and known to Exchange Online as an accepted domain: asks Microsoft to look at the TXT record of m365_domain, which has to be published, and waits. Destroy does nothing: a domain stays verified as long as it is in the tenant. */
export class M365VerifiedDomain extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_verified_domain";

  private readonly props: M365VerifiedDomainProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365VerifiedDomainProps) {
    const config = readConfig("M365VerifiedDomain", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365VerifiedDomain.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A domain of the tenant, as m365_domain adds it. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Seconds to wait, for everything together. */
  get timeout(): number {
    return this.getNumberAttribute("timeout");
  }

  /** The domain. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { domain: props.domain, timeout: props.timeout };
  }
}
