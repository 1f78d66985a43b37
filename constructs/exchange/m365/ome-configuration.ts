// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What M365OmeConfiguration is declared with. */
export interface M365OmeConfigurationProps extends TerraformMetaArguments {
  /** May they read it by a one-time passcode? Left out, it stays as it is. */
  readonly otpEnabled?: boolean | IResolvable;
  /** May they sign in with Google, Yahoo or Microsoft? Left out, it stays as it is. */
  readonly socialIdSignIn?: boolean | IResolvable;
  /** Colour behind the portal, #RRGGBB. Left out, it stays as it is. */
  readonly backgroundColor?: string;
  /** Behind the sender's name: has sent you an encrypted message. Left out, it stays as it is. */
  readonly introductionText?: string;
  /** On the button that opens it. Left out, it stays as it is. */
  readonly readButtonText?: string;
  /** In front of the link. Left out, it stays as it is. */
  readonly emailText?: string;
  /** Below it. Left out, it stays as it is. */
  readonly disclaimerText?: string;
  /** At the top of the portal. Left out, it stays as it is. */
  readonly portalText?: string;
  /** Where the portal's privacy statement is. Left out, it stays as it is. */
  readonly privacyStatementUrl?: string;
  /** Absolute path of the logo's file, as abspath("logo.png") gives it: PNG, JPEG, BMP or TIFF, less than 40 KB, at best 170 by 70 pixels. A file that moves changes nothing. Left out, it stays as it is. */
  readonly imagePath?: string;
  /** Its SHA-256 in hexadecimal, as filesha256("logo.png") gives it. The logo is sent when this changes. Left out, it stays as it is. */
  readonly imageSha256?: string;
}

const ATTRIBUTES = {
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

/** What recipients outside see of encrypted mail, and how they sign in to read it. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365OmeConfiguration extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_ome_configuration";

  private readonly props: M365OmeConfigurationProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365OmeConfigurationProps) {
    const config = readConfig("M365OmeConfiguration", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365OmeConfiguration.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** May they read it by a one-time passcode? Left out, it stays as it is. */
  get otpEnabled(): IResolvable {
    return this.getBooleanAttribute("otp_enabled");
  }

  /** May they sign in with Google, Yahoo or Microsoft? Left out, it stays as it is. */
  get socialIdSignIn(): IResolvable {
    return this.getBooleanAttribute("social_id_sign_in");
  }

  /** Colour behind the portal, #RRGGBB. Left out, it stays as it is. */
  get backgroundColor(): string {
    return this.getStringAttribute("background_color");
  }

  /** Behind the sender's name: has sent you an encrypted message. Left out, it stays as it is. */
  get introductionText(): string {
    return this.getStringAttribute("introduction_text");
  }

  /** On the button that opens it. Left out, it stays as it is. */
  get readButtonText(): string {
    return this.getStringAttribute("read_button_text");
  }

  /** In front of the link. Left out, it stays as it is. */
  get emailText(): string {
    return this.getStringAttribute("email_text");
  }

  /** Below it. Left out, it stays as it is. */
  get disclaimerText(): string {
    return this.getStringAttribute("disclaimer_text");
  }

  /** At the top of the portal. Left out, it stays as it is. */
  get portalText(): string {
    return this.getStringAttribute("portal_text");
  }

  /** Where the portal's privacy statement is. Left out, it stays as it is. */
  get privacyStatementUrl(): string {
    return this.getStringAttribute("privacy_statement_url");
  }

  /** Absolute path of the logo's file, as abspath("logo.png") gives it: PNG, JPEG, BMP or TIFF, less than 40 KB, at best 170 by 70 pixels. A file that moves changes nothing. Left out, it stays as it is. */
  get imagePath(): string {
    return this.getStringAttribute("image_path");
  }

  /** Its SHA-256 in hexadecimal, as filesha256("logo.png") gives it. The logo is sent when this changes. Left out, it stays as it is. */
  get imageSha256(): string {
    return this.getStringAttribute("image_sha256");
  }

  /** Always OMEConfiguration. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
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
