// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365AntiPhishPolicy is declared with. */
export interface M365AntiPhishPolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** A note for administrators. */
  readonly adminDisplayName?: string;
  /** Is spoofing looked for? Default: true. */
  readonly enableSpoofIntelligence?: boolean | IResolvable;
  /** What happens to spoofed mail. One of MoveToJmf, Quarantine. Default: MoveToJmf. */
  readonly authenticationFailAction?: "MoveToJmf" | "Quarantine";
  /** Quarantine policy for spoofed mail: what users may do with it. Default: DefaultFullAccessPolicy. */
  readonly spoofQuarantineTag?: string;
  /** Does the sender's DMARC policy decide? Default: true. */
  readonly honorDmarcPolicy?: boolean | IResolvable;
  /** What p=quarantine means. One of Quarantine, MoveToJmf. Default: Quarantine. */
  readonly dmarcQuarantineAction?: "Quarantine" | "MoveToJmf";
  /** What p=reject means. One of Reject, Quarantine. Default: Reject. */
  readonly dmarcRejectAction?: "Reject" | "Quarantine";
  /** Are users told when a sender is new to them? Default: false. */
  readonly enableFirstContactSafetyTips?: boolean | IResolvable;
  /** Do senders who were not authenticated get a question mark? Default: true. */
  readonly enableUnauthenticatedSender?: boolean | IResolvable;
  /** Does Outlook say via whom mail came? Default: true. */
  readonly enableViaTag?: boolean | IResolvable;
  /** 1 is standard, 4 the most aggressive. Default: 1. Needs Microsoft Defender for Office 365. */
  readonly phishThresholdLevel?: number;
  /** Are targeted_users_to_protect protected? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableTargetedUserProtection?: boolean | IResolvable;
  /** Name;address of up to 350 people. Needs Microsoft Defender for Office 365. */
  readonly targetedUsersToProtect?: readonly string[];
  /** What happens to mail that passes for a protected user. One of NoAction, BccMessage, Delete, MoveToJmf, Quarantine, Redirect. Default: NoAction. Needs Microsoft Defender for Office 365. */
  readonly targetedUserProtectionAction?:
    | "NoAction"
    | "BccMessage"
    | "Delete"
    | "MoveToJmf"
    | "Quarantine"
    | "Redirect";
  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  readonly targetedUserActionRecipients?: readonly string[];
  /** Quarantine policy for mail that passes for a protected user: what users may do with it. Default: DefaultFullAccessPolicy. Needs Microsoft Defender for Office 365. */
  readonly targetedUserQuarantineTag?: string;
  /** Are all accepted domains protected? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableOrganizationDomainsProtection?: boolean | IResolvable;
  /** Are targeted_domains_to_protect protected? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableTargetedDomainsProtection?: boolean | IResolvable;
  /** Others' domains. Needs Microsoft Defender for Office 365. */
  readonly targetedDomainsToProtect?: readonly string[];
  /** What happens to mail that passes for a protected domain. One of NoAction, BccMessage, Delete, MoveToJmf, Quarantine, Redirect. Default: NoAction. Needs Microsoft Defender for Office 365. */
  readonly targetedDomainProtectionAction?:
    | "NoAction"
    | "BccMessage"
    | "Delete"
    | "MoveToJmf"
    | "Quarantine"
    | "Redirect";
  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  readonly targetedDomainActionRecipients?: readonly string[];
  /** Quarantine policy for mail that passes for a protected domain: what users may do with it. Default: DefaultFullAccessPolicy. Needs Microsoft Defender for Office 365. */
  readonly targetedDomainQuarantineTag?: string;
  /** Does it learn who writes to whom? Default: true. Needs Microsoft Defender for Office 365. */
  readonly enableMailboxIntelligence?: boolean | IResolvable;
  /** Does it act on that? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableMailboxIntelligenceProtection?: boolean | IResolvable;
  /** What happens to mail that passes for a usual correspondent. One of NoAction, BccMessage, Delete, MoveToJmf, Quarantine, Redirect. Default: NoAction. Needs Microsoft Defender for Office 365. */
  readonly mailboxIntelligenceProtectionAction?:
    | "NoAction"
    | "BccMessage"
    | "Delete"
    | "MoveToJmf"
    | "Quarantine"
    | "Redirect";
  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  readonly mailboxIntelligenceProtectionActionRecipients?: readonly string[];
  /** Quarantine policy for mail that passes for a usual correspondent: what users may do with it. Default: DefaultFullAccessPolicy. Needs Microsoft Defender for Office 365. */
  readonly mailboxIntelligenceQuarantineTag?: string;
  /** Tips on names like protected users'? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableSimilarUsersSafetyTips?: boolean | IResolvable;
  /** Tips on domains like protected ones? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableSimilarDomainsSafetyTips?: boolean | IResolvable;
  /** Tips on unusual characters? Default: false. Needs Microsoft Defender for Office 365. */
  readonly enableUnusualCharactersSafetyTips?: boolean | IResolvable;
  /** Addresses that pass for nobody. Needs Microsoft Defender for Office 365. */
  readonly excludedSenders?: readonly string[];
  /** Domains that pass for nobody. Needs Microsoft Defender for Office 365. */
  readonly excludedDomains?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  adminDisplayName: may(text),
  enableSpoofIntelligence: may(flag),
  authenticationFailAction: may(word(["MoveToJmf", "Quarantine"])),
  spoofQuarantineTag: may(text),
  honorDmarcPolicy: may(flag),
  dmarcQuarantineAction: may(word(["Quarantine", "MoveToJmf"])),
  dmarcRejectAction: may(word(["Reject", "Quarantine"])),
  enableFirstContactSafetyTips: may(flag),
  enableUnauthenticatedSender: may(flag),
  enableViaTag: may(flag),
  phishThresholdLevel: may(number),
  enableTargetedUserProtection: may(flag),
  targetedUsersToProtect: may(texts),
  targetedUserProtectionAction: may(
    word(["NoAction", "BccMessage", "Delete", "MoveToJmf", "Quarantine", "Redirect"]),
  ),
  targetedUserActionRecipients: may(texts),
  targetedUserQuarantineTag: may(text),
  enableOrganizationDomainsProtection: may(flag),
  enableTargetedDomainsProtection: may(flag),
  targetedDomainsToProtect: may(texts),
  targetedDomainProtectionAction: may(
    word(["NoAction", "BccMessage", "Delete", "MoveToJmf", "Quarantine", "Redirect"]),
  ),
  targetedDomainActionRecipients: may(texts),
  targetedDomainQuarantineTag: may(text),
  enableMailboxIntelligence: may(flag),
  enableMailboxIntelligenceProtection: may(flag),
  mailboxIntelligenceProtectionAction: may(
    word(["NoAction", "BccMessage", "Delete", "MoveToJmf", "Quarantine", "Redirect"]),
  ),
  mailboxIntelligenceProtectionActionRecipients: may(texts),
  mailboxIntelligenceQuarantineTag: may(text),
  enableSimilarUsersSafetyTips: may(flag),
  enableSimilarDomainsSafetyTips: may(flag),
  enableUnusualCharactersSafetyTips: may(flag),
  excludedSenders: may(texts),
  excludedDomains: may(texts),
};

