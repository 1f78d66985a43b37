import { ALL_APPLICATIONS } from "../../../lib/exchange/all-applications";
import { isMapping } from "../../../lib/mapping";
import type { GraphObject } from "../../graph/types";
import { objects } from "../../http/json";
import { instant, whole, word } from "../attribute";
import { daysOf, daysText } from "./durations";
import { type GraphAttribute, graph } from "./graph-table";
import type { Lens } from "./lens";

/** Application objects, and their service principals: a restriction is declared for both. */
const SCOPES = ["applicationRestrictions", "servicePrincipalRestrictions"] as const;

type List = "passwordCredentials" | "keyCredentials";

/** A restriction as it is where it was never set. */
const fresh = (restrictionType: string): GraphObject => ({
  restrictionType,
  state: "enabled",
  maxLifetime: null,
  restrictForAppsCreatedAfterDateTime: ALL_APPLICATIONS,
});

const scopeOf = (entity: GraphObject, scope: string): GraphObject => {
  const found = entity[scope];
  return isMapping(found) ? found : {};
};

/** What a restriction of both scopes says. Where they differ, what `differing` makes of it, so that neither passes for both. */
function ofBoth(
  list: List,
  type: string,
  read: (restriction: GraphObject | undefined) => unknown,
  change: (value: unknown) => GraphObject,
  differing: (said: readonly unknown[]) => unknown,
): Lens {
  return {
    get: (entity) => {
      const said = SCOPES.map((scope) =>
        read(objects(scopeOf(entity, scope)[list]).find((one) => one.restrictionType === type)),
      );
      return said[0] === said[1] ? said[0] : differing(said);
    },
    set: (entity, value) =>
      Object.fromEntries([
        ...Object.entries(entity),
        ...SCOPES.map((scope) => {
          const own = scopeOf(entity, scope);
          const all = objects(own[list]);
          const changed = (one: GraphObject) => ({ ...one, ...change(value) });
          const next = all.some((one) => one.restrictionType === type)
            ? all.map((one) => (one.restrictionType === type ? changed(one) : one))
            : [...all, changed(fresh(type))];
          return [scope, { ...own, [list]: next }] as const;
        }),
      ]),
  };
}

const joined = (said: readonly unknown[]) => said.map(String).sort().join(", ");

/** A restriction's state, its date, and its greatest lifetime where it has one. */
export function restriction(
  name: string,
  list: List,
  type: string,
  about: string,
  lifetime?: string,
): Readonly<Record<string, GraphAttribute>> {
  const path = `${list}.${type}`;
  return {
    [`${name}_state`]: graph(word(`${path}.state`, ["enabled", "disabled"], about), {
      lens: ofBoth(
        list,
        type,
        (one) => (one === undefined ? "disabled" : (one.state ?? "enabled")),
        (state) => ({ state }),
        joined,
      ),
    }),
    ...(lifetime === undefined
      ? {}
      : {
          [`${name}_in_days`]: graph(whole(`${path}.maxLifetime`, [1, 3650], lifetime), {
            lens: ofBoth(
              list,
              type,
              (one) => daysOf(one?.maxLifetime),
              (days) => ({ maxLifetime: typeof days === "number" ? daysText(days) : null }),
              () => undefined,
            ),
          }),
        }),
    [`${name}_apps_from`]: graph(
      instant(
        `${path}.restrictForAppsCreatedAfterDateTime`,
        `The restriction is for applications created from then on; ${ALL_APPLICATIONS} is all of them.`,
        { example: ALL_APPLICATIONS },
      ),
      {
        lens: ofBoth(
          list,
          type,
          (one) =>
            one === undefined ? undefined : (one.restrictForAppsCreatedAfterDateTime ?? ALL_APPLICATIONS),
          (from) => ({ restrictForAppsCreatedAfterDateTime: from ?? ALL_APPLICATIONS }),
          () => undefined,
        ),
      },
    ),
  };
}
