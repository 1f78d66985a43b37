// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365IrmConfiguration is declared with. */
export interface M365IrmConfigurationProps extends TerraformMetaArguments {
  /** Does the organization use Azure Rights Management? Without it there is no message encryption. Left out, it stays as it is. */
  readonly azureRmsLicensingEnabled?: boolean | IResolvable;
  /** URLs that licences come from, Azure RMS first: https://….rms.….aadrm.com/_wmcs/licensing. Left out, it stays as it is. */
  readonly licensingLocation?: readonly string[];
  /** May mail be protected? Off, there are no templates. Left out, it stays as it is. */
  readonly internalLicensingEnabled?: boolean | IResolvable;
  /** May Microsoft add new features of encryption? Left out, it stays as it is. */
  readonly automaticServiceUpdateEnabled?: boolean | IResolvable;
  /** Is there an Encrypt button in Outlook on the web? Left out, it stays as it is. */
  readonly simplifiedClientAccessEnabled?: boolean | IResolvable;
  /** Is Encrypt-Only hidden there? Left out, it stays as it is. */
  readonly simplifiedClientAccessEncryptOnlyDisabled?: boolean | IResolvable;
  /** Is Do Not Forward hidden there? Left out, it stays as it is. */
  readonly simplifiedClientAccessDoNotForwardDisabled?: boolean | IResolvable;
  /** Do recipients get attachments without protection once they opened the message? Left out, it stays as it is. */
  readonly decryptAttachmentForEncryptOnly?: boolean | IResolvable;
  /** Are PDF attachments protected? Left out, it stays as it is. */
  readonly enablePdfEncryption?: boolean | IResolvable;
  /** May Outlook on the web search protected mail? Left out, it stays as it is. */
  readonly searchEnabled?: boolean | IResolvable;
  /** May transport rules look into protected mail? Mandatory refuses what cannot be decrypted. One of Disabled, Optional, Mandatory. Left out, it stays as it is. */
  readonly transportDecryptionSetting?: "Disabled" | "Optional" | "Mandatory";
  /** Do journal reports hold a clear copy? Left out, it stays as it is. */
  readonly journalReportDecryptionEnabled?: boolean | IResolvable;
  /** May eDiscovery read protected mail? Left out, it stays as it is. */
  readonly ediscoverySuperUserEnabled?: boolean | IResolvable;
}

const ATTRIBUTES = {
  azureRmsLicensingEnabled: may(flag),
  licensingLocation: may(texts),
  internalLicensingEnabled: may(flag),
  automaticServiceUpdateEnabled: may(flag),
  simplifiedClientAccessEnabled: may(flag),
  simplifiedClientAccessEncryptOnlyDisabled: may(flag),
  simplifiedClientAccessDoNotForwardDisabled: may(flag),
  decryptAttachmentForEncryptOnly: may(flag),
  enablePdfEncryption: may(flag),
  searchEnabled: may(flag),
  transportDecryptionSetting: may(word(["Disabled", "Optional", "Mandatory"])),
  journalReportDecryptionEnabled: may(flag),
  ediscoverySuperUserEnabled: may(flag),
};

/** Message encryption: whether Exchange uses Azure Rights Management, and what users see of it. A tenant has one: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365IrmConfiguration extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_irm_configuration";

  private readonly props: M365IrmConfigurationProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365IrmConfigurationProps) {
    const config = readConfig("M365IrmConfiguration", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365IrmConfiguration.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Does the organization use Azure Rights Management? Without it there is no message encryption. Left out, it stays as it is. */
  get azureRmsLicensingEnabled(): IResolvable {
    return this.getBooleanAttribute("azure_rms_licensing_enabled");
  }

  /** URLs that licences come from, Azure RMS first: https://….rms.….aadrm.com/_wmcs/licensing. Left out, it stays as it is. */
  get licensingLocation(): string[] {
    return Fn.tolist(this.getListAttribute("licensing_location"));
  }

  /** May mail be protected? Off, there are no templates. Left out, it stays as it is. */
  get internalLicensingEnabled(): IResolvable {
    return this.getBooleanAttribute("internal_licensing_enabled");
  }

  /** May Microsoft add new features of encryption? Left out, it stays as it is. */
  get automaticServiceUpdateEnabled(): IResolvable {
    return this.getBooleanAttribute("automatic_service_update_enabled");
  }

  /** Is there an Encrypt button in Outlook on the web? Left out, it stays as it is. */
  get simplifiedClientAccessEnabled(): IResolvable {
    return this.getBooleanAttribute("simplified_client_access_enabled");
  }

  /** Is Encrypt-Only hidden there? Left out, it stays as it is. */
  get simplifiedClientAccessEncryptOnlyDisabled(): IResolvable {
    return this.getBooleanAttribute("simplified_client_access_encrypt_only_disabled");
  }

  /** Is Do Not Forward hidden there? Left out, it stays as it is. */
  get simplifiedClientAccessDoNotForwardDisabled(): IResolvable {
    return this.getBooleanAttribute("simplified_client_access_do_not_forward_disabled");
  }

  /** Do recipients get attachments without protection once they opened the message? Left out, it stays as it is. */
  get decryptAttachmentForEncryptOnly(): IResolvable {
    return this.getBooleanAttribute("decrypt_attachment_for_encrypt_only");
  }

  /** Are PDF attachments protected? Left out, it stays as it is. */
  get enablePdfEncryption(): IResolvable {
    return this.getBooleanAttribute("enable_pdf_encryption");
  }

  /** May Outlook on the web search protected mail? Left out, it stays as it is. */
  get searchEnabled(): IResolvable {
    return this.getBooleanAttribute("search_enabled");
  }

  /** May transport rules look into protected mail? Mandatory refuses what cannot be decrypted. One of Disabled, Optional, Mandatory. Left out, it stays as it is. */
  get transportDecryptionSetting(): string {
    return this.getStringAttribute("transport_decryption_setting");
  }

  /** Do journal reports hold a clear copy? Left out, it stays as it is. */
  get journalReportDecryptionEnabled(): IResolvable {
    return this.getBooleanAttribute("journal_report_decryption_enabled");
  }

  /** May eDiscovery read protected mail? Left out, it stays as it is. */
  get ediscoverySuperUserEnabled(): IResolvable {
    return this.getBooleanAttribute("ediscovery_super_user_enabled");
  }

  /** Always IRMConfiguration. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      azure_rms_licensing_enabled: props.azureRmsLicensingEnabled,
      licensing_location: props.licensingLocation,
      internal_licensing_enabled: props.internalLicensingEnabled,
      automatic_service_update_enabled: props.automaticServiceUpdateEnabled,
      simplified_client_access_enabled: props.simplifiedClientAccessEnabled,
      simplified_client_access_encrypt_only_disabled: props.simplifiedClientAccessEncryptOnlyDisabled,
      simplified_client_access_do_not_forward_disabled: props.simplifiedClientAccessDoNotForwardDisabled,
      decrypt_attachment_for_encrypt_only: props.decryptAttachmentForEncryptOnly,
      enable_pdf_encryption: props.enablePdfEncryption,
      search_enabled: props.searchEnabled,
      transport_decryption_setting: props.transportDecryptionSetting,
      journal_report_decryption_enabled: props.journalReportDecryptionEnabled,
      ediscovery_super_user_enabled: props.ediscoverySuperUserEnabled,
    };
  }
}
