import type { App } from "cdktf";
import type { StateBackend } from "../lib/estate";
import { DomainStack } from "./domain-stack";
import type { DomainSource } from "./stack-sources";

/** The stack of one domain of an estate. */
export function addDomainStack(
  app: App,
  { estate, declaration }: DomainSource,
  state: StateBackend,
): DomainStack {
  const { name, zone } = estate;
  return new DomainStack(app, name, { declaration, zone, state, import: estate.import });
}
