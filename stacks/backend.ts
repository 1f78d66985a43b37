import type { TerraformBackend } from "cdktf";
import {
  AzurermBackend,
  GcsBackend,
  HcpBackend,
  LocalBackend,
  S3Backend,
} from "../constructs/terraform/backends";
import { literal, literals } from "../constructs/terraform/text";
import type { StateBackend } from "../lib/estate/model";
import { stateOf } from "../lib/estate/resolve/state";
import type { MailStack } from "./mail-stack";

/** From the folder in which Terraform runs (`<out>/stacks/<stack>`) to the folder that `<out>` stands in. */
const TO_PROJECT = "../../..";

/**
 * Gives a stack its state backend. `{stack}` in a key, path, prefix or workspace becomes the stack's name.
 * No credential is ever written: each backend reads its own from the environment.
 */
export function addBackend(stack: MailStack, pattern: StateBackend): TerraformBackend {
  const state = stateOf(pattern, stack.node.id);
  switch (state.type) {
    case "local": {
      const { path } = state;
      // A relative path keeps the output free of this machine's folders.
      return new LocalBackend(stack, {
        path: literal(path.startsWith("/") ? path : `${TO_PROJECT}/${path}`),
      });
    }
    case "s3": {
      const { type: _type, roleArn, endpoint, ...rest } = literals(state);
      // cdktf 0.21 does not know S3-native locking (`useLockfile`, Terraform 1.10); it is written all the same.
      return new S3Backend(stack, {
        ...rest,
        ...(endpoint === undefined ? {} : { endpoints: { s3: endpoint } }),
        ...(roleArn === undefined ? {} : { assumeRole: { roleArn } }),
      });
    }
    case "azurerm": {
      const { type: _type, ...rest } = literals(state);
      return new AzurermBackend(stack, rest);
    }
    case "gcs": {
      const { type: _type, ...rest } = literals(state);
      return new GcsBackend(stack, rest);
    }
    case "cloud":
      return new HcpBackend(stack, literals(state));
  }
}
