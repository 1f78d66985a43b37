import { inEstate, type Value } from "../../lib/exchange/objects";
import type { Mapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { ReadObject } from "../../lib/tenant-reading/reading";
import { type GraphTable, lensOf } from "../objects/graph/graph-table";
import { METHODS } from "../objects/graph/methods/method";
import { authenticationMethod } from "../objects/graph/tables/authentication-method";
import { domainPasswordPolicy } from "../objects/graph/tables/domain-password-policy";
import { titleOf } from "../objects/table";
import { type Answered, entityIn, membersIn, together } from "./answers";
import { kindOf, put } from "./decode-objects";
import { graphFile } from "./sources";

/** All objects of a table of Graph that the evidence shows. */
export function settingsIn(table: GraphTable, evidence: Evidence): Answered<readonly ReadObject[]> {
  if (table === authenticationMethod) return methodsIn(evidence);
  if (table === domainPasswordPolicy) return passwordPoliciesIn(evidence);
  const entity = entityIn(evidence, graphFile(table.graph.path));
  if (entity.is === "not read") return entity;
  return { is: "known", value: [settingOf(table, entity.value)] };
}

/** A tenant may lack a method: then there is none, and the others are known all the same. */
function methodsIn(evidence: Evidence): Answered<readonly ReadObject[]> {
  const answers = METHODS.map((method): Answered<readonly ReadObject[]> => {
    const entity = entityIn(evidence, graphFile(authenticationMethod.graph.path.replace("{}", method)));
    if (entity.is === "known") {
      return { is: "known", value: [settingOf(authenticationMethod, entity.value, method)] };
    }
    return isAbsent(evidence, method) ? { is: "known", value: [] } : entity;
  });
  const all = together(answers);
  return all.is === "known" ? { is: "known", value: all.value.flat() } : all;
}

function isAbsent({ answers }: Evidence, method: string): boolean {
  const body = answers[graphFile(authenticationMethod.graph.path.replace("{}", method))];
  return (body as { readonly error?: { readonly status?: unknown } } | undefined)?.error?.status === 404;
}

/** Of domains that have one: those that are verified, no subdomains and not federated. */
function passwordPoliciesIn(evidence: Evidence): Answered<readonly ReadObject[]> {
  const domains = membersIn(evidence, graphFile("domains"));
  if (domains.is === "not read") return domains;
  const own = domains.value.filter(
    ({ isVerified, isRoot, authenticationType }) =>
      isVerified === true && isRoot !== false && authenticationType !== "Federated",
  );
  const named = own.flatMap((domain) =>
    typeof domain.id === "string" ? [settingOf(domainPasswordPolicy, domain, domain.id.toLowerCase())] : [],
  );
  return { is: "known", value: named.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function settingOf(table: GraphTable, entity: Mapping, key?: string): ReadObject {
  const values: Record<string, Value> = {};
  const unknown: string[] = [];
  for (const [attribute, facts] of Object.entries(table.attributes)) {
    const name = inEstate(attribute);
    if (attribute === table.key && key !== undefined) values[name] = key;
    else if (facts.of === undefined || facts.of.includes(key ?? "")) {
      const raw = lensOf(facts).get(entity);
      put(name, facts, { has: raw !== undefined || isThere(entity, facts.parameter), raw }, values, unknown);
    }
  }
  const title = key ?? titleOf(table);
  return { kind: kindOf(table), id: title, name: title, values, unknown: unknown.sort() };
}

/** Does the entity have the property that an attribute stands in? */
function isThere(entity: Mapping, path: string): boolean {
  const [first = ""] = path.split(".");
  return Object.hasOwn(entity, first);
}
