import { isMapping } from "../lib/mapping";

/** What an apply did before it ended, as far as its log tells. */
export interface ApplyProgress {
  /** Resources that were created, updated or deleted. */
  readonly done: number;
  /** How many more resources the state holds than before; negative where more were deleted. */
  readonly growth: number;
  /** The state in JSON, where Terraform could write it into no file at all. */
  readonly dumpedState?: string;
}

/**
 * Reads the log of `terraform apply -json`. Lines that are no JSON, or cut off, are passed over.
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui#operation-messages
 */
export function applyProgress(log: string): ApplyProgress {
  let done = 0;
  let growth = 0;
  let dumpedState: string | undefined;
  for (const line of log.split("\n")) {
    if (line.includes('"Emergency state dump"')) dumpedState = stateIn(line) ?? dumpedState;
    if (!line.includes('"apply_complete"')) continue;
    const action = actionIn(line);
    if (action === undefined) continue;
    done++;
    if (action === "create") growth++;
    if (action === "delete") growth--;
  }
  return { done, growth, ...(dumpedState === undefined ? {} : { dumpedState }) };
}

function actionIn(line: string): string | undefined {
  const message = parse(line);
  if (!isMapping(message) || message.type !== "apply_complete" || !isMapping(message.hook)) return undefined;
  const { action } = message.hook;
  return typeof action === "string" ? action : undefined;
}

function stateIn(line: string): string | undefined {
  const message = parse(line);
  return isMapping(message) && isMapping(message.state) ? JSON.stringify(message.state) : undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
