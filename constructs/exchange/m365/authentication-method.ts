// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365AuthenticationMethod is declared with. */
export interface M365AuthenticationMethodProps extends TerraformMetaArguments {
  /** Which method. One of Email, Fido2, MicrosoftAuthenticator, QRCodePin, Sms, SoftwareOath, TemporaryAccessPass, Voice, X509Certificate. Left out, it stays as it is. */
  readonly method:
    | "Email"
    | "Fido2"
    | "MicrosoftAuthenticator"
    | "QRCodePin"
    | "Sms"
    | "SoftwareOath"
    | "TemporaryAccessPass"
    | "Voice"
    | "X509Certificate";
  /** May it be used at all? One of enabled, disabled. Left out, it stays as it is. */
  readonly state?: "enabled" | "disabled";
  /** Who may use it: object ids of groups, or all_users. Left out, it stays as it is. */
  readonly includeGroups?: readonly string[];
  /** Who may not, whatever else is said: object ids of groups. Left out, it stays as it is. */
  readonly excludeGroups?: readonly string[];
  /** Of include_groups, those whose members are asked to register it. Left out, it stays as it is. */
  readonly registrationRequiredGroups?: readonly string[];
  /** May people register passkeys themselves? Left out, it stays as it is. */
  readonly selfServiceRegistrationAllowed?: boolean | IResolvable;
  /** Must a key prove its model when it is registered? Left out, it stays as it is. */
  readonly attestationEnforced?: boolean | IResolvable;
  /** Are only some models of keys taken? Left out, it stays as it is. */
  readonly keyRestrictionsEnforced?: boolean | IResolvable;
  /** Are the listed models the ones taken, or those refused? One of allow, block. Left out, it stays as it is. */
  readonly keyRestrictionsType?: "allow" | "block";
  /** Models of keys by their AAGUIDs. Left out, it stays as it is. */
  readonly keyRestrictionsAaguids?: readonly string[];
  /** Does the Authenticator show one-time codes too? Left out, it stays as it is. */
  readonly softwareOathEnabled?: boolean | IResolvable;
  /** How the Authenticator is used, by everybody whom include_groups names: passwordless or push, push alone, passwordless alone. One of any, push, deviceBasedPush. Left out, it stays as it is. */
  readonly authenticationMode?: "any" | "push" | "deviceBasedPush";
  /** Does the Authenticator show which application asks? One of default, enabled, disabled. Left out, it stays as it is. */
  readonly displayAppInformationState?: "default" | "enabled" | "disabled";
  /** For whom: a group's object id, or all_users. Left out, it stays as it is. */
  readonly displayAppInformationGroup?: string;
  /** For whom not: a group's object id. Left out, it stays as it is. */
  readonly displayAppInformationExcludedGroup?: string;
  /** Does the Authenticator show where the sign-in comes from? One of default, enabled, disabled. Left out, it stays as it is. */
  readonly displayLocationInformationState?: "default" | "enabled" | "disabled";
  /** For whom: a group's object id, or all_users. Left out, it stays as it is. */
  readonly displayLocationInformationGroup?: string;
  /** For whom not: a group's object id. Left out, it stays as it is. */
  readonly displayLocationInformationExcludedGroup?: string;
  /** Of include_groups, those whose members may sign in by a text message alone. Left out, it stays as it is. */
  readonly signInGroups?: readonly string[];
  /** Are office phones called too? Left out, it stays as it is. */
  readonly officePhoneAllowed?: boolean | IResolvable;
  /** Do guests get one-time codes by mail? One of default, enabled, disabled. Left out, it stays as it is. */
  readonly externalIdOtp?: "default" | "enabled" | "disabled";
  /** Characters of a pass. Left out, it stays as it is. */
  readonly defaultLength?: number;
  /** How long a pass is valid unless it says otherwise. Left out, it stays as it is. */
  readonly defaultLifetimeInMinutes?: number;
  /** The shortest that a pass may be valid. Left out, it stays as it is. */
  readonly minimumLifetimeInMinutes?: number;
  /** The longest that a pass may be valid. Left out, it stays as it is. */
  readonly maximumLifetimeInMinutes?: number;
  /** Is a pass spent when it was used? Left out, it stays as it is. */
  readonly usableOnce?: boolean | IResolvable;
  /** What a certificate counts as where no rule says otherwise. One of x509CertificateSingleFactor, x509CertificateMultiFactor. Left out, it stays as it is. */
  readonly certificateDefaultMode?: "x509CertificateSingleFactor" | "x509CertificateMultiFactor";
  /** How firmly a certificate must be bound to its user where no rule says otherwise. One of low, high. Left out, it stays as it is. */
  readonly certificateDefaultAffinity?: "low" | "high";
  /** Is a certificate refused whose authority has no list of revoked ones? One of enabled, disabled. Left out, it stays as it is. */
  readonly certificateCrlValidation?: "enabled" | "disabled";
  /** Are people shown only certificates of known authorities? One of enabled, disabled. Left out, it stays as it is. */
  readonly certificateIssuerHints?: "enabled" | "disabled";
  /** The least digits of a PIN. Left out, it stays as it is. */
  readonly pinLength?: number;
  /** How long a code lasts. Left out, it stays as it is. */
  readonly standardQrCodeLifetimeInDays?: number;
}

