import {
  AzurermBackend as AnyAzurermBackend,
  GcsBackend as AnyGcsBackend,
  LocalBackend as AnyLocalBackend,
  S3Backend as AnyS3Backend,
  TerraformBackend,
  type TerraformRemoteState,
} from "cdktf";
import type { Construct } from "constructs";
import type { TerraformJson } from "./elements";
import { gated } from "./gated";
import type { TerraformText } from "./text";

export const LocalBackend = gated(AnyLocalBackend);
export const S3Backend = gated(AnyS3Backend);
export const AzurermBackend = gated(AnyAzurermBackend);
export const GcsBackend = gated(AnyGcsBackend);

/** Where HCP Terraform or Terraform Enterprise keeps a state. */
export interface HcpBackendProps {
  readonly organization: TerraformText;
  readonly hostname?: TerraformText;
  readonly workspace: TerraformText;
  readonly project?: TerraformText;
}

/**
 * The `cloud` block of HCP Terraform and Terraform Enterprise. cdktf's own class runs `terraform version` for every
 * stack while it synthesizes.
 */
export class HcpBackend extends TerraformBackend {
  constructor(
    scope: Construct,
    private readonly props: HcpBackendProps,
  ) {
    super(scope, "backend", "cloud");
  }

  override toTerraform(): { readonly [block: string]: TerraformJson } {
    const { organization, hostname, workspace, project } = this.props;
    return {
      terraform: {
        cloud: {
          organization,
          ...(hostname === undefined ? {} : { hostname }),
          workspaces: { name: workspace, ...(project === undefined ? {} : { project }) },
        },
      },
    };
  }

  /** The cdktf CLI asks this of a stack to know where it runs. */
  override toMetadata(): object {
    const { hostname = "app.terraform.io" } = this.props;
    return { backend: "cloud", cloud: hostname.startsWith("app.terraform.io") ? "tfc" : "tfe" };
  }

  getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error("mail stacks do not read one another's state");
  }
}
