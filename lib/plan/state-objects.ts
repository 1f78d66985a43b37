import { isMapping } from "../mapping";
import { Attributes } from "./attributes";
import type { DataObject } from "./plan";

/** An object in a state. */
export interface StateObject extends DataObject {
  readonly mode: "data" | "managed";
}

/** The objects of a state with those of its modules; what is left over from a replacement that failed is none. */
export function objectsOf(state: unknown): readonly StateObject[] {
  if (!isMapping(state) || !isMapping(state.values)) return [];
  const found: StateObject[] = [];
  const modules: unknown[] = [state.values.root_module];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    if (!isMapping(module)) continue;
    if (Array.isArray(module.child_modules)) modules.push(...module.child_modules);
    for (const resource of Array.isArray(module.resources) ? module.resources : []) {
      if (!isMapping(resource) || typeof resource.deposed_key === "string") continue;
      const { address, mode, type, values, sensitive_values: sensitive } = resource;
      if (typeof address !== "string" || typeof type !== "string") continue;
      if (mode !== "data" && mode !== "managed") continue;
      found.push({ address, mode, type, values: new Attributes(values, false, sensitive) });
    }
  }
  return found;
}
