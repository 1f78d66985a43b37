import { isMapping, type Mapping } from "../mapping";

// A plan in JSON, as far as an incident asks it. What is not there is not told as anything.

/** Its changes of resources. */
export function changesIn(planJson: string): readonly Mapping[] {
  const plan: unknown = JSON.parse(planJson);
  const changes = isMapping(plan) ? plan.resource_changes : undefined;
  return Array.isArray(changes) ? changes.filter(isMapping) : [];
}

/** The planned value of an output that is a mapping. */
export function outputIn(planJson: string, name: string): Mapping | undefined {
  const plan: unknown = JSON.parse(planJson);
  const planned = isMapping(plan) ? plan.planned_values : undefined;
  const outputs = isMapping(planned) ? planned.outputs : undefined;
  const output = isMapping(outputs) ? outputs[name] : undefined;
  return isMapping(output) && isMapping(output.value) ? output.value : undefined;
}

/** The texts of a list. */
export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
