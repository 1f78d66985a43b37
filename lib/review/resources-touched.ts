import type { DnsName } from "../dns/name";
import type { Plan, ResourceChange } from "../plan/plan";
import type { ReviewContext } from "./context";
import type { Domains } from "./domains";
import type { ResourceFact } from "./resources/resource-fact";
import { type Contribution, whereOf } from "./side";
import type { OtherResources, Touched } from "./subject";
import { type Kinds, tenantOf } from "./tenants";

/** What Terraform touches, by whom it concerns. */
export interface SortedResources {
  /** By `domain <name>` or `tenant <name>`. */
  readonly touched: ReadonlyMap<string, readonly Touched[]>;
  readonly others: readonly OtherResources[];
}

export function sortResources(
  plans: readonly Plan[],
  sides: Readonly<Record<"before" | "after", readonly Contribution[]>>,
  domains: Domains,
  context: ReviewContext,
  kinds: Kinds,
): SortedResources {
  const owners = new Map<ResourceChange, string>();
  const all = [...sides.before, ...sides.after];
  const hosts = new Map(
    all.flatMap(({ fact }) => (fact.kind === "worker host" ? [[fact.script, fact.host] as const] : [])),
  );
  for (const one of all) {
    const tenant = tenantOf(one, context);
    const name = nameOf(one.fact, hosts);
    const domain = name === undefined ? undefined : domains.ownerOf(name);
    if (tenant !== undefined && kinds.has(tenant)) owners.set(one.change, `tenant ${tenant}`);
    else if (domain !== undefined) owners.set(one.change, `domain ${domain}`);
  }
  const touched = new Map<string, Touched[]>();
  const others = new Map<string, OtherResources>();
  for (const change of plans.flatMap(({ changes }) => changes)) {
    const action = touchOf(change);
    if (!action) continue;
    const owner = owners.get(change);
    if (owner === undefined) {
      const key = `${change.type} ${action}`;
      others.set(key, { type: change.type, action, count: (others.get(key)?.count ?? 0) + 1 });
      continue;
    }
    const { previousAddress } = change;
    const { address = change.address } = whereOf(change, plans.length > 1);
    const list = touched.get(owner) ?? [];
    list.push({
      address,
      action,
      ...(previousAddress === undefined ? {} : { previousAddress }),
      ...(change.imported && action !== "import" ? { imported: true } : {}),
    });
    touched.set(owner, list);
  }
  return { touched, others: [...others].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one) };
}

function touchOf({ action, imported, previousAddress }: ResourceChange): Touched["action"] | undefined {
  if (action !== "none") return action;
  if (imported) return "import";
  return previousAddress === undefined ? undefined : "move";
}

/** The DNS name that something stands at; a policy's, where its Worker answers. */
function nameOf(fact: ResourceFact, hosts: ReadonlyMap<string, DnsName>): DnsName | undefined {
  switch (fact.kind) {
    case "record":
      return fact.record.name;
    case "unknown record":
      return fact.name;
    case "worker host":
      return fact.host;
    case "policy worker":
      return hosts.get(fact.script);
    default:
      return undefined;
  }
}
