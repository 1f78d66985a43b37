// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365DomainPasswordPolicy is declared with. */
export interface M365DomainPasswordPolicyProps extends TerraformMetaArguments {
  /** A verified domain that is not federated and no subdomain: subdomains follow it. Left out, it stays as it is. */
  readonly domain: string;
  /** Days until a password expires; 2147483647 is never. Left out, it stays as it is. */
  readonly passwordValidityPeriodInDays?: number;
  /** Days before, from which people are told. Left out, it stays as it is. */
  readonly passwordNotificationWindowInDays?: number;
}

const ATTRIBUTES = {
  domain: text,
  passwordValidityPeriodInDays: may(number),
  passwordNotificationWindowInDays: may(number),
};

/** When passwords of a domain's users expire. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365DomainPasswordPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_domain_password_policy";

  private readonly props: M365DomainPasswordPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DomainPasswordPolicyProps) {
    const config = readConfig("M365DomainPasswordPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DomainPasswordPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A verified domain that is not federated and no subdomain: subdomains follow it. Left out, it stays as it is. */
  get domain(): string {
    return this.getStringAttribute("domain");
  }

  /** Days until a password expires; 2147483647 is never. Left out, it stays as it is. */
  get passwordValidityPeriodInDays(): number {
    return this.getNumberAttribute("password_validity_period_in_days");
  }

  /** Days before, from which people are told. Left out, it stays as it is. */
  get passwordNotificationWindowInDays(): number {
    return this.getNumberAttribute("password_notification_window_in_days");
  }

  /** The same as domain. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      domain: props.domain,
      password_validity_period_in_days: props.passwordValidityPeriodInDays,
      password_notification_window_in_days: props.passwordNotificationWindowInDays,
    };
  }
}
