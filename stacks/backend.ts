import {
  AzurermBackend,
  GcsBackend,
  LocalBackend,
  S3Backend,
  TerraformBackend,
  type TerraformRemoteState,
} from "cdktf";
import type { Construct } from "constructs";
import { literal } from "../constructs/terraform-text";
import type { StateBackend } from "../lib/estate/model";
import type { MailStack } from "./mail-stack";

/** From the folder in which Terraform runs (`<out>/stacks/<stack>`) to the folder that `<out>` stands in. */
const TO_PROJECT = "../../..";

/**
 * Gives a stack its state backend. `{stack}` in a key, path, prefix or workspace becomes the stack's name.
 * No credential is ever written: each backend reads its own from the environment.
 */
export function addBackend(stack: MailStack, state: StateBackend): TerraformBackend {
  const own = (pattern: string) => literal(pattern.replaceAll("{stack}", () => stack.node.id));
  switch (state.type) {
    case "local": {
      // A relative path keeps the output free of this machine's folders.
      const path = own(state.path);
      return new LocalBackend(stack, { path: path.startsWith("/") ? path : `${TO_PROJECT}/${path}` });
    }
    case "s3": {
      const { type: _type, key, roleArn, endpoint, ...rest } = state;
      // cdktf 0.21 does not know S3-native locking (`useLockfile`, Terraform 1.10); it is written all the same.
      return new S3Backend(stack, {
        ...rest,
        key: own(key),
        ...(endpoint === undefined ? {} : { endpoints: { s3: endpoint } }),
        ...(roleArn === undefined ? {} : { assumeRole: { roleArn } }),
      });
    }
    case "azurerm": {
      const { type: _type, key, ...rest } = state;
      return new AzurermBackend(stack, { ...rest, key: own(key) });
    }
    case "gcs": {
      const { type: _type, prefix, ...rest } = state;
      return new GcsBackend(stack, { ...rest, prefix: own(prefix) });
    }
    case "cloud": {
      // HCP Terraform takes no dots in workspace names; host names hold no underscore, so that names stay apart.
      const name = stack.node.id.replaceAll(".", "_");
      return new HcpBackend(stack, {
        ...state,
        workspace: literal(state.workspace.replaceAll("{stack}", () => name)),
      });
    }
  }
}

/**
 * The `cloud` block of HCP Terraform and Terraform Enterprise. cdktf's own class runs `terraform version` for every
 * stack while it synthesizes.
 */
class HcpBackend extends TerraformBackend {
  constructor(
    scope: Construct,
    private readonly props: Extract<StateBackend, { readonly type: "cloud" }>,
  ) {
    super(scope, "backend", "cloud");
  }

  override toTerraform(): object {
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
