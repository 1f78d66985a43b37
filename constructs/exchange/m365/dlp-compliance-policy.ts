// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365DlpCompliancePolicy is declared with. */
export interface M365DlpCompliancePolicyProps extends TerraformMetaArguments {
  /** Name of the policy, at most 64 characters. */
  readonly name: string;
  /** A note for administrators. */
  readonly comment?: string;
  /** Do the rules act, or only tell what they would do? One of Enable, TestWithNotifications, TestWithoutNotifications, Disable. Default: Enable. */
  readonly mode?: "Enable" | "TestWithNotifications" | "TestWithoutNotifications" | "Disable";
  /** Mail: All, or nothing. */
  readonly exchangeLocation?: readonly string[];
  /** Only mail of members of these groups. */
  readonly exchangeSenderMemberOf?: readonly string[];
  /** Not the mail of members of these groups. */
  readonly exchangeSenderMemberOfException?: readonly string[];
  /** Sites of SharePoint by their URL, or All. */
  readonly sharepointLocation?: readonly string[];
  /** Sites that are left out of All. */
  readonly sharepointLocationException?: readonly string[];
  /** OneDrive: All, or nothing. */
  readonly oneDriveLocation?: readonly string[];
  /** Only the OneDrive of these people. */
  readonly oneDriveSharedBy?: readonly string[];
  /** Not the OneDrive of these people. */
  readonly exceptIfOneDriveSharedBy?: readonly string[];
  /** Chats and channels of Teams: people, groups, or All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly teamsLocation?: readonly string[];
  /** People and groups that are left out of All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly teamsLocationException?: readonly string[];
  /** Devices of these people, or All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly endpointDlpLocation?: readonly string[];
  /** People whose devices are left out of All. Needs Microsoft 365 E5 or the Purview suite. */
  readonly endpointDlpLocationException?: readonly string[];
}

const ATTRIBUTES = {
  name: text,
  comment: may(text),
  mode: may(word(["Enable", "TestWithNotifications", "TestWithoutNotifications", "Disable"])),
  exchangeLocation: may(texts),
  exchangeSenderMemberOf: may(texts),
  exchangeSenderMemberOfException: may(texts),
  sharepointLocation: may(texts),
  sharepointLocationException: may(texts),
  oneDriveLocation: may(texts),
  oneDriveSharedBy: may(texts),
  exceptIfOneDriveSharedBy: may(texts),
  teamsLocation: may(texts),
  teamsLocationException: may(texts),
  endpointDlpLocation: may(texts),
  endpointDlpLocationException: may(texts),
};

/** A policy against data loss: where its rules hold, and whether they act. */
export class M365DlpCompliancePolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_dlp_compliance_policy";

  private readonly props: M365DlpCompliancePolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DlpCompliancePolicyProps) {
    const config = readConfig("M365DlpCompliancePolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DlpCompliancePolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the policy, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** A note for administrators. */
  get comment(): string {
    return this.getStringAttribute("comment");
  }

  /** Do the rules act, or only tell what they would do? One of Enable, TestWithNotifications, TestWithoutNotifications, Disable. Default: Enable. */
  get mode(): string {
    return this.getStringAttribute("mode");
  }

  /** Mail: All, or nothing. */
  get exchangeLocation(): string[] {
    return Fn.tolist(this.getListAttribute("exchange_location"));
  }

  /** Only mail of members of these groups. */
  get exchangeSenderMemberOf(): string[] {
    return Fn.tolist(this.getListAttribute("exchange_sender_member_of"));
  }

  /** Not the mail of members of these groups. */
  get exchangeSenderMemberOfException(): string[] {
    return Fn.tolist(this.getListAttribute("exchange_sender_member_of_exception"));
  }

  /** Sites of SharePoint by their URL, or All. */
  get sharepointLocation(): string[] {
    return Fn.tolist(this.getListAttribute("sharepoint_location"));
  }

  /** Sites that are left out of All. */
  get sharepointLocationException(): string[] {
    return Fn.tolist(this.getListAttribute("sharepoint_location_exception"));
  }

  /** OneDrive: All, or nothing. */
  get oneDriveLocation(): string[] {
    return Fn.tolist(this.getListAttribute("one_drive_location"));
  }

  /** Only the OneDrive of these people. */
  get oneDriveSharedBy(): string[] {
    return Fn.tolist(this.getListAttribute("one_drive_shared_by"));
  }

  /** Not the OneDrive of these people. */
  get exceptIfOneDriveSharedBy(): string[] {
    return Fn.tolist(this.getListAttribute("except_if_one_drive_shared_by"));
  }

  /** Chats and channels of Teams: people, groups, or All. Needs Microsoft 365 E5 or the Purview suite. */
  get teamsLocation(): string[] {
    return Fn.tolist(this.getListAttribute("teams_location"));
  }

  /** People and groups that are left out of All. Needs Microsoft 365 E5 or the Purview suite. */
  get teamsLocationException(): string[] {
    return Fn.tolist(this.getListAttribute("teams_location_exception"));
  }

  /** Devices of these people, or All. Needs Microsoft 365 E5 or the Purview suite. */
  get endpointDlpLocation(): string[] {
    return Fn.tolist(this.getListAttribute("endpoint_dlp_location"));
  }

  /** People whose devices are left out of All. Needs Microsoft 365 E5 or the Purview suite. */
  get endpointDlpLocationException(): string[] {
    return Fn.tolist(this.getListAttribute("endpoint_dlp_location_exception"));
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      comment: props.comment,
      mode: props.mode,
      exchange_location: props.exchangeLocation,
      exchange_sender_member_of: props.exchangeSenderMemberOf,
      exchange_sender_member_of_exception: props.exchangeSenderMemberOfException,
      sharepoint_location: props.sharepointLocation,
      sharepoint_location_exception: props.sharepointLocationException,
      one_drive_location: props.oneDriveLocation,
      one_drive_shared_by: props.oneDriveSharedBy,
      except_if_one_drive_shared_by: props.exceptIfOneDriveSharedBy,
      teams_location: props.teamsLocation,
      teams_location_exception: props.teamsLocationException,
      endpoint_dlp_location: props.endpointDlpLocation,
      endpoint_dlp_location_exception: props.endpointDlpLocationException,
    };
  }
}
