import type { GraphClient, GraphObject, GraphVersion } from "../../graph/types";
import { CloudError } from "../../http/cloud-error";
import { objects, text } from "../../http/json";

/** One object of Graph's, as a table asks for it. */
export interface Asking {
  readonly graph: GraphClient;
  readonly version: GraphVersion;
  readonly signal: AbortSignal;
  /** The value that says which of several it is. */
  readonly key: string | undefined;
  /** Makes a call; a refusal is told as of this request. `needs` is the least application permission. */
  calling<T>(request: string, call: (needs: string) => Promise<T>): Promise<T>;
}

/** How an object that is no entity at one path is read and changed. */
export interface GraphAccess {
  /** The object, with whatever else `write` has to know of it under keys that begin with `@`. */
  read(asking: Asking): Promise<GraphObject>;
  /** @param after what it is to be; something of it differs from `before` */
  write(asking: Asking, before: GraphObject, after: GraphObject): Promise<void>;
}

/** What differs: each property is replaced whole, and holds all that it held before. */
export function changesOf(before: GraphObject, after: GraphObject): GraphObject {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  );
}

/** An entity that is only replaced whole, by `PUT` of these properties. */
export function replacedWhole(path: string, properties: readonly string[]): GraphAccess {
  return {
    read: ({ graph, version, signal, calling }) =>
      calling(`GET ${path}`, (needs) => graph.get(path, { version, signal, needs })),
    write: ({ graph, version, signal, calling }, _, after) => {
      const body = Object.fromEntries(properties.map((name) => [name, after[name] ?? null]));
      return calling(`PUT ${path}`, (needs) => graph.put(path, body, { version, signal, needs }));
    },
  };
}

const SETTINGS = "groupSettings";
const TEMPLATES = "groupSettingTemplates";

/**
 * The directory settings of one template, by name. A tenant that never changed one has none of them: then the template says
 * what holds, and the first change makes them.
 */
export function settingsOf(template: string): GraphAccess {
  const isOurs = ({ templateId }: GraphObject) => text(templateId)?.toLowerCase() === template;
  return {
    async read({ graph, version, signal, calling }) {
      const all = await calling(`GET ${SETTINGS}`, (needs) =>
        graph.list(SETTINGS, { version, signal, needs }),
      );
      const found = all.find(isOurs);
      if (found) return { ...byName(objects(found.values), "value"), "@id": found.id };
      const path = `${TEMPLATES}/${template}`;
      const usual = await calling(`GET ${path}`, (needs) => graph.get(path, { version, signal, needs }));
      return byName(objects(usual.values), "defaultValue");
    },
    async write({ graph, version, signal, calling }, before, after) {
      const values = Object.entries(after).flatMap(([name, value]) =>
        name.startsWith("@") ? [] : [{ name, value }],
      );
      const id = text(before["@id"]);
      if (id === undefined) {
        await calling(`POST ${SETTINGS}`, (needs) =>
          graph.post(SETTINGS, { templateId: template, values }, { version, signal, needs }),
        );
        return;
      }
      const path = `${SETTINGS}/${encodeURIComponent(id)}`;
      await calling(`PATCH ${path}`, (needs) => graph.patch(path, { values }, { version, signal, needs }));
    },
  };
}

function byName(values: readonly GraphObject[], property: string): GraphObject {
  return Object.fromEntries(
    values.flatMap((one) => {
      const name = text(one.name);
      return name === undefined ? [] : [[name, text(one[property]) ?? ""]];
    }),
  );
}

const ASSIGNMENTS = "policies/roleManagementPolicyAssignments";

/**
 * The rules by which Privileged Identity Management gives a directory role, each under its id.
 * @param idOf the role's template id
 */
export function rulesOfRole(idOf: (key: string) => string): GraphAccess {
  return {
    async read({ graph, version, signal, key = "", calling }) {
      const role = idOf(key);
      const filter = `scopeId eq '/' and scopeType eq 'DirectoryRole' and roleDefinitionId eq '${role.replaceAll("'", "''")}'`;
      const [assignment] = await calling(`GET ${ASSIGNMENTS}`, (needs) =>
        graph.list(`${ASSIGNMENTS}?$filter=${encodeURIComponent(filter)}`, { version, signal, needs }),
      );
      const policy = text(assignment?.policyId);
      const path = `policies/roleManagementPolicies/${encodeURIComponent(policy ?? "")}/rules`;
      return calling(`GET ${path}`, async (needs) => {
        if (policy === undefined) {
          const message = `Privileged Identity Management has no rules for ${role}.`;
          throw new CloudError({ status: 404, code: "no-rules", message });
        }
        const rules = await graph.list(path, { version, signal, needs });
        return {
          ...Object.fromEntries(
            rules.flatMap((rule) => (text(rule.id) === undefined ? [] : [[text(rule.id), rule]])),
          ),
          "@path": path,
        };
      });
    },
    async write({ graph, version, signal, calling }, before, after) {
      for (const [id, rule] of Object.entries(changesOf(before, after))) {
        const path = `${String(before["@path"])}/${encodeURIComponent(id)}`;
        await calling(`PATCH ${path}`, (needs) =>
          graph.patch(path, rule as GraphObject, { version, signal, needs, idempotent: true }),
        );
      }
    },
  };
}
