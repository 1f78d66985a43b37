// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text } from "../config";
import { GENERATED } from "./generated";

/** What DataM365IrmTest is declared with. */
export interface DataM365IrmTestProps extends TerraformMetaArguments {
  /** A mailbox of the organization, with a licence. */
  readonly sender: string;
  /** Another one, or the same. */
  readonly recipient: string;
}

const ATTRIBUTES = { sender: text, recipient: text };

/** Whether message encryption works, as Test-IRMConfiguration finds it. For a check block: a failure is a value, no error. */
export class DataM365IrmTest extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_irm_test";

  private readonly props: DataM365IrmTestProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365IrmTestProps) {
    const config = readConfig("DataM365IrmTest", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365IrmTest.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** A mailbox of the organization, with a licence. */
  get sender(): string {
    return this.getStringAttribute("sender");
  }

  /** Another one, or the same. */
  get recipient(): string {
    return this.getStringAttribute("recipient");
  }

  /** Is the overall result PASS? */
  get passed(): IResolvable {
    return this.getBooleanAttribute("passed");
  }

  /** The steps that failed, in their order. */
  get failedSteps(): string[] {
    return this.getListAttribute("failed_steps");
  }

  /** Exchange's report. */
  get report(): string {
    return this.getStringAttribute("report");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { sender: props.sender, recipient: props.recipient };
  }
}
