import type { Api, Part, Right } from "./row";
import { ROWS } from "./table";

/** Something that an estate's stacks hold. */
export interface Use {
  /** The row's key: `azuread_group`, `data.azuread_users`. */
  readonly key: string;
  /** The construct that it stands in, for rows that tell features apart by it. */
  readonly construct?: string | undefined;
  readonly stack: string;
  /** The environment's variables that open the API, in words. */
  readonly credentials: string;
}

/** A feature of the estate, and the stacks that have it. */
interface Cause {
  readonly feature: string;
  readonly stacks: readonly string[];
}

/** One right, what it is for, and who asks. */
export interface Need {
  readonly api: Api;
  readonly credentials: string;
  readonly right: string;
  readonly plan: boolean;
  readonly apply: boolean;
  readonly causes: readonly Cause[];
}

/** What includes other rights. Names as the APIs have them. */
const INCLUDES: Readonly<Record<string, readonly string[]>> = {
  "Group.ReadWrite.All": ["Group.Read.All", "Group.Create", "GroupMember.Read.All"],
  "Directory.Read.All": ["User.Read.All", "Group.Read.All", "GroupMember.Read.All", "Organization.Read.All"],
  "Policy.Read.All": ["Policy.Read.AuthenticationMethod"],
  "Policy.ReadWrite.AuthenticationMethod": ["Policy.Read.AuthenticationMethod"],
  "Domain.ReadWrite.All": ["Domain.Read.All"],
  "Zone › DNS › Edit": ["Zone › DNS › Read"],
  "Zone › Zone › Edit": ["Zone › Zone › Read"],
  "Account › Workers Scripts › Edit": ["Account › Workers Scripts › Read"],
  "DNS Zone Contributor": ["Reader"],
  "Organization Management": ["View-Only Organization Management"],
  "s3:PutObject": ["s3:PutObject of *.tflock"],
};

interface Demand {
  readonly right: Right;
  readonly feature: string;
  readonly stack: string;
}

/** Keys that the table has no row for: what they take is not known. */
export function unknownKeys(uses: readonly Use[]): readonly string[] {
  return [...new Set(uses.map(({ key }) => key))].filter((key) => !ROWS.has(key)).sort();
}

/** The least set of rights that does what is used, sorted; of several that would do, one that something else asks for. */
export function needsOf(uses: readonly Use[]): readonly Need[] {
  const groups = new Map<string, { api: Api; credentials: string; plan: Demand[]; apply: Demand[] }>();
  for (const { key, construct, stack, credentials } of uses) {
    const row = ROWS.get(key);
    for (const part of row?.parts ?? []) {
      const id = JSON.stringify([part.api, credentials]);
      const group = groups.get(id) ?? { api: part.api, credentials, plan: [], apply: [] };
      groups.set(id, group);
      const feature = featureOf(row?.feature ?? "", construct);
      group.plan.push(...part.plan.map((right) => ({ right, feature, stack })));
      group.apply.push(...rightsToApply(part).map((right) => ({ right, feature, stack })));
    }
  }
  return [...groups.values()]
    .flatMap(({ api, credentials, plan, apply }) => {
      const [toPlan, toApply] = [leastOf(plan), leastOf(apply)];
      return [...new Set([...toPlan, ...toApply])].map((right) => ({
        api,
        credentials,
        right,
        plan: toPlan.includes(right),
        apply: toApply.includes(right),
        causes: causesOf(toApply.includes(right) ? apply : plan, right),
      }));
    })
    .sort(
      (a, b) => compare(a.api, b.api) || compare(a.credentials, b.credentials) || compare(a.right, b.right),
    );
}

/** An apply reads first. */
export function rightsToApply({ plan, apply }: Part): readonly Right[] {
  return [...plan, ...apply];
}

/** The fewest rights that meet demands, without those that others include. */
function leastOf(demands: readonly Pick<Demand, "right">[]): readonly string[] {
  const chosen = new Set(demands.flatMap(({ right }) => (typeof right === "string" ? [right] : [])));
  for (const { right } of demands) {
    if (typeof right !== "string" && !right.some((one) => chosen.has(one))) chosen.add(right[0]);
  }
  const all = [...chosen];
  return all.filter((right) => !all.some((other) => INCLUDES[other]?.includes(right))).sort(compare);
}

function featureOf(
  feature: string | Readonly<Record<string, string>>,
  construct: string | undefined,
): string {
  if (typeof feature === "string") return feature;
  return feature[construct ?? ""] ?? [...new Set(Object.values(feature))].join(" or ");
}

function causesOf(demands: readonly Demand[], right: string): readonly Cause[] {
  const met = (wanted: Right) =>
    (typeof wanted === "string" ? [wanted] : wanted).some(
      (one) => one === right || INCLUDES[right]?.includes(one),
    );
  const stacks = new Map<string, Set<string>>();
  for (const { right: wanted, feature, stack } of demands) {
    if (met(wanted)) stacks.set(feature, (stacks.get(feature) ?? new Set()).add(stack));
  }
  return [...stacks]
    .map(([feature, names]) => ({ feature, stacks: [...names].sort(compare) }))
    .sort((a, b) => compare(a.feature, b.feature));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
