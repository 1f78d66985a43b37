// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig, texts } from "../config";
import { GENERATED } from "./generated";

/** What M365AdminConsentRequestPolicy is declared with. */
export interface M365AdminConsentRequestPolicyProps extends TerraformMetaArguments {
  /** May people ask? Left out, it stays as it is. */
  readonly enabled?: boolean | IResolvable;
  /** Are reviewers told of each request? Left out, it stays as it is. */
  readonly notifyReviewers?: boolean | IResolvable;
  /** Are they reminded before a request ends? Left out, it stays as it is. */
  readonly remindersEnabled?: boolean | IResolvable;
  /** After how many days a request that nobody answered ends. Left out, it stays as it is. */
  readonly requestDurationInDays?: number;
  /** Who answers: object ids of users. Left out, it stays as it is. */
  readonly reviewerUsers?: readonly string[];
  /** Groups whose members answer: their object ids. Left out, it stays as it is. */
  readonly reviewerGroups?: readonly string[];
}

const ATTRIBUTES = {
  enabled: may(flag),
  notifyReviewers: may(flag),
  remindersEnabled: may(flag),
  requestDurationInDays: may(number),
  reviewerUsers: may(texts),
  reviewerGroups: may(texts),
};

/** How people ask for an application that they may not consent to themselves, and who answers. It is there in every tenant: it is adopted, what is left out stays as it is, and destroy leaves all. */
export class M365AdminConsentRequestPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_admin_consent_request_policy";

  private readonly props: M365AdminConsentRequestPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365AdminConsentRequestPolicyProps) {
    const config = readConfig("M365AdminConsentRequestPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365AdminConsentRequestPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** May people ask? Left out, it stays as it is. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** Are reviewers told of each request? Left out, it stays as it is. */
  get notifyReviewers(): IResolvable {
    return this.getBooleanAttribute("notify_reviewers");
  }

  /** Are they reminded before a request ends? Left out, it stays as it is. */
  get remindersEnabled(): IResolvable {
    return this.getBooleanAttribute("reminders_enabled");
  }

  /** After how many days a request that nobody answered ends. Left out, it stays as it is. */
  get requestDurationInDays(): number {
    return this.getNumberAttribute("request_duration_in_days");
  }

  /** Who answers: object ids of users. Left out, it stays as it is. */
  get reviewerUsers(): string[] {
    return Fn.tolist(this.getListAttribute("reviewer_users"));
  }

  /** Groups whose members answer: their object ids. Left out, it stays as it is. */
  get reviewerGroups(): string[] {
    return Fn.tolist(this.getListAttribute("reviewer_groups"));
  }

  /** Always AdminConsentRequestPolicy. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      enabled: props.enabled,
      notify_reviewers: props.notifyReviewers,
      reminders_enabled: props.remindersEnabled,
      request_duration_in_days: props.requestDurationInDays,
      reviewer_users: props.reviewerUsers,
      reviewer_groups: props.reviewerGroups,
    };
  }
}
