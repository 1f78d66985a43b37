import type { GraphClient, GraphObject } from "../graph/types";
import { objects, text } from "../http/json";
import { bool, DiagnosticError, list, num, str } from "../plugin/index";
import { dataSource } from "./m365";
import { readable } from "./readable";

/** Connect Sync runs every 30 minutes, Cloud Sync more often; three hours without is a fault by Microsoft's own measure. */
const USUAL_AGE = 180;
const MINUTE = 60_000;
/** Clocks that differ by less are no news. */
const SKEW = 5;
const SHOWN = 20;

/**
 * Directory synchronization as an application may read it. What it may not: `onPremisesSynchronization`, which holds password
 * hash synchronization and is for people's tokens alone.
 * Source: https://learn.microsoft.com/graph/api/resources/organization
 */
export const directorySync = dataSource({
  description:
    "Directory synchronization: is it on, when did it last run, whom could it not provision, is there a licence for writing passwords back? For a check block; with assert, what is wrong is an error.",
  attributes: {
    max_age: num({
      optional: true,
      validate: (value) =>
        Number.isInteger(value) && value > 0 ? undefined : `got ${value}; expected whole minutes, 1 or more`,
      description: `Minutes since the last synchronization, at most. Default: ${USUAL_AGE}.`,
    }),
    licensed: bool({
      optional: true,
      description: "Has the tenant to have Entra ID P1 or P2, as password writeback needs? Default: false.",
    }),
    assert: bool({
      optional: true,
      description: "Is what is wrong an error? Default: false, it is a value.",
    }),
    enabled: bool({
      computed: true,
      description: "Is synchronization on? Not on in a tenant that never had it.",
    }),
    last_sync: str({
      computed: true,
      description: "When it last ran, as Graph says it; empty if it never did.",
    }),
    provisioning_errors: list(str(), {
      computed: true,
      description: `Users whose properties collide with another's, with the property; ${SHOWN} at most.`,
    }),
    passed: bool({ computed: true, description: "Is nothing wrong?" }),
    problems: list(str(), { computed: true, description: "What is wrong, in words." }),
  },

  async read({ max_age, licensed, assert }, { client, signal }) {
    const graph = reader(client.graph, signal);
    const organization = await graph.organization();
    const enabled = organization.onPremisesSyncEnabled === true;
    const last = text(organization.onPremisesLastSyncDateTime);
    const problems = [...ageProblems(organization, client.clock.now(), max_age ?? USUAL_AGE)];
    const conflicts = enabled ? await graph.conflicts() : [];
    if (conflicts.length > 0) {
      const more = conflicts.length > SHOWN ? `, and ${conflicts.length - SHOWN} more` : "";
      problems.push(
        `users that could not be provisioned whole: ${conflicts.slice(0, SHOWN).join(", ")}${more}`,
      );
    }
    if (licensed === true && !(await graph.hasPremium())) {
      problems.push("no Entra ID P1 or P2 is there, which users need for password writeback");
    }
    if (assert === true && problems.length > 0) {
      throw new DiagnosticError({
        summary: "directory synchronization is not as it has to be",
        detail: `${problems.join("; ")}.`,
      });
    }
    return {
      max_age: max_age ?? null,
      licensed: licensed ?? null,
      assert: assert ?? null,
      enabled,
      last_sync: last ?? "",
      provisioning_errors: conflicts.slice(0, SHOWN),
      passed: problems.length === 0,
      problems,
    };
  },
});

/** Whether it is on, and lately ran. What is not said is not taken for good. */
function ageProblems(organization: GraphObject, now: number, most: number): readonly string[] {
  const { onPremisesSyncEnabled: enabled } = organization;
  if (enabled === null || enabled === undefined) {
    return ["synchronization is expected, and this tenant is cloud-only: it has never been synchronized"];
  }
  if (enabled !== true) return ["synchronization was turned off"];
  const last = text(organization.onPremisesLastSyncDateTime);
  const at = last === undefined ? Number.NaN : Date.parse(last);
  if (Number.isNaN(at)) return ["synchronization is on, and when it last ran is not shown"];
  const age = Math.floor((now - at) / MINUTE);
  if (age < -SKEW)
    return [`the last synchronization was ${last}, which is still to come: one of the clocks is wrong`];
  return age > most ? [`the last synchronization was ${last}, ${age} minutes ago; at most ${most}`] : [];
}

/** Service plans of Entra ID P1 and P2. https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
const PREMIUM = ["AAD_PREMIUM", "AAD_PREMIUM_P2"];

function reader(graph: GraphClient, signal: AbortSignal) {
  const list = (path: string, needs: string) =>
    readable("directory synchronization", graph.list(path, { signal, needs }));
  return {
    async organization(): Promise<GraphObject> {
      const select = "$select=id,onPremisesSyncEnabled,onPremisesLastSyncDateTime";
      const [only, ...more] = await list(`organization?${select}`, "Organization.Read.All");
      if (only && more.length === 0) return only;
      throw new DiagnosticError({
        summary: "directory synchronization cannot be read",
        detail: `Graph shows ${more.length + (only ? 1 : 0)} organizations where there is one.`,
      });
    },
    /** `ann@contoso.com (proxyAddresses)`, sorted. */
    async conflicts(): Promise<readonly string[]> {
      const filter = encodeURIComponent(
        "onPremisesProvisioningErrors/any(e:e/category eq 'PropertyConflict')",
      );
      const select = "$select=id,userPrincipalName,onPremisesProvisioningErrors";
      const users = await list(`users?$filter=${filter}&${select}`, "User.Read.All");
      return users
        .map((user) => {
          const errors = objects(user.onPremisesProvisioningErrors);
          const properties = errors.flatMap(({ propertyCausingError }) => text(propertyCausingError) ?? []);
          const name = text(user.userPrincipalName) ?? text(user.id) ?? "?";
          return `${name} (${[...new Set(properties)].sort().join(", ") || "?"})`;
        })
        .sort();
    },
    async hasPremium(): Promise<boolean> {
      const skus = await list("subscribedSkus", "Organization.Read.All");
      return skus.some(
        (sku) =>
          sku.capabilityStatus === "Enabled" &&
          objects(sku.servicePlans).some(
            ({ servicePlanName, provisioningStatus }) =>
              provisioningStatus === "Success" && PREMIUM.includes(String(servicePlanName)),
          ),
      );
    },
  };
}