/** Protection from mail that passes for somebody else's. */
export class M365AntiPhishPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_anti_phish_policy";

  private readonly props: M365AntiPhishPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AntiPhishPolicyProps) {
    const config = readConfig("M365AntiPhishPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AntiPhishPolicy.tfResourceType,
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

  /** Is spoofing looked for? Default: true. */
  get enableSpoofIntelligence(): IResolvable {
    return this.getBooleanAttribute("enable_spoof_intelligence");
  }

  /** What happens to spoofed mail. One of MoveToJmf, Quarantine. Default: MoveToJmf. */
  get authenticationFailAction(): string {
    return this.getStringAttribute("authentication_fail_action");
  }

  /** Quarantine policy for spoofed mail: what users may do with it. Default: DefaultFullAccessPolicy. */
  get spoofQuarantineTag(): string {
    return this.getStringAttribute("spoof_quarantine_tag");
  }

  /** Does the sender's DMARC policy decide? Default: true. */
  get honorDmarcPolicy(): IResolvable {
    return this.getBooleanAttribute("honor_dmarc_policy");
  }

  /** What p=quarantine means. One of Quarantine, MoveToJmf. Default: Quarantine. */
  get dmarcQuarantineAction(): string {
    return this.getStringAttribute("dmarc_quarantine_action");
  }

  /** What p=reject means. One of Reject, Quarantine. Default: Reject. */
  get dmarcRejectAction(): string {
    return this.getStringAttribute("dmarc_reject_action");
  }

  /** Are users told when a sender is new to them? Default: false. */
  get enableFirstContactSafetyTips(): IResolvable {
    return this.getBooleanAttribute("enable_first_contact_safety_tips");
  }

  /** Do senders who were not authenticated get a question mark? Default: true. */
  get enableUnauthenticatedSender(): IResolvable {
    return this.getBooleanAttribute("enable_unauthenticated_sender");
  }

  /** Does Outlook say via whom mail came? Default: true. */
  get enableViaTag(): IResolvable {
    return this.getBooleanAttribute("enable_via_tag");
  }

  /** 1 is standard, 4 the most aggressive. Default: 1. Needs Microsoft Defender for Office 365. */
  get phishThresholdLevel(): number {
    return this.getNumberAttribute("phish_threshold_level");
  }

  /** Are targeted_users_to_protect protected? Default: false. Needs Microsoft Defender for Office 365. */
  get enableTargetedUserProtection(): IResolvable {
    return this.getBooleanAttribute("enable_targeted_user_protection");
  }

  /** Name;address of up to 350 people. Needs Microsoft Defender for Office 365. */
  get targetedUsersToProtect(): string[] {
    return Fn.tolist(this.getListAttribute("targeted_users_to_protect"));
  }

  /** What happens to mail that passes for a protected user. One of NoAction, BccMessage, Delete, MoveToJmf, Quarantine, Redirect. Default: NoAction. Needs Microsoft Defender for Office 365. */
  get targetedUserProtectionAction(): string {
    return this.getStringAttribute("targeted_user_protection_action");
  }

  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  get targetedUserActionRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("targeted_user_action_recipients"));
  }

  /** Quarantine policy for mail that passes for a protected user: what users may do with it. Default: DefaultFullAccessPolicy. Needs Microsoft Defender for Office 365. */
  get targetedUserQuarantineTag(): string {
    return this.getStringAttribute("targeted_user_quarantine_tag");
  }

  /** Are all accepted domains protected? Default: false. Needs Microsoft Defender for Office 365. */
  get enableOrganizationDomainsProtection(): IResolvable {
    return this.getBooleanAttribute("enable_organization_domains_protection");
  }

  /** Are targeted_domains_to_protect protected? Default: false. Needs Microsoft Defender for Office 365. */
  get enableTargetedDomainsProtection(): IResolvable {
    return this.getBooleanAttribute("enable_targeted_domains_protection");
  }

  /** Others' domains. Needs Microsoft Defender for Office 365. */
  get targetedDomainsToProtect(): string[] {
    return Fn.tolist(this.getListAttribute("targeted_domains_to_protect"));
  }

  /** What happens to mail that passes for a protected domain. One of NoAction, BccMessage, Delete, MoveToJmf, Quarantine, Redirect. Default: NoAction. Needs Microsoft Defender for Office 365. */
  get targetedDomainProtectionAction(): string {
    return this.getStringAttribute("targeted_domain_protection_action");
  }

  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  get targetedDomainActionRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("targeted_domain_action_recipients"));
  }

  /** Quarantine policy for mail that passes for a protected domain: what users may do with it. Default: DefaultFullAccessPolicy. Needs Microsoft Defender for Office 365. */
  get targetedDomainQuarantineTag(): string {
    return this.getStringAttribute("targeted_domain_quarantine_tag");
  }

  /** Does it learn who writes to whom? Default: true. Needs Microsoft Defender for Office 365. */
  get enableMailboxIntelligence(): IResolvable {
    return this.getBooleanAttribute("enable_mailbox_intelligence");
  }

  /** Does it act on that? Default: false. Needs Microsoft Defender for Office 365. */
  get enableMailboxIntelligenceProtection(): IResolvable {
    return this.getBooleanAttribute("enable_mailbox_intelligence_protection");
  }

  /** What happens to mail that passes for a usual correspondent. One of NoAction, BccMessage, Delete, MoveToJmf, Quarantine, Redirect. Default: NoAction. Needs Microsoft Defender for Office 365. */
  get mailboxIntelligenceProtectionAction(): string {
    return this.getStringAttribute("mailbox_intelligence_protection_action");
  }

  /** Where the actions BccMessage and Redirect send it. Needs Microsoft Defender for Office 365. */
  get mailboxIntelligenceProtectionActionRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("mailbox_intelligence_protection_action_recipients"));
  }

  /** Quarantine policy for mail that passes for a usual correspondent: what users may do with it. Default: DefaultFullAccessPolicy. Needs Microsoft Defender for Office 365. */
  get mailboxIntelligenceQuarantineTag(): string {
    return this.getStringAttribute("mailbox_intelligence_quarantine_tag");
  }

  /** Tips on names like protected users'? Default: false. Needs Microsoft Defender for Office 365. */
  get enableSimilarUsersSafetyTips(): IResolvable {
    return this.getBooleanAttribute("enable_similar_users_safety_tips");
  }

  /** Tips on domains like protected ones? Default: false. Needs Microsoft Defender for Office 365. */
  get enableSimilarDomainsSafetyTips(): IResolvable {
    return this.getBooleanAttribute("enable_similar_domains_safety_tips");
  }

  /** Tips on unusual characters? Default: false. Needs Microsoft Defender for Office 365. */
  get enableUnusualCharactersSafetyTips(): IResolvable {
    return this.getBooleanAttribute("enable_unusual_characters_safety_tips");
  }

  /** Addresses that pass for nobody. Needs Microsoft Defender for Office 365. */
  get excludedSenders(): string[] {
    return Fn.tolist(this.getListAttribute("excluded_senders"));
  }

  /** Domains that pass for nobody. Needs Microsoft Defender for Office 365. */
  get excludedDomains(): string[] {
    return Fn.tolist(this.getListAttribute("excluded_domains"));
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
      enable_spoof_intelligence: props.enableSpoofIntelligence,
      authentication_fail_action: props.authenticationFailAction,
      spoof_quarantine_tag: props.spoofQuarantineTag,
      honor_dmarc_policy: props.honorDmarcPolicy,
      dmarc_quarantine_action: props.dmarcQuarantineAction,
      dmarc_reject_action: props.dmarcRejectAction,
      enable_first_contact_safety_tips: props.enableFirstContactSafetyTips,
      enable_unauthenticated_sender: props.enableUnauthenticatedSender,
      enable_via_tag: props.enableViaTag,
      phish_threshold_level: props.phishThresholdLevel,
      enable_targeted_user_protection: props.enableTargetedUserProtection,
      targeted_users_to_protect: props.targetedUsersToProtect,
      targeted_user_protection_action: props.targetedUserProtectionAction,
      targeted_user_action_recipients: props.targetedUserActionRecipients,
      targeted_user_quarantine_tag: props.targetedUserQuarantineTag,
      enable_organization_domains_protection: props.enableOrganizationDomainsProtection,
      enable_targeted_domains_protection: props.enableTargetedDomainsProtection,
      targeted_domains_to_protect: props.targetedDomainsToProtect,
      targeted_domain_protection_action: props.targetedDomainProtectionAction,
      targeted_domain_action_recipients: props.targetedDomainActionRecipients,
      targeted_domain_quarantine_tag: props.targetedDomainQuarantineTag,
      enable_mailbox_intelligence: props.enableMailboxIntelligence,
      enable_mailbox_intelligence_protection: props.enableMailboxIntelligenceProtection,
      mailbox_intelligence_protection_action: props.mailboxIntelligenceProtectionAction,
      mailbox_intelligence_protection_action_recipients: props.mailboxIntelligenceProtectionActionRecipients,
      mailbox_intelligence_quarantine_tag: props.mailboxIntelligenceQuarantineTag,
      enable_similar_users_safety_tips: props.enableSimilarUsersSafetyTips,
      enable_similar_domains_safety_tips: props.enableSimilarDomainsSafetyTips,
      enable_unusual_characters_safety_tips: props.enableUnusualCharactersSafetyTips,
      excluded_senders: props.excludedSenders,
      excluded_domains: props.excludedDomains,
    };
  }
}
