import type { EstateFault } from "../estate-fault";
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

/** The backend as one stack has it: with its name in place of `{stack}`. */
export function stateOf(state: StateBackend, stack: string): StateBackend {
  const own = (pattern: string, name = stack) => pattern.replaceAll("{stack}", () => name);
  switch (state.type) {
    case "local":
      return { ...state, path: own(state.path) };
    case "gcs":
      return { ...state, prefix: own(state.prefix) };
    case "cloud":
      // HCP Terraform takes no dots in workspace names; host names hold no underscore, so that names stay apart.
      return { ...state, workspace: own(state.workspace, stack.replaceAll(".", "_")) };
    default:
      return { ...state, key: own(state.key) };
  }
}

/**
 * Tells of stacks that would write one state. What the patterns may look like (schema/state.ts) keeps names apart; this
 * holds the outcome itself, as file systems and clouds read it: without regard to case, to `.` and to doubled slashes.
 */
export function reportSharedState(
  state: StateBackend,
  stacks: Iterable<string>,
  report: (fault: EstateFault) => void,
): void {
  const first = new Map<string, string>();
  for (const stack of stacks) {
    const [path, address] = addressOf(stateOf(state, stack));
    const key = normalized(address);
    const other = first.get(key);
    if (other === undefined) first.set(key, stack);
    else {
      report({
        path: ["state", state.type, path],
        message: `the stacks ${other} and ${stack} would share a state`,
        received: address,
        expected: "a place of its own for each stack, by {stack}",
      });
    }
  }
}

/** Where a stack's state is within its backend, and by which option. */
function addressOf(state: StateBackend): readonly [path: string, address: string] {
  if (state.type === "local") return ["path", state.path];
  if (state.type === "gcs") return ["prefix", state.prefix];
  return state.type === "cloud" ? ["workspace", state.workspace] : ["key", state.key];
}

function normalized(address: string): string {
  const parts: string[] = [];
  for (const part of address.normalize("NFC").toLowerCase().split(/[\\/]/)) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    // Windows takes names without dots and spaces at their end.
    else parts.push(part === ".." ? part : part.replace(/[. ]+$/, ""));
  }
  return parts.join("/");
}
