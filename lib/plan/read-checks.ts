import { isMapping } from "../mapping";
import type { UnheldCheck } from "./plan";

/**
 * What a plan's `checks` say that does not hold, or cannot be told: check blocks, conditions of resources, outputs and variables
 * (https://developer.hashicorp.com/terraform/internals/json-format#checks-representation). Terraform stops for none of the check
 * blocks. What is written there in a form that this reader does not know counts as not told.
 */
export function readChecks(checks: unknown): readonly UnheldCheck[] {
  if (checks === undefined || checks === null) return [];
  if (!Array.isArray(checks)) return [{ address: "checks", kind: "unknown", status: "unread", messages: [] }];
  return checks.flatMap((check: unknown, index): readonly UnheldCheck[] => {
    const place = isMapping(check) && isMapping(check.address) ? check.address : {};
    const address = textOf(place.to_display) ?? `checks[${index}]`;
    const kind = textOf(place.kind) ?? "unknown";
    const status = STATUSES.find((one) => isMapping(check) && check.status === one);
    if (status === "pass") return [];
    // A condition of a resource that is made with this plan can only be told at apply.
    if (status === "unknown" && kind !== "check") return [];
    const instances: readonly unknown[] =
      isMapping(check) && Array.isArray(check.instances) ? check.instances : [];
    const messages = instances.flatMap((one) =>
      isMapping(one) && Array.isArray(one.problems)
        ? one.problems.flatMap((problem: unknown) =>
            isMapping(problem) ? (textOf(problem.message) ?? []) : [],
          )
        : [],
    );
    return [{ address, kind, status: status ?? "unread", messages: [...new Set(messages)] }];
  });
}

const STATUSES = ["pass", "fail", "error", "unknown"] as const;

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
