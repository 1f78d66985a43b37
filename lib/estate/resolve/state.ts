import type { StateInput } from "../input";
import type { StateBackend } from "../model";

/** The backend with its defaults; without one, state files beside the estate. */
export function resolveState(input: StateInput = { local: {} }): StateBackend {
  if ("local" in input) return { type: "local", path: "state/{stack}.tfstate", ...input.local };
  if ("s3" in input) return { type: "s3", useLockfile: true, encrypt: true, ...input.s3 };
  if ("azurerm" in input) return { type: "azurerm", useAzureadAuth: true, ...input.azurerm };
  if ("gcs" in input) return { type: "gcs", ...input.gcs };
  return { type: "cloud", ...input.cloud };
}
