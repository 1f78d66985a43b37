// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { Fn, type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { readConfig, text, texts, word } from "../config";
import { GENERATED } from "./generated";

/** What M365DeviceCredsspPolicy is declared with. */
export interface M365DeviceCredsspPolicyProps extends TerraformMetaArguments {
  /** The policy's name in Intune. */
  readonly name: string;
  /** force-updated-clients: services take updated clients alone; mitigated: they take old ones too, and clients still refuse old services. */
  readonly protection: "force-updated-clients" | "mitigated";
  /** Object ids of the groups whose devices get it. What else it is assigned to is taken away. */
  readonly groupIds: readonly string[];
}

const ATTRIBUTES = { name: text, protection: word(["force-updated-clients", "mitigated"]), groupIds: texts };

/** Encryption Oracle Remediation, against CVE-2018-0886, for devices that Intune manages: a policy of the settings catalog with the groups that it is assigned to. A level that leaves the hole open is no value of it. Windows 10 20H1 and later. */
export class M365DeviceCredsspPolicy extends TerraformResource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_device_credssp_policy";

  private readonly props: M365DeviceCredsspPolicyProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: M365DeviceCredsspPolicyProps) {
    const config = readConfig("M365DeviceCredsspPolicy", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: M365DeviceCredsspPolicy.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** The policy's name in Intune. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  /** force-updated-clients: services take updated clients alone; mitigated: they take old ones too, and clients still refuse old services. */
  get protection(): string {
    return this.getStringAttribute("protection");
  }

  /** Object ids of the groups whose devices get it. What else it is assigned to is taken away. */
  get groupIds(): string[] {
    return Fn.tolist(this.getListAttribute("group_ids"));
  }

  /** The policy's id. */
  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { name: props.name, protection: props.protection, group_ids: props.groupIds };
  }
}
