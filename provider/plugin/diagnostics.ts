import { FaultError, formatFault } from "../../lib/fault";
import type { Path } from "./value/value";
import { ValueError } from "./value/value";

/** What Terraform shows its user: an error stops, a warning does not. */
export interface Diagnostic {
  /** @default "error" */
  readonly severity?: "error" | "warning";
  /** One line. Never a secret. */
  readonly summary: string;
  /** Sentences: what was seen, what to do. Never a secret. */
  readonly detail?: string;
  /** The attribute at fault, from the resource down: `["rule", 0, "name"]`, `["tags", "team"]`. */
  readonly path?: Path;
}

/** Thrown by a provider's callback to say exactly what Terraform shall show. */
export class DiagnosticError extends Error {
  override readonly name: string = "DiagnosticError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(...diagnostics: readonly [Diagnostic, ...Diagnostic[]]) {
    super(diagnostics.map((diagnostic) => diagnostic.summary).join("; "));
    this.diagnostics = diagnostics;
  }
}

/**
 * Thrown by `create` or `update` that failed half-way: what exists by now goes into state, so that the next plan knows
 * it. After a failed `create` Terraform marks the resource tainted and replaces it at the next apply.
 */
export class PartialState extends DiagnosticError {
  override readonly name = "PartialState";

  constructor(
    /** Attributes as they are now; one left out is taken from the plan, or null where the plan did not know it. */
    readonly state: object,
    ...diagnostics: readonly [Diagnostic, ...Diagnostic[]]
  ) {
    super(...diagnostics);
  }
}

/** Whatever a callback threw, as diagnostics. `doing` completes "cannot …". */
export function diagnosticsOf(error: unknown, doing: string, signal?: AbortSignal): readonly Diagnostic[] {
  if (error instanceof DiagnosticError) return error.diagnostics;
  if (error instanceof FaultError) {
    return error.faults.map((fault) => ({
      summary: fault.message,
      detail: formatFault(fault),
      ...(fault.path && { path: fault.path }),
    }));
  }
  if (error instanceof ValueError) {
    return [{ summary: `cannot ${doing}`, detail: error.message, path: error.path }];
  }
  if (signal?.aborted) {
    const why = signal.reason instanceof DiagnosticError ? signal.reason.diagnostics : [];
    const detail = why.map((one) => one.detail ?? one.summary).join("\n");
    return [{ summary: `cancelled: ${doing}`, detail }];
  }
  const detail = error instanceof Error ? withCauses(error) : String(error);
  return [{ summary: `cannot ${doing}`, detail }];
}

/** "fetch failed" says nothing: the reason stands in `cause`. */
function withCauses(error: Error): string {
  const messages: string[] = [];
  for (let at: unknown = error; at instanceof Error && messages.length < 5; at = at.cause) {
    messages.push(at.message || at.name);
  }
  return messages.join(": ");
}
