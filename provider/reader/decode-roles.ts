import { ROLES } from "../../lib/identity/roles";
import { isMapping, type Mapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { ReadObject } from "../../lib/tenant-reading/reading";
import { CONSENT_POLICY_SETTINGS, consentSettings } from "../objects/graph/tables/consent-settings";
import { roleManagementPolicy } from "../objects/graph/tables/role-management-policy";
import { type Answered, entityIn, membersIn, together, unreadable } from "./answers";
import { settingOf } from "./decode-setting";
import { CONSENT_TEMPLATE, graphFile, ROLE_POLICIES, roleRulesSource } from "./sources";

// What Graph holds in parts: settings by name, and the rules of each role.

/** The settings on consent: the tenant's own, or, where it has never changed them, those of their template. */
export function consentSettingsIn(evidence: Evidence): Answered<readonly ReadObject[]> {
  const own = membersIn(evidence, graphFile("groupSettings"));
  if (own.is === "not read") return own;
  const found = own.value.find(
    ({ templateId }) => String(templateId).toLowerCase() === CONSENT_POLICY_SETTINGS,
  );
  if (found) return { is: "known", value: [settingOf(consentSettings, byName(found.values, "value"))] };
  const template = entityIn(evidence, graphFile(CONSENT_TEMPLATE));
  if (template.is === "not read") return template;
  return { is: "known", value: [settingOf(consentSettings, byName(template.value.values, "defaultValue"))] };
}

function byName(values: unknown, property: string): Mapping {
  const all = Array.isArray(values) ? values.filter(isMapping) : [];
  return Object.fromEntries(
    all.flatMap((one) => (typeof one.name === "string" ? [[one.name, one[property]] as const] : [])),
  );
}

/** A directory role, and the policy that says its rules. */
export interface RolePolicy {
  readonly role: string;
  readonly policy: string;
}

/** The roles that answers show: a policy of another form becomes no part of a question. */
export function rolePoliciesIn(assignments: readonly unknown[]): readonly RolePolicy[] {
  return assignments
    .filter(isMapping)
    .flatMap(({ roleDefinitionId: role, policyId: policy }) =>
      typeof role === "string" && typeof policy === "string" && /^[A-Za-z0-9_-]{1,200}$/.test(policy)
        ? [{ role: role.toLowerCase(), policy }]
        : [],
    );
}

/** The rules of each role that Privileged Identity Management has some for. */
export function roleRulesIn(evidence: Evidence): Answered<readonly ReadObject[]> {
  const file = graphFile(ROLE_POLICIES);
  const assignments = membersIn(evidence, file);
  if (assignments.is === "not read") return assignments;
  const roles = rolePoliciesIn(assignments.value);
  if (roles.length < assignments.value.length) return unreadable(file, "a list of roles with their policies");
  const all = together(
    roles.map(({ role, policy }): Answered<ReadObject> => {
      const rules = membersIn(evidence, roleRulesSource(policy).file);
      if (rules.is === "not read") return rules;
      const entity = Object.fromEntries(rules.value.map((rule) => [String(rule.id), rule]));
      return { is: "known", value: settingOf(roleManagementPolicy, entity, NAMES.get(role) ?? role) };
    }),
  );
  if (all.is === "not read") return all;
  return { is: "known", value: [...all.value].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(ROLES).map(([name, id]) => [id, name]));
