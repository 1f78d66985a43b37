// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { number, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365AuthenticationMethodsPolicy is declared with. */
export interface M365AuthenticationMethodsPolicyProps extends TerraformMetaArguments {
  /** Do the settings for multifactor authentication and password reset of before count beside this policy? One of preMigration, migrationInProgress, migrationComplete. Left out, it stays as it is. */
  readonly migrationState?: "preMigration" | "migrationInProgress" | "migrationComplete";
  /** After how many days people confirm what they registered. Left out, it stays as it is. */
  readonly reconfirmationInDays?: number;
  /** Are people asked at sign-in to register a better method? One of default, enabled, disabled. Left out, it stays as it is. */
  readonly campaignState?: "default" | "enabled" | "disabled";
  /** For how many days they may put it off. Left out, it stays as it is. */
  readonly campaignSnoozeInDays?: number;
  /** Who is asked: object ids of groups, or all_users. Left out, it stays as it is. */
  readonly campaignIncludeGroups?: readonly string[];
  /** Who is not asked: object ids of groups. Left out, it stays as it is. */
  readonly campaignExcludeGroups?: readonly string[];
  /** The method that they are asked to register. Left out, it stays as it is. */
  readonly campaignMethod?: string;
  /** Are people asked first for the strongest method that they registered? One of default, enabled, disabled. Left out, it stays as it is. */
  readonly systemPreferredState?: "default" | "enabled" | "disabled";
  /** Who is: object ids of groups, or all_users. Left out, it stays as it is. */
  readonly systemPreferredIncludeGroups?: readonly string[];
  /** Who is not: object ids of groups. Left out, it stays as it is. */
  readonly systemPreferredExcludeGroups?: readonly string[];
  /** May people report a request that they did not make? Their risk is high then. One of default, enabled, disabled. Left out, it stays as it is. */
  readonly suspiciousActivityState?: "default" | "enabled" | "disabled";
  /** Who may: a group's object id, or all_users. Left out, it stays as it is. */
  readonly suspiciousActivityGroup?: string;
  /** The key that reports a call. Left out, it stays as it is. */
  readonly suspiciousActivityVoiceCode?: number;
}

const ATTRIBUTES = {
  migrationState: may(word(["preMigration", "migrationInProgress", "migrationComplete"])),
  reconfirmationInDays: may(number),
  campaignState: may(word(["default", "enabled", "disabled"])),
  campaignSnoozeInDays: may(number),
  campaignIncludeGroups: may(texts),
  campaignExcludeGroups: may(texts),
  campaignMethod: may(text),
  systemPreferredState: may(word(["default", "enabled", "disabled"])),
  systemPreferredIncludeGroups: may(texts),
  systemPreferredExcludeGroups: may(texts),
  suspiciousActivityState: may(word(["default", "enabled", "disabled"])),
  suspiciousActivityGroup: may(text),
  suspiciousActivityVoiceCode: may(number),
};

/** What holds for all methods by which people sign in. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365AuthenticationMethodsPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_authentication_methods_policy";

  private readonly props: M365AuthenticationMethodsPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AuthenticationMethodsPolicyProps) {
    const config = readConfig("M365AuthenticationMethodsPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AuthenticationMethodsPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Do the settings for multifactor authentication and password reset of before count beside this policy? One of preMigration, migrationInProgress, migrationComplete. Left out, it stays as it is. */
  get migrationState(): string {
    return this.getStringAttribute("migration_state");
  }

  /** After how many days people confirm what they registered. Left out, it stays as it is. */
  get reconfirmationInDays(): number {
    return this.getNumberAttribute("reconfirmation_in_days");
  }

  /** Are people asked at sign-in to register a better method? One of default, enabled, disabled. Left out, it stays as it is. */
  get campaignState(): string {
    return this.getStringAttribute("campaign_state");
  }

  /** For how many days they may put it off. Left out, it stays as it is. */
  get campaignSnoozeInDays(): number {
    return this.getNumberAttribute("campaign_snooze_in_days");
  }

  /** Who is asked: object ids of groups, or all_users. Left out, it stays as it is. */
  get campaignIncludeGroups(): string[] {
    return Fn.tolist(this.getListAttribute("campaign_include_groups"));
  }

  /** Who is not asked: object ids of groups. Left out, it stays as it is. */
  get campaignExcludeGroups(): string[] {
    return Fn.tolist(this.getListAttribute("campaign_exclude_groups"));
  }

  /** The method that they are asked to register. Left out, it stays as it is. */
  get campaignMethod(): string {
    return this.getStringAttribute("campaign_method");
  }

  /** Are people asked first for the strongest method that they registered? One of default, enabled, disabled. Left out, it stays as it is. */
  get systemPreferredState(): string {
    return this.getStringAttribute("system_preferred_state");
  }

  /** Who is: object ids of groups, or all_users. Left out, it stays as it is. */
  get systemPreferredIncludeGroups(): string[] {
    return Fn.tolist(this.getListAttribute("system_preferred_include_groups"));
  }

  /** Who is not: object ids of groups. Left out, it stays as it is. */
  get systemPreferredExcludeGroups(): string[] {
    return Fn.tolist(this.getListAttribute("system_preferred_exclude_groups"));
  }

  /** May people report a request that they did not make? Their risk is high then. One of default, enabled, disabled. Left out, it stays as it is. */
  get suspiciousActivityState(): string {
    return this.getStringAttribute("suspicious_activity_state");
  }

  /** Who may: a group's object id, or all_users. Left out, it stays as it is. */
  get suspiciousActivityGroup(): string {
    return this.getStringAttribute("suspicious_activity_group");
  }

  /** The key that reports a call. Left out, it stays as it is. */
  get suspiciousActivityVoiceCode(): number {
    return this.getNumberAttribute("suspicious_activity_voice_code");
  }

  /** Always AuthenticationMethodsPolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      migration_state: props.migrationState,
      reconfirmation_in_days: props.reconfirmationInDays,
      campaign_state: props.campaignState,
      campaign_snooze_in_days: props.campaignSnoozeInDays,
      campaign_include_groups: props.campaignIncludeGroups,
      campaign_exclude_groups: props.campaignExcludeGroups,
      campaign_method: props.campaignMethod,
      system_preferred_state: props.systemPreferredState,
      system_preferred_include_groups: props.systemPreferredIncludeGroups,
      system_preferred_exclude_groups: props.systemPreferredExcludeGroups,
      suspicious_activity_state: props.suspiciousActivityState,
      suspicious_activity_group: props.suspiciousActivityGroup,
      suspicious_activity_voice_code: props.suspiciousActivityVoiceCode,
    };
  }
}
