import { isMapping } from "../../../../lib/mapping";
import type { GraphObject } from "../../../graph/types";
import { objects } from "../../../http/json";
import { flag, instant, whole, word } from "../../attribute";
import { daysOf, daysText } from "../durations";
import { type GraphAttribute, type GraphTable, graph } from "../graph-table";
import type { Lens } from "../lens";

/** From when on, where a restriction is for all applications, whenever they were created. */
const ALWAYS = "0001-01-01T00:00:00Z";

/** Application objects, and their service principals: a restriction is declared for both. */
const SCOPES = ["applicationRestrictions", "servicePrincipalRestrictions"] as const;

type List = "passwordCredentials" | "keyCredentials";

/** A restriction as it is where it was never set. */
const fresh = (restrictionType: string): GraphObject => ({
  restrictionType,
  state: "enabled",
  maxLifetime: null,
  restrictForAppsCreatedAfterDateTime: ALWAYS,
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
function restriction(
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
        `The restriction is for applications created from then on; ${ALWAYS} is all of them.`,
        { example: ALWAYS },
      ),
      {
        lens: ofBoth(
          list,
          type,
          (one) => (one === undefined ? undefined : (one.restrictForAppsCreatedAfterDateTime ?? ALWAYS)),
          (from) => ({ restrictForAppsCreatedAfterDateTime: from ?? ALWAYS }),
          () => undefined,
        ),
      },
    ),
  };
}

export const defaultAppManagementPolicy: GraphTable = {
  noun: "DefaultAppManagementPolicy",
  kind: "singleton",
  about:
    "Which passwords and certificates applications may have, for how long, unless a policy of their own says otherwise.",
  graph: {
    path: "policies/defaultAppManagementPolicy",
    read: "Policy.Read.All",
    write: "Policy.ReadWrite.ApplicationConfiguration",
  },
  attributes: {
    enabled: flag("isEnabled", "Is any of it held?"),
    ...restriction(
      "password_addition",
      "passwordCredentials",
      "passwordAddition",
      "Are new passwords (client secrets) refused?",
    ),
    ...restriction(
      "custom_password_addition",
      "passwordCredentials",
      "customPasswordAddition",
      "Are passwords refused that Entra ID did not make?",
    ),
    ...restriction(
      "password_lifetime",
      "passwordCredentials",
      "passwordLifetime",
      "Is the lifetime of passwords limited?",
      "For how many days a password may be valid.",
    ),
    ...restriction(
      "symmetric_key_addition",
      "passwordCredentials",
      "symmetricKeyAddition",
      "Are new symmetric keys refused?",
    ),
    ...restriction(
      "symmetric_key_lifetime",
      "passwordCredentials",
      "symmetricKeyLifetime",
      "Is the lifetime of symmetric keys limited?",
      "For how many days a symmetric key may be valid.",
    ),
    ...restriction(
      "certificate_lifetime",
      "keyCredentials",
      "asymmetricKeyLifetime",
      "Is the lifetime of certificates limited?",
      "For how many days a certificate may be valid.",
    ),
  },
  source: "https://learn.microsoft.com/graph/api/resources/tenantappmanagementpolicy",
  role: "Cloud Application Administrator",
  notes: [
    "Each restriction is set for applications and for service principals alike; one that was there for one of them is read as what both say.",
    "Policies for single applications, excluded callers, and restrictions of identifier URIs stay as they are.",
  ],
  example: {
    enabled: true,
    password_addition_state: "enabled",
    certificate_lifetime_state: "enabled",
    certificate_lifetime_in_days: 365,
  },
};
