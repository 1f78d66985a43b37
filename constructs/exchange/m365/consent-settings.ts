// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365ConsentSettings is declared with. */
export interface M365ConsentSettingsProps extends TerraformMetaArguments {
  /** May people ask an administrator for an application that they may not consent to? Left out, it stays as it is. */
  readonly enableAdminConsentRequests?: boolean | IResolvable;
  /** Is consent of people to applications held to be risky refused? Left out, it stays as it is. */
  readonly blockUserConsentForRiskyApps?: boolean | IResolvable;
  /** May owners of groups consent to applications that read the group's data? Left out, it stays as it is. */
  readonly enableGroupSpecificConsent?: boolean | IResolvable;
  /** If they may: only members of this group, by its object id. Empty: every owner. Left out, it stays as it is. */
  readonly groupSpecificConsentGroup?: string;
}

const ATTRIBUTES = {
  enableAdminConsentRequests: may(flag),
  blockUserConsentForRiskyApps: may(flag),
  enableGroupSpecificConsent: may(flag),
  groupSpecificConsentGroup: may(text),
};

/** Directory settings on consent: may people ask administrators, and may owners of groups consent for them. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365ConsentSettings extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_consent_settings";

  private readonly props: M365ConsentSettingsProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ConsentSettingsProps) {
    const config = readConfig("M365ConsentSettings", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365ConsentSettings.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** May people ask an administrator for an application that they may not consent to? Left out, it stays as it is. */
  get enableAdminConsentRequests(): IResolvable {
    return this.getBooleanAttribute("enable_admin_consent_requests");
  }

  /** Is consent of people to applications held to be risky refused? Left out, it stays as it is. */
  get blockUserConsentForRiskyApps(): IResolvable {
    return this.getBooleanAttribute("block_user_consent_for_risky_apps");
  }

  /** May owners of groups consent to applications that read the group's data? Left out, it stays as it is. */
  get enableGroupSpecificConsent(): IResolvable {
    return this.getBooleanAttribute("enable_group_specific_consent");
  }

  /** If they may: only members of this group, by its object id. Empty: every owner. Left out, it stays as it is. */
  get groupSpecificConsentGroup(): string {
    return this.getStringAttribute("group_specific_consent_group");
  }

  /** Always ConsentSettings. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      enable_admin_consent_requests: props.enableAdminConsentRequests,
      block_user_consent_for_risky_apps: props.blockUserConsentForRiskyApps,
      enable_group_specific_consent: props.enableGroupSpecificConsent,
      group_specific_consent_group: props.groupSpecificConsentGroup,
    };
  }
}
