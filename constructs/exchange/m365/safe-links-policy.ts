// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365SafeLinksPolicy is declared with. */
export interface M365SafeLinksPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Are links in mail checked? Default: true. */
  readonly enableSafeLinksForEmail?: boolean | IResolvable;
  /** Are links in Teams checked? Default: true. */
  readonly enableSafeLinksForTeams?: boolean | IResolvable;
  /** Are links in Office checked? Default: true. */
  readonly enableSafeLinksForOffice?: boolean | IResolvable;
  /** Are suspicious links, and those to files, opened and looked at? Default: true. */
  readonly scanUrls?: boolean | IResolvable;
  /** Is a message held back until its links were looked at? Default: true. */
  readonly deliverMessageAfterScan?: boolean | IResolvable;
  /** Is mail within the organization checked too? Default: true. */
  readonly enableForInternalSenders?: boolean | IResolvable;
  /** Are clicks recorded? Default: true. */
  readonly trackClicks?: boolean | IResolvable;
  /** May users go on to what was blocked? Default: false. */
  readonly allowClickThrough?: boolean | IResolvable;
  /** Are links left as they are, and checked by Outlook alone? Default: false. */
  readonly disableUrlRewrite?: boolean | IResolvable;
  /** Links that are left alone, with * for any part. */
  readonly doNotRewriteUrls?: readonly string[];
  /** What users read when a link is blocked. */
  readonly customNotificationText?: string;
  /** Is that text translated for each user? Default: false. */
  readonly useTranslatedNotificationText?: boolean | IResolvable;
  /** Is the organization's logo shown there? Default: false. */
  readonly enableOrganizationBranding?: boolean | IResolvable;
}

const ATTRIBUTES = {
  name: text,
  adminDisplayName: may(text),
  enableSafeLinksForEmail: may(flag),
  enableSafeLinksForTeams: may(flag),
  enableSafeLinksForOffice: may(flag),
  scanUrls: may(flag),
  deliverMessageAfterScan: may(flag),
  enableForInternalSenders: may(flag),
  trackClicks: may(flag),
  allowClickThrough: may(flag),
  disableUrlRewrite: may(flag),
  doNotRewriteUrls: may(texts),
  customNotificationText: may(text),
  useTranslatedNotificationText: may(flag),
  enableOrganizationBranding: may(flag),
};

/** What Safe Links does with links in mail, Teams and Office when they are clicked. */
export class M365SafeLinksPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_safe_links_policy";

  private readonly props: M365SafeLinksPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365SafeLinksPolicyProps) {
    const config = readConfig("M365SafeLinksPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365SafeLinksPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** A note for administrators. */
  get adminDisplayName(): string {
    return this.getStringAttribute("admin_display_name");
  }

  /** Are links in mail checked? Default: true. */
  get enableSafeLinksForEmail(): IResolvable {
    return this.getBooleanAttribute("enable_safe_links_for_email");
  }

  /** Are links in Teams checked? Default: true. */
  get enableSafeLinksForTeams(): IResolvable {
    return this.getBooleanAttribute("enable_safe_links_for_teams");
  }

  /** Are links in Office checked? Default: true. */
  get enableSafeLinksForOffice(): IResolvable {
    return this.getBooleanAttribute("enable_safe_links_for_office");
  }

  /** Are suspicious links, and those to files, opened and looked at? Default: true. */
  get scanUrls(): IResolvable {
    return this.getBooleanAttribute("scan_urls");
  }

  /** Is a message held back until its links were looked at? Default: true. */
  get deliverMessageAfterScan(): IResolvable {
    return this.getBooleanAttribute("deliver_message_after_scan");
  }

  /** Is mail within the organization checked too? Default: true. */
  get enableForInternalSenders(): IResolvable {
    return this.getBooleanAttribute("enable_for_internal_senders");
  }

  /** Are clicks recorded? Default: true. */
  get trackClicks(): IResolvable {
    return this.getBooleanAttribute("track_clicks");
  }

  /** May users go on to what was blocked? Default: false. */
  get allowClickThrough(): IResolvable {
    return this.getBooleanAttribute("allow_click_through");
  }

  /** Are links left as they are, and checked by Outlook alone? Default: false. */
  get disableUrlRewrite(): IResolvable {
    return this.getBooleanAttribute("disable_url_rewrite");
  }

  /** Links that are left alone, with * for any part. */
  get doNotRewriteUrls(): string[] {
    return Fn.tolist(this.getListAttribute("do_not_rewrite_urls"));
  }

  /** What users read when a link is blocked. */
  get customNotificationText(): string {
    return this.getStringAttribute("custom_notification_text");
  }

  /** Is that text translated for each user? Default: false. */
  get useTranslatedNotificationText(): IResolvable {
    return this.getBooleanAttribute("use_translated_notification_text");
  }

  /** Is the organization's logo shown there? Default: false. */
  get enableOrganizationBranding(): IResolvable {
    return this.getBooleanAttribute("enable_organization_branding");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      admin_display_name: props.adminDisplayName,
      enable_safe_links_for_email: props.enableSafeLinksForEmail,
      enable_safe_links_for_teams: props.enableSafeLinksForTeams,
      enable_safe_links_for_office: props.enableSafeLinksForOffice,
      scan_urls: props.scanUrls,
      deliver_message_after_scan: props.deliverMessageAfterScan,
      enable_for_internal_senders: props.enableForInternalSenders,
      track_clicks: props.trackClicks,
      allow_click_through: props.allowClickThrough,
      disable_url_rewrite: props.disableUrlRewrite,
      do_not_rewrite_urls: props.doNotRewriteUrls,
      custom_notification_text: props.customNotificationText,
      use_translated_notification_text: props.useTranslatedNotificationText,
      enable_organization_branding: props.enableOrganizationBranding,
    };
  }
}
