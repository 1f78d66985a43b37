// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, text, texts, words } from "../config";
import { GENERATED } from "./generated";

/** What M365RoleManagementPolicy is declared with. */
export interface M365RoleManagementPolicyProps extends TerraformMetaArguments {
  /** A built-in directory role by its display name, or by its template id. Left out, it stays as it is. */
  readonly role: string;
  /** How long an activation lasts at most; half an hour or a multiple of it. Left out, it stays as it is. */
  readonly activationMaximumMinutes?: number;
  /** What whoever activates the role must show. One of MultiFactorAuthentication, Justification, Ticketing. Left out, it stays as it is. */
  readonly activationRequires?: readonly ("MultiFactorAuthentication" | "Justification" | "Ticketing")[];
  /** Must somebody approve each activation? Left out, it stays as it is. */
  readonly activationApprovalRequired?: boolean | IResolvable;
  /** Who approves: object ids of users. Nobody here and no group: whoever has the role Privileged Role Administrator or Global Administrator. Left out, it stays as it is. */
  readonly activationApproverUsers?: readonly string[];
  /** Groups whose members approve: their object ids. Left out, it stays as it is. */
  readonly activationApproverGroups?: readonly string[];
  /** May somebody have the role active for good? Left out, it stays as it is. */
  readonly permanentAssignmentAllowed?: boolean | IResolvable;
  /** For how many days an active assignment may last. Left out, it stays as it is. */
  readonly assignmentMaximumDays?: number;
  /** What whoever assigns the role as active must show. One of MultiFactorAuthentication, Justification. Left out, it stays as it is. */
  readonly assignmentRequires?: readonly ("MultiFactorAuthentication" | "Justification")[];
  /** May somebody be eligible for good? Left out, it stays as it is. */
  readonly permanentEligibilityAllowed?: boolean | IResolvable;
  /** For how many days somebody may be eligible. Left out, it stays as it is. */
  readonly eligibilityMaximumDays?: number;
  /** Who is told when somebody is made eligible: addresses. Beside those whom Microsoft tells by default. Left out, it stays as it is. */
  readonly eligibilityAlertRecipients?: readonly string[];
  /** Who is told when somebody is given the role as active: addresses. Beside those whom Microsoft tells by default. Left out, it stays as it is. */
  readonly assignmentAlertRecipients?: readonly string[];
  /** Who is told when somebody activates the role: addresses. Beside those whom Microsoft tells by default. Left out, it stays as it is. */
  readonly activationAlertRecipients?: readonly string[];
}

const ATTRIBUTES = {
  role: text,
  activationMaximumMinutes: may(number),
  activationRequires: may(words(["MultiFactorAuthentication", "Justification", "Ticketing"])),
  activationApprovalRequired: may(flag),
  activationApproverUsers: may(texts),
  activationApproverGroups: may(texts),
  permanentAssignmentAllowed: may(flag),
  assignmentMaximumDays: may(number),
  assignmentRequires: may(words(["MultiFactorAuthentication", "Justification"])),
  permanentEligibilityAllowed: may(flag),
  eligibilityMaximumDays: may(number),
  eligibilityAlertRecipients: may(texts),
  assignmentAlertRecipients: may(texts),
  activationAlertRecipients: may(texts),
};

/** How Privileged Identity Management gives a directory role: for how long, with whose approval, and who is told. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365RoleManagementPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_role_management_policy";

  private readonly props: M365RoleManagementPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365RoleManagementPolicyProps) {
    const config = readConfig("M365RoleManagementPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365RoleManagementPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A built-in directory role by its display name, or by its template id. Left out, it stays as it is. */
  get role(): string {
    return this.getStringAttribute("role");
  }

  /** How long an activation lasts at most; half an hour or a multiple of it. Left out, it stays as it is. */
  get activationMaximumMinutes(): number {
    return this.getNumberAttribute("activation_maximum_minutes");
  }

  /** What whoever activates the role must show. One of MultiFactorAuthentication, Justification, Ticketing. Left out, it stays as it is. */
  get activationRequires(): string[] {
    return Fn.tolist(this.getListAttribute("activation_requires"));
  }

  /** Must somebody approve each activation? Left out, it stays as it is. */
  get activationApprovalRequired(): IResolvable {
    return this.getBooleanAttribute("activation_approval_required");
  }

  /** Who approves: object ids of users. Nobody here and no group: whoever has the role Privileged Role Administrator or Global Administrator. Left out, it stays as it is. */
  get activationApproverUsers(): string[] {
    return Fn.tolist(this.getListAttribute("activation_approver_users"));
  }

  /** Groups whose members approve: their object ids. Left out, it stays as it is. */
  get activationApproverGroups(): string[] {
    return Fn.tolist(this.getListAttribute("activation_approver_groups"));
  }

  /** May somebody have the role active for good? Left out, it stays as it is. */
  get permanentAssignmentAllowed(): IResolvable {
    return this.getBooleanAttribute("permanent_assignment_allowed");
  }

  /** For how many days an active assignment may last. Left out, it stays as it is. */
  get assignmentMaximumDays(): number {
    return this.getNumberAttribute("assignment_maximum_days");
  }

  /** What whoever assigns the role as active must show. One of MultiFactorAuthentication, Justification. Left out, it stays as it is. */
  get assignmentRequires(): string[] {
    return Fn.tolist(this.getListAttribute("assignment_requires"));
  }

  /** May somebody be eligible for good? Left out, it stays as it is. */
  get permanentEligibilityAllowed(): IResolvable {
    return this.getBooleanAttribute("permanent_eligibility_allowed");
  }

  /** For how many days somebody may be eligible. Left out, it stays as it is. */
  get eligibilityMaximumDays(): number {
    return this.getNumberAttribute("eligibility_maximum_days");
  }

  /** Who is told when somebody is made eligible: addresses. Beside those whom Microsoft tells by default. Left out, it stays as it is. */
  get eligibilityAlertRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("eligibility_alert_recipients"));
  }

  /** Who is told when somebody is given the role as active: addresses. Beside those whom Microsoft tells by default. Left out, it stays as it is. */
  get assignmentAlertRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("assignment_alert_recipients"));
  }

  /** Who is told when somebody activates the role: addresses. Beside those whom Microsoft tells by default. Left out, it stays as it is. */
  get activationAlertRecipients(): string[] {
    return Fn.tolist(this.getListAttribute("activation_alert_recipients"));
  }

  /** The same as role. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      role: props.role,
      activation_maximum_minutes: props.activationMaximumMinutes,
      activation_requires: props.activationRequires,
      activation_approval_required: props.activationApprovalRequired,
      activation_approver_users: props.activationApproverUsers,
      activation_approver_groups: props.activationApproverGroups,
      permanent_assignment_allowed: props.permanentAssignmentAllowed,
      assignment_maximum_days: props.assignmentMaximumDays,
      assignment_requires: props.assignmentRequires,
      permanent_eligibility_allowed: props.permanentEligibilityAllowed,
      eligibility_maximum_days: props.eligibilityMaximumDays,
      eligibility_alert_recipients: props.eligibilityAlertRecipients,
      assignment_alert_recipients: props.assignmentAlertRecipients,
      activation_alert_recipients: props.activationAlertRecipients,
    };
  }
}