const ATTRIBUTES = {
  method: word([
    "Email",
    "Fido2",
    "MicrosoftAuthenticator",
    "QRCodePin",
    "Sms",
    "SoftwareOath",
    "TemporaryAccessPass",
    "Voice",
    "X509Certificate",
  ]),
  state: may(word(["enabled", "disabled"])),
  includeGroups: may(texts),
  excludeGroups: may(texts),
  registrationRequiredGroups: may(texts),
  selfServiceRegistrationAllowed: may(flag),
  attestationEnforced: may(flag),
  keyRestrictionsEnforced: may(flag),
  keyRestrictionsType: may(word(["allow", "block"])),
  keyRestrictionsAaguids: may(texts),
  softwareOathEnabled: may(flag),
  authenticationMode: may(word(["any", "push", "deviceBasedPush"])),
  displayAppInformationState: may(word(["default", "enabled", "disabled"])),
  displayAppInformationGroup: may(text),
  displayAppInformationExcludedGroup: may(text),
  displayLocationInformationState: may(word(["default", "enabled", "disabled"])),
  displayLocationInformationGroup: may(text),
  displayLocationInformationExcludedGroup: may(text),
  signInGroups: may(texts),
  officePhoneAllowed: may(flag),
  externalIdOtp: may(word(["default", "enabled", "disabled"])),
  defaultLength: may(number),
  defaultLifetimeInMinutes: may(number),
  minimumLifetimeInMinutes: may(number),
  maximumLifetimeInMinutes: may(number),
  usableOnce: may(flag),
  certificateDefaultMode: may(word(["x509CertificateSingleFactor", "x509CertificateMultiFactor"])),
  certificateDefaultAffinity: may(word(["low", "high"])),
  certificateCrlValidation: may(word(["enabled", "disabled"])),
  certificateIssuerHints: may(word(["enabled", "disabled"])),
  pinLength: may(number),
  standardQrCodeLifetimeInDays: may(number),
};

