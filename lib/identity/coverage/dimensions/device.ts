import { anyOf, noneOf } from "../conditions";
import type { Dimension, Mentions, Variables } from "./dimension";
import { filterFlags } from "./flags";

/**
 * Filters for devices. A rule holds for the devices that match it; one with a negative operator also for devices that
 * are not registered, which is why a rule is never evaluated here.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-condition-filters-for-devices
 */
export function deviceDimension(variables: Variables, sets: readonly Mentions[]): Dimension {
  const filters = filterFlags(
    variables,
    sets.flatMap(({ policies }) => policies.map(({ conditions }) => conditions.devices?.deviceFilter)),
    ({ deviceFilters = [] }) => deviceFilters,
    "on devices",
  );
  return {
    conditions({ conditions }) {
      const filter = conditions.devices?.deviceFilter;
      if (!filter) return [];
      const of = filter.mode === "include" ? anyOf : noneOf;
      return of(filters.matching(filter, filter.mode), variables.everything);
    },
    describe: filters.describe,
  };
}
