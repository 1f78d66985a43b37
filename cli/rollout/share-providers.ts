import { notSharedBecause } from "../../rollout/shared-providers/not-shared";
import {
  SharedProviders,
  type SharedProvidersOptions,
} from "../../rollout/shared-providers/shared-providers";
import { withSharedProviders } from "../../rollout/shared-providers/with-shared-providers";
import type { Stop } from "../../rollout/stop";
import type { RunTerraform } from "../../rollout/terraform-process";

interface Sharing extends SharedProvidersOptions {
  /** Does the user let stacks share providers? */
  readonly isWanted: boolean;
  /** Where relative paths of the user's begin. */
  readonly folder: string;
  readonly stop: Stop;
}

/**
 * A run's Terraform, with providers that its stacks share where the user and the environment let them.
 * @returns it, and how to end the providers
 */
export function shareProviders(
  terraform: RunTerraform,
  { isWanted, folder, stop, ...options }: Sharing,
): { readonly terraform: RunTerraform; readonly close: () => Promise<void> } {
  const usual = { terraform, close: async () => {} };
  if (!isWanted) return usual;
  const reason = notSharedBecause(options.env, folder);
  if (reason !== undefined) {
    options.tell(`Terraform starts providers for each step of each stack: ${reason}`);
    return usual;
  }
  const shared = new SharedProviders(options);
  // As the providers that a Terraform starts are killed with it.
  const unlisten = stop.onRequest((level) => level === "kill" && void shared.close());
  return {
    terraform: withSharedProviders(terraform, shared, () => stop.interrupts),
    close() {
      unlisten();
      return shared.close();
    },
  };
}