/** A method by which people sign in or prove who they are: who may use it, and how. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365AuthenticationMethod extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_authentication_method";

  private readonly props: M365AuthenticationMethodProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AuthenticationMethodProps) {
    const config = readConfig("M365AuthenticationMethod", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AuthenticationMethod.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Which method. One of Email, Fido2, MicrosoftAuthenticator, QRCodePin, Sms, SoftwareOath, TemporaryAccessPass, Voice, X509Certificate. Left out, it stays as it is. */
  get method(): string {
    return this.getStringAttribute("method");
  }

  /** May it be used at all? One of enabled, disabled. Left out, it stays as it is. */
  get state(): string {
    return this.getStringAttribute("state");
  }

  /** Who may use it: object ids of groups, or all_users. Left out, it stays as it is. */
  get includeGroups(): string[] {
    return Fn.tolist(this.getListAttribute("include_groups"));
  }

  /** Who may not, whatever else is said: object ids of groups. Left out, it stays as it is. */
  get excludeGroups(): string[] {
    return Fn.tolist(this.getListAttribute("exclude_groups"));
  }

  /** Of include_groups, those whose members are asked to register it. Left out, it stays as it is. */
  get registrationRequiredGroups(): string[] {
    return Fn.tolist(this.getListAttribute("registration_required_groups"));
  }

  /** May people register passkeys themselves? Left out, it stays as it is. */
  get selfServiceRegistrationAllowed(): IResolvable {
    return this.getBooleanAttribute("self_service_registration_allowed");
  }

  /** Must a key prove its model when it is registered? Left out, it stays as it is. */
  get attestationEnforced(): IResolvable {
    return this.getBooleanAttribute("attestation_enforced");
  }

  /** Are only some models of keys taken? Left out, it stays as it is. */
  get keyRestrictionsEnforced(): IResolvable {
    return this.getBooleanAttribute("key_restrictions_enforced");
  }

  /** Are the listed models the ones taken, or those refused? One of allow, block. Left out, it stays as it is. */
  get keyRestrictionsType(): string {
    return this.getStringAttribute("key_restrictions_type");
  }

  /** Models of keys by their AAGUIDs. Left out, it stays as it is. */
  get keyRestrictionsAaguids(): string[] {
    return Fn.tolist(this.getListAttribute("key_restrictions_aaguids"));
  }

  /** Does the Authenticator show one-time codes too? Left out, it stays as it is. */
  get softwareOathEnabled(): IResolvable {
    return this.getBooleanAttribute("software_oath_enabled");
  }

  /** How the Authenticator is used, by everybody whom include_groups names: passwordless or push, push alone, passwordless alone. One of any, push, deviceBasedPush. Left out, it stays as it is. */
  get authenticationMode(): string {
    return this.getStringAttribute("authentication_mode");
  }

  /** Does the Authenticator show which application asks? One of default, enabled, disabled. Left out, it stays as it is. */
  get displayAppInformationState(): string {
    return this.getStringAttribute("display_app_information_state");
  }

  /** For whom: a group's object id, or all_users. Left out, it stays as it is. */
  get displayAppInformationGroup(): string {
    return this.getStringAttribute("display_app_information_group");
  }

  /** For whom not: a group's object id. Left out, it stays as it is. */
  get displayAppInformationExcludedGroup(): string {
    return this.getStringAttribute("display_app_information_excluded_group");
  }

  /** Does the Authenticator show where the sign-in comes from? One of default, enabled, disabled. Left out, it stays as it is. */
  get displayLocationInformationState(): string {
    return this.getStringAttribute("display_location_information_state");
  }

  /** For whom: a group's object id, or all_users. Left out, it stays as it is. */
  get displayLocationInformationGroup(): string {
    return this.getStringAttribute("display_location_information_group");
  }

  /** For whom not: a group's object id. Left out, it stays as it is. */
  get displayLocationInformationExcludedGroup(): string {
    return this.getStringAttribute("display_location_information_excluded_group");
  }

  /** Of include_groups, those whose members may sign in by a text message alone. Left out, it stays as it is. */
  get signInGroups(): string[] {
    return Fn.tolist(this.getListAttribute("sign_in_groups"));
  }

  /** Are office phones called too? Left out, it stays as it is. */
  get officePhoneAllowed(): IResolvable {
    return this.getBooleanAttribute("office_phone_allowed");
  }

  /** Do guests get one-time codes by mail? One of default, enabled, disabled. Left out, it stays as it is. */
  get externalIdOtp(): string {
    return this.getStringAttribute("external_id_otp");
  }

  /** Characters of a pass. Left out, it stays as it is. */
  get defaultLength(): number {
    return this.getNumberAttribute("default_length");
  }

  /** How long a pass is valid unless it says otherwise. Left out, it stays as it is. */
  get defaultLifetimeInMinutes(): number {
    return this.getNumberAttribute("default_lifetime_in_minutes");
  }

  /** The shortest that a pass may be valid. Left out, it stays as it is. */
  get minimumLifetimeInMinutes(): number {
    return this.getNumberAttribute("minimum_lifetime_in_minutes");
  }

  /** The longest that a pass may be valid. Left out, it stays as it is. */
  get maximumLifetimeInMinutes(): number {
    return this.getNumberAttribute("maximum_lifetime_in_minutes");
  }

  /** Is a pass spent when it was used? Left out, it stays as it is. */
  get usableOnce(): IResolvable {
    return this.getBooleanAttribute("usable_once");
  }

  /** What a certificate counts as where no rule says otherwise. One of x509CertificateSingleFactor, x509CertificateMultiFactor. Left out, it stays as it is. */
  get certificateDefaultMode(): string {
    return this.getStringAttribute("certificate_default_mode");
  }

  /** How firmly a certificate must be bound to its user where no rule says otherwise. One of low, high. Left out, it stays as it is. */
  get certificateDefaultAffinity(): string {
    return this.getStringAttribute("certificate_default_affinity");
  }

  /** Is a certificate refused whose authority has no list of revoked ones? One of enabled, disabled. Left out, it stays as it is. */
  get certificateCrlValidation(): string {
    return this.getStringAttribute("certificate_crl_validation");
  }

  /** Are people shown only certificates of known authorities? One of enabled, disabled. Left out, it stays as it is. */
  get certificateIssuerHints(): string {
    return this.getStringAttribute("certificate_issuer_hints");
  }

  /** The least digits of a PIN. Left out, it stays as it is. */
  get pinLength(): number {
    return this.getNumberAttribute("pin_length");
  }

  /** How long a code lasts. Left out, it stays as it is. */
  get standardQrCodeLifetimeInDays(): number {
    return this.getNumberAttribute("standard_qr_code_lifetime_in_days");
  }

  /** The same as method. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      method: props.method,
      state: props.state,
      include_groups: props.includeGroups,
      exclude_groups: props.excludeGroups,
      registration_required_groups: props.registrationRequiredGroups,
      self_service_registration_allowed: props.selfServiceRegistrationAllowed,
      attestation_enforced: props.attestationEnforced,
      key_restrictions_enforced: props.keyRestrictionsEnforced,
      key_restrictions_type: props.keyRestrictionsType,
      key_restrictions_aaguids: props.keyRestrictionsAaguids,
      software_oath_enabled: props.softwareOathEnabled,
      authentication_mode: props.authenticationMode,
      display_app_information_state: props.displayAppInformationState,
      display_app_information_group: props.displayAppInformationGroup,
      display_app_information_excluded_group: props.displayAppInformationExcludedGroup,
      display_location_information_state: props.displayLocationInformationState,
      display_location_information_group: props.displayLocationInformationGroup,
      display_location_information_excluded_group: props.displayLocationInformationExcludedGroup,
      sign_in_groups: props.signInGroups,
      office_phone_allowed: props.officePhoneAllowed,
      external_id_otp: props.externalIdOtp,
      default_length: props.defaultLength,
      default_lifetime_in_minutes: props.defaultLifetimeInMinutes,
      minimum_lifetime_in_minutes: props.minimumLifetimeInMinutes,
      maximum_lifetime_in_minutes: props.maximumLifetimeInMinutes,
      usable_once: props.usableOnce,
      certificate_default_mode: props.certificateDefaultMode,
      certificate_default_affinity: props.certificateDefaultAffinity,
      certificate_crl_validation: props.certificateCrlValidation,
      certificate_issuer_hints: props.certificateIssuerHints,
      pin_length: props.pinLength,
      standard_qr_code_lifetime_in_days: props.standardQrCodeLifetimeInDays,
    };
  }
}
