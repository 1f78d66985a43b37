// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.
import { type IResolvable, TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { may } from "../../../lib/schema/shapes";
import { flag, number, readConfig } from "../config";
import { GENERATED } from "./generated";

/** What DataM365DirectorySync is declared with. */
export interface DataM365DirectorySyncProps extends TerraformMetaArguments {
  /** Minutes since the last synchronization, at most. Default: 180. */
  readonly maxAge?: number;
  /** Has the tenant to have Entra ID P1 or P2, as password writeback needs? Default: false. */
  readonly licensed?: boolean | IResolvable;
  /** Is what is wrong an error? Default: false, it is a value. */
  readonly assert?: boolean | IResolvable;
}

const ATTRIBUTES = { maxAge: may(number), licensed: may(flag), assert: may(flag) };

/** Directory synchronization: is it on, when did it last run, whom could it not provision, is there a licence for writing passwords back? For a check block; with assert, what is wrong is an error. */
export class DataM365DirectorySync extends TerraformDataSource {
  /** Terraform's name of the type. */
  static readonly tfResourceType = "m365_directory_sync";

  private readonly props: DataM365DirectorySyncProps;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DataM365DirectorySyncProps) {
    const config = readConfig("DataM365DirectorySync", ATTRIBUTES, props);
    super(scope, id, {
      ...config,
      terraformResourceType: DataM365DirectorySync.tfResourceType,
      terraformGeneratorMetadata: GENERATED,
    });
    this.props = config;
  }

  /** Minutes since the last synchronization, at most. Default: 180. */
  get maxAge(): number {
    return this.getNumberAttribute("max_age");
  }

  /** Has the tenant to have Entra ID P1 or P2, as password writeback needs? Default: false. */
  get licensed(): IResolvable {
    return this.getBooleanAttribute("licensed");
  }

  /** Is what is wrong an error? Default: false, it is a value. */
  get assert(): IResolvable {
    return this.getBooleanAttribute("assert");
  }

  /** Is synchronization on? Not on in a tenant that never had it. */
  get enabled(): IResolvable {
    return this.getBooleanAttribute("enabled");
  }

  /** When it last ran, as Graph says it; empty if it never did. */
  get lastSync(): string {
    return this.getStringAttribute("last_sync");
  }

  /** Users whose properties collide with another's, with the property; 20 at most. */
  get provisioningErrors(): string[] {
    return this.getListAttribute("provisioning_errors");
  }

  /** Is nothing wrong? */
  get passed(): IResolvable {
    return this.getBooleanAttribute("passed");
  }

  /** What is wrong, in words. */
  get problems(): string[] {
    return this.getListAttribute("problems");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { props } = this;
    return { max_age: props.maxAge, licensed: props.licensed, assert: props.assert };
  }
}
