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
  /** Days for which passwords of the domain's users are valid: 14 to 730, or 2147483647 for ever. Left out, it stays as it is. */
  readonly passwordValidityPeriodInDays?: number;
  /** Days before that on which users are told: 1 to 30. Left out, it stays as it is. */
  readonly passwordNotificationWindowInDays?: number;
}

const ATTRIBUTES = {
  domain: text,
  timeout: may(number),
  passwordValidityPeriodInDays: may(number),
  passwordNotificationWindowInDays: may(number),
};

/** A domain of the tenant, verified, with the service Email and known to Exchange Online as an accepted domain: asks Microsoft to look at the TXT record of m365_domain, which has to be published, and waits. Also how long passwords of its users are valid. Destroy does nothing: a domain stays verified as long as it is in the tenant. */
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

  /** Days for which passwords of the domain's users are valid: 14 to 730, or 2147483647 for ever. Left out, it stays as it is. */
  get passwordValidityPeriodInDays(): number {
    return this.getNumberAttribute("password_validity_period_in_days");
  }

  /** Days before that on which users are told: 1 to 30. Left out, it stays as it is. */
  get passwordNotificationWindowInDays(): number {
    return this.getNumberAttribute("password_notification_window_in_days");
  }

  /** The domain. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      domain: props.domain,
      timeout: props.timeout,
      password_validity_period_in_days: props.passwordValidityPeriodInDays,
      password_notification_window_in_days: props.passwordNotificationWindowInDays,
    };
  }
}
