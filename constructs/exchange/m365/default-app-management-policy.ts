// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, word } from "../config";
import { GENERATED } from "./generated";

/** What M365DefaultAppManagementPolicy is declared with. */
export interface M365DefaultAppManagementPolicyProps extends TerraformMetaArguments {
  /** Is any of it held? Left out, it stays as it is. */
  readonly enabled?: boolean | IResolvable;
  /** Are new passwords (client secrets) refused? One of enabled, disabled. Left out, it stays as it is. */
  readonly passwordAdditionState?: "enabled" | "disabled";
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  readonly passwordAdditionAppsFrom?: string;
  /** Are passwords refused that Entra ID did not make? One of enabled, disabled. Left out, it stays as it is. */
  readonly customPasswordAdditionState?: "enabled" | "disabled";
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  readonly customPasswordAdditionAppsFrom?: string;
  /** Is the lifetime of passwords limited? One of enabled, disabled. Left out, it stays as it is. */
  readonly passwordLifetimeState?: "enabled" | "disabled";
  /** For how many days a password may be valid. Left out, it stays as it is. */
  readonly passwordLifetimeInDays?: number;
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  readonly passwordLifetimeAppsFrom?: string;
  /** Are new symmetric keys refused? One of enabled, disabled. Left out, it stays as it is. */
  readonly symmetricKeyAdditionState?: "enabled" | "disabled";
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  readonly symmetricKeyAdditionAppsFrom?: string;
  /** Is the lifetime of symmetric keys limited? One of enabled, disabled. Left out, it stays as it is. */
  readonly symmetricKeyLifetimeState?: "enabled" | "disabled";
  /** For how many days a symmetric key may be valid. Left out, it stays as it is. */
  readonly symmetricKeyLifetimeInDays?: number;
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  readonly symmetricKeyLifetimeAppsFrom?: string;
  /** Is the lifetime of certificates limited? One of enabled, disabled. Left out, it stays as it is. */
  readonly certificateLifetimeState?: "enabled" | "disabled";
  /** For how many days a certificate may be valid. Left out, it stays as it is. */
  readonly certificateLifetimeInDays?: number;
  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  readonly certificateLifetimeAppsFrom?: string;
}

const ATTRIBUTES = {
  enabled: may(flag),
  passwordAdditionState: may(word(["enabled", "disabled"])),
  passwordAdditionAppsFrom: may(text),
  customPasswordAdditionState: may(word(["enabled", "disabled"])),
  customPasswordAdditionAppsFrom: may(text),
  passwordLifetimeState: may(word(["enabled", "disabled"])),
  passwordLifetimeInDays: may(number),
  passwordLifetimeAppsFrom: may(text),
  symmetricKeyAdditionState: may(word(["enabled", "disabled"])),
  symmetricKeyAdditionAppsFrom: may(text),
  symmetricKeyLifetimeState: may(word(["enabled", "disabled"])),
  symmetricKeyLifetimeInDays: may(number),
  symmetricKeyLifetimeAppsFrom: may(text),
  certificateLifetimeState: may(word(["enabled", "disabled"])),
  certificateLifetimeInDays: may(number),
  certificateLifetimeAppsFrom: may(text),
};

/** Which passwords and certificates applications may have, for how long, unless a policy of their own says otherwise. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365DefaultAppManagementPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_default_app_management_policy";

  private readonly props: M365DefaultAppManagementPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DefaultAppManagementPolicyProps) {
    const config = readConfig("M365DefaultAppManagementPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DefaultAppManagementPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Is any of it held? Left out, it stays as it is. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Are new passwords (client secrets) refused? One of enabled, disabled. Left out, it stays as it is. */
  get passwordAdditionState(): string {
    return this.getStringAttribute("password_addition_state");
  }

  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  get passwordAdditionAppsFrom(): string {
    return this.getStringAttribute("password_addition_apps_from");
  }

  /** Are passwords refused that Entra ID did not make? One of enabled, disabled. Left out, it stays as it is. */
  get customPasswordAdditionState(): string {
    return this.getStringAttribute("custom_password_addition_state");
  }

  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  get customPasswordAdditionAppsFrom(): string {
    return this.getStringAttribute("custom_password_addition_apps_from");
  }

  /** Is the lifetime of passwords limited? One of enabled, disabled. Left out, it stays as it is. */
  get passwordLifetimeState(): string {
    return this.getStringAttribute("password_lifetime_state");
  }

  /** For how many days a password may be valid. Left out, it stays as it is. */
  get passwordLifetimeInDays(): number {
    return this.getNumberAttribute("password_lifetime_in_days");
  }

  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  get passwordLifetimeAppsFrom(): string {
    return this.getStringAttribute("password_lifetime_apps_from");
  }

  /** Are new symmetric keys refused? One of enabled, disabled. Left out, it stays as it is. */
  get symmetricKeyAdditionState(): string {
    return this.getStringAttribute("symmetric_key_addition_state");
  }

  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  get symmetricKeyAdditionAppsFrom(): string {
    return this.getStringAttribute("symmetric_key_addition_apps_from");
  }

  /** Is the lifetime of symmetric keys limited? One of enabled, disabled. Left out, it stays as it is. */
  get symmetricKeyLifetimeState(): string {
    return this.getStringAttribute("symmetric_key_lifetime_state");
  }

  /** For how many days a symmetric key may be valid. Left out, it stays as it is. */
  get symmetricKeyLifetimeInDays(): number {
    return this.getNumberAttribute("symmetric_key_lifetime_in_days");
  }

  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  get symmetricKeyLifetimeAppsFrom(): string {
    return this.getStringAttribute("symmetric_key_lifetime_apps_from");
  }

  /** Is the lifetime of certificates limited? One of enabled, disabled. Left out, it stays as it is. */
  get certificateLifetimeState(): string {
    return this.getStringAttribute("certificate_lifetime_state");
  }

  /** For how many days a certificate may be valid. Left out, it stays as it is. */
  get certificateLifetimeInDays(): number {
    return this.getNumberAttribute("certificate_lifetime_in_days");
  }

  /** The restriction is for applications created from then on; 0001-01-01T00:00:00Z is all of them. Left out, it stays as it is. */
  get certificateLifetimeAppsFrom(): string {
    return this.getStringAttribute("certificate_lifetime_apps_from");
  }

  /** Always DefaultAppManagementPolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      enabled: props.enabled,
      password_addition_state: props.passwordAdditionState,
      password_addition_apps_from: props.passwordAdditionAppsFrom,
      custom_password_addition_state: props.customPasswordAdditionState,
      custom_password_addition_apps_from: props.customPasswordAdditionAppsFrom,
      password_lifetime_state: props.passwordLifetimeState,
      password_lifetime_in_days: props.passwordLifetimeInDays,
      password_lifetime_apps_from: props.passwordLifetimeAppsFrom,
      symmetric_key_addition_state: props.symmetricKeyAdditionState,
      symmetric_key_addition_apps_from: props.symmetricKeyAdditionAppsFrom,
      symmetric_key_lifetime_state: props.symmetricKeyLifetimeState,
      symmetric_key_lifetime_in_days: props.symmetricKeyLifetimeInDays,
      symmetric_key_lifetime_apps_from: props.symmetricKeyLifetimeAppsFrom,
      certificate_lifetime_state: props.certificateLifetimeState,
      certificate_lifetime_in_days: props.certificateLifetimeInDays,
      certificate_lifetime_apps_from: props.certificateLifetimeAppsFrom,
    };
  }
}
