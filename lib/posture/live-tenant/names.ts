import { canonicalId } from "../../identity/coverage";
import type { TenantPosture } from "../model";

/** What a reference is, whether it is an id, as a tenant has it, or a name, as an estate does. */
export type Meaning = (reference: string) => string;

/** Names of a tenant's objects in place of their ids, in lower case, as directories compare them. */
export function meaningsIn({ objects = {} }: TenantPosture): Meaning {
  const { groups = [], users = [], namedLocations = [], strengths = [], applications = [] } = objects;
  const names = new Map(
    [...groups, ...users, ...namedLocations, ...strengths, ...applications].map(({ id, name }) => [
      canonicalId(id),
      name.toLowerCase(),
    ]),
  );
  return (reference) => names.get(canonicalId(reference)) ?? reference.toLowerCase();
}
