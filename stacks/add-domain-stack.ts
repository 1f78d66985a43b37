import type { App } from "cdktf";
import type { StateBackend } from "../lib/estate";
import { DomainStack } from "./domain-stack";
import type { DomainSource } from "./stack-sources";

/** The stack of one domain of an estate. */
export function addDomainStack(
  app: App,
  { estate, posture }: DomainSource,
  state: StateBackend,
): DomainStack {
  const { name, zone } = estate;
  return new DomainStack(app, name, { plan: posture.plan, zone, state, import: estate.import });
}
