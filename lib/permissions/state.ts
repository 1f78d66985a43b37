import type { StateBackend } from "../estate/model";
import type { Use } from "./needs";

/** What the store of the states is asked, and what is not known of it. */
export function stateUse(
  state: StateBackend,
  stacks: readonly string[],
): { readonly uses: readonly Use[]; readonly notes: readonly string[] } {
  const of = (key: string, credentials: string) => ({
    uses: stacks.map((stack) => ({ key, stack, credentials })),
    notes: [],
  });
  if (state.type === "local" || stacks.length === 0) return { uses: [], notes: [] };
  if (state.type === "s3" && state.kmsKeyId === undefined) {
    return of(state.useLockfile ? "state s3" : "state s3 without locks", "AWS_*");
  }
  if (state.type === "azurerm" && state.useAzureadAuth) return of("state azurerm", "ARM_*");
  const kind = {
    s3: "s3 with a key of KMS",
    azurerm: "azurerm without useAzureadAuth",
    gcs: "gcs",
    cloud: "cloud",
  }[state.type];
  return { uses: [], notes: [`not known here: what the store of the states (state, ${kind}) takes`] };
}
