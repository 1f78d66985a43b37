import { existsSync, readFileSync } from "node:fs";
import { readPlan } from "../lib/plan/read-plan";

/**
 * What Graph takes about one write a second of, and what provider azuread looks at five times, five seconds apart, after
 * each write.
 */
const WATCHED: ReadonlySet<string> = new Set([
  "azuread_authentication_strength_policy",
  "azuread_conditional_access_policy",
  "azuread_named_location",
]);

/** Terraform writes as many at once of its own accord: one round, which Graph takes. */
const ONE_ROUND = 10;
/** Of more than a round: a write every four seconds. */
const SPREAD = 5;

/**
 * How many resources Terraform writes at once as it applies a plan, where its own ten would be refused (429) and tried
 * again, round after round; nothing where its own number is right.
 * @param planJson the file of what `terraform show -json` printed
 */
export function writeParallelism(stack: string, planJson: string): number | undefined {
  const json = existsSync(planJson) ? readFileSync(planJson, "utf8") : "";
  // Most plans hold none, and reading one takes a while.
  if (![...WATCHED].some((type) => json.includes(type))) return undefined;
  const plan = readPlan(stack, json);
  const writes = plan.ok
    ? plan.value.changes.filter(
        ({ type, action }) => WATCHED.has(type) && action !== "none" && action !== "forget",
      )
    : [];
  return writes.length > ONE_ROUND ? SPREAD : undefined;
}
