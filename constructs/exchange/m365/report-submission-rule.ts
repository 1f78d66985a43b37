// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type IResolvable, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365ReportSubmissionRule is declared with. */
export interface M365ReportSubmissionRuleProps extends TerraformMetaArguments {
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** The policy; there is one. One of DefaultReportSubmissionPolicy. */
  readonly reportSubmissionPolicy: "DefaultReportSubmissionPolicy";
  /** The mailbox that the policy names. */
  readonly sentTo?: readonly string[];
  /** Is the rule in use? Default: true. */
  readonly enabled?: boolean | IResolvable;
  /** A note for administrators. */
  readonly comments?: string;
}

const ATTRIBUTES = {
  name: text,
  reportSubmissionPolicy: word(["DefaultReportSubmissionPolicy"]),
  sentTo: may(texts),
  enabled: may(flag),
  comments: may(text),
};

/** Brings messages that users report to the mailbox that the policy names. */
export class M365ReportSubmissionRule extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_report_submission_rule";

  private readonly props: M365ReportSubmissionRuleProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365ReportSubmissionRuleProps) {
    const config = readConfig("M365ReportSubmissionRule", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365ReportSubmissionRule.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Name of the rule, at most 64 characters. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** The policy; there is one. One of DefaultReportSubmissionPolicy. */
  get reportSubmissionPolicy(): string {
    return this.getStringAttribute("report_submission_policy");
  }

  /** The mailbox that the policy names. */
  get sentTo(): string[] {
    return Fn.tolist(this.getListAttribute("sent_to"));
  }

  /** Is the rule in use? Default: true. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** A note for administrators. */
  get comments(): string {
    return this.getStringAttribute("comments");
  }

  /** Exchange's GUID, which stays when the name changes. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return {
      name: props.name,
      report_submission_policy: props.reportSubmissionPolicy,
      sent_to: props.sentTo,
      enabled: props.enabled,
      comments: props.comments,
    };
  }
}
