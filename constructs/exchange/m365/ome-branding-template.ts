// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365OmeBrandingTemplate is declared with. */
export interface M365OmeBrandingTemplateProps extends TerraformMetaArguments {
  /** Name of the template, at most 64 characters. */
  readonly name: string;
  /** After how many days messages can no longer be read; 0 for never. Default: 0. */
  readonly externalMailExpiryInDays?: number;
  /** May they read it by a one-time passcode? Default: true. */
  readonly otpEnabled?: boolean | IResolvable;
  /** May they sign in with Google, Yahoo or Microsoft? Default: true. */
  readonly socialIdSignIn?: boolean | IResolvable;
  /** Colour behind the portal, #RRGGBB. */
  readonly backgroundColor?: string;
  /** Behind the sender's name: has sent you an encrypted message. */
  readonly introductionText?: string;
  /** On the button that opens it. */
  readonly readButtonText?: string;
  /** In front of the link. */
  readonly emailText?: string;
  /** Below it. */
  readonly disclaimerText?: string;
  /** At the top of the portal. */
  readonly portalText?: string;
  /** Where the portal's privacy statement is. */
  readonly privacyStatementUrl?: string;
  /** Absolute path of the logo's file, as abspath("logo.png") gives it: PNG, JPEG, BMP or TIFF, less than 40 KB, at best 170 by 70 pixels. A file that moves changes nothing. */
  readonly imagePath?: string;
  /** Its SHA-256 in hexadecimal, as filesha256("logo.png") gives it. The logo is sent when this changes. */
  readonly imageSha256?: string;
}

const ATTRIBUTES = {
  name: text,
  externalMailExpiryInDays: may(number),
  otpEnabled: may(flag),
  socialIdSignIn: may(flag),
  backgroundColor: may(text),
  introductionText: may(text),
  readButtonText: may(text),
  emailText: may(text),
  disclaimerText: may(text),
  portalText: may(text),
  privacyStatementUrl: may(text),
  imagePath: may(text),
  imageSha256: may(text),
};

/** A template of what recipients outside see of encrypted mail, for transport rules to apply. */
export class M365OmeBrandingTemplate extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_ome_branding_template";

  private readonly props: M365OmeBrandingTemplateProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365OmeBrandingTemplateProps) {
    const config = readConfig("M365OmeBrandingTemplate", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365OmeBrandingTemplate.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the template, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** After how many days messages can no longer be read; 0 for never. Default: 0. */
  get externalMailExpiryInDays(): number {
    return this.getNumberAttribute("external_mail_expiry_in_days");
  }

  /** May they read it by a one-time passcode? Default: true. */
  get otpEnabled(): IResolvable {
    return this.getBooleanAttribute("otp_enabled");
  }

  /** May they sign in with Google, Yahoo or Microsoft? Default: true. */
  get socialIdSignIn(): IResolvable {
    return this.getBooleanAttribute("social_id_sign_in");
  }

  /** Colour behind the portal, #RRGGBB. */
  get backgroundColor(): string {
    return this.getStringAttribute("background_color");
  }

  /** Behind the sender's name: has sent you an encrypted message. */
  get introductionText(): string {
    return this.getStringAttribute("introduction_text");
  }

  /** On the button that opens it. */
  get readButtonText(): string {
    return this.getStringAttribute("read_button_text");
  }

  /** In front of the link. */
  get emailText(): string {
    return this.getStringAttribute("email_text");
  }

  /** Below it. */
  get disclaimerText(): string {
    return this.getStringAttribute("disclaimer_text");
  }

  /** At the top of the portal. */
  get portalText(): string {
    return this.getStringAttribute("portal_text");
  }

  /** Where the portal's privacy statement is. */
  get privacyStatementUrl(): string {
    return this.getStringAttribute("privacy_statement_url");
  }

  /** Absolute path of the logo's file, as abspath("logo.png") gives it: PNG, JPEG, BMP or TIFF, less than 40 KB, at best 170 by 70 pixels. A file that moves changes nothing. */
  get imagePath(): string {
    return this.getStringAttribute("image_path");
  }

  /** Its SHA-256 in hexadecimal, as filesha256("logo.png") gives it. The logo is sent when this changes. */
  get imageSha256(): string {
    return this.getStringAttribute("image_sha256");
  }

  /** Its name. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      external_mail_expiry_in_days: props.externalMailExpiryInDays,
      otp_enabled: props.otpEnabled,
      social_id_sign_in: props.socialIdSignIn,
      background_color: props.backgroundColor,
      introduction_text: props.introductionText,
      read_button_text: props.readButtonText,
      email_text: props.emailText,
      disclaimer_text: props.disclaimerText,
      portal_text: props.portalText,
      privacy_statement_url: props.privacyStatementUrl,
      image_path: props.imagePath,
      image_sha256: props.imageSha256,
    };
  }
}
