import { HOSTS } from "../../hosts/index";
import type { DeclaredDomain } from "../declare/estate";
import { isStandIn } from "../dns/name";
import { type DnsRecord, recordData } from "../dns/record";
import { quoteTxt } from "../dns/txt";
import { Attributes } from "../plan/attributes";
import type { Action, Plan, ResourceChange } from "../plan/plan";

/** What an estate declares of its domains. */
type Domains = readonly DeclaredDomain[];

/**
 * Plans of the stacks that no Terraform plans, as if what the base branch's estate declares were what is there: each
 * record set of a domain at Route 53, with the values of others that it keeps, and each policy that is served there. A
 * domain that has left the estate is not among them: its stack and what it published stay.
 * @param base what the estate declared before the change
 * @param change what it declares with the change
 */
export function declaredPlans(base: Domains, change: Domains): readonly Plan[] {
  const before = new Map(base.filter(isOfAwsCdk).map((one) => [one.estate.name, one]));
  return change.filter(isOfAwsCdk).map((after): Plan => {
    const { name: stack } = after.estate;
    const was = before.get(stack);
    // A set in another zone is another one, whatever it is called.
    const moved = was !== undefined && zoneIdOf(was) !== zoneIdOf(after);
    const sides = {
      before: was ? objectsOf(was, moved ? ` in ${zoneIdOf(was)}` : "") : new Map<string, Declared>(),
      after: objectsOf(after, ""),
    };
    const addresses = [...new Set([...sides.before.keys(), ...sides.after.keys()])].sort();
    const zones = [after, ...(was && moved ? [was] : [])];
    return {
      stack,
      changes: addresses.map((at) => changeOf(stack, at, sides.before.get(at), sides.after.get(at))),
      dataObjects: zones.map((one) => ({
        address: `zone ${zoneIdOf(one)}`,
        type: "aws_route53_zone",
        values: new Attributes({ name: one.estate.zone.name, zone_id: zoneIdOf(one) }),
      })),
      drift: [],
      unread: [],
      incomplete: false,
      checks: [],
    };
  });
}

/** Names of the domains whose stacks no Terraform plans. */
export function notPlanned(domains: Domains): readonly string[] {
  return domains.filter(isOfAwsCdk).map(({ estate: { name } }) => name);
}

function isOfAwsCdk({ estate: { zone } }: DeclaredDomain): boolean {
  return HOSTS[zone.host].stackKind === "aws";
}

/** One resource of a stack: its type in CloudFormation, and its values as the readers of plans take them. */
interface Declared {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Is a value among them that only a deployment knows? */
  readonly unknown: Readonly<Record<string, true>>;
}

/** The zone by its id, or by its name where CloudFormation looks it up or makes it. */
function zoneIdOf({ estate: { zone } }: DeclaredDomain): string {
  return zone.source.by === "id" ? zone.source.id : zone.name;
}

/** By what tells one from the others, in words, with the suffix behind. */
function objectsOf(domain: DeclaredDomain, suffix: string): ReadonlyMap<string, Declared> {
  const { declaration, kept } = domain;
  const sets = new Map<string, DnsRecord[]>();
  for (const { record } of declaration.records) {
    const key = addressOf(record);
    const set = sets.get(key);
    if (set) set.push(record);
    else sets.set(key, [record]);
  }
  const others = new Map<string, string[]>();
  for (const { record } of kept)
    others.set(addressOf(record), [...(others.get(addressOf(record)) ?? []), setValue(record)]);
  return new Map<string, Declared>([
    ...[...sets].map(([key, records]) => {
      const [{ name, type }] = records as [DnsRecord];
      const isUnknown = records.some((record) => isStandIn(targetOf(record)));
      const values = {
        name,
        fqdn: name,
        type,
        zone_id: zoneIdOf(domain),
        ttl: Math.min(...records.map(({ ttl }) => ttl)),
        // Where none of the domain's own is in the set nobody writes it, and what others have there stays.
        records: [...new Set([...records.map(setValue), ...(others.get(key) ?? [])])].sort(),
      };
      const unknown: Declared["unknown"] = isUnknown ? { records: true } : {};
      return [`${key}${suffix}`, { type: "AWS::Route53::RecordSet", values, unknown }] as const;
    }),
    ...declaration.mtaSts
      .filter(({ hosting }) => hosting === "zone")
      .map(({ host, policy }) => {
        const values = { host, policy };
        return [
          `policy at ${host}${suffix}`,
          { type: "AWS::ApiGatewayV2::Api", values, unknown: {} },
        ] as const;
      }),
  ]);
}

function addressOf({ name, type }: Pick<DnsRecord, "name" | "type">): string {
  return `record set ${type} ${name}`;
}

/** Where a record leads, of types that may lead where only a deployment knows. */
function targetOf(record: DnsRecord): string {
  return record.type === "MX" ? record.exchange : record.type === "CNAME" ? record.target : "";
}

/** One value of a record set, as the provider aws shows it in plans. */
function setValue(record: DnsRecord): string {
  if (record.type === "TXT") return quoteTxt(record.value, 8);
  if (record.type === "CAA") return `${record.flags} ${record.tag} ${quoteTxt(record.value, 8)}`;
  return recordData(record);
}

function changeOf(
  stack: string,
  address: string,
  before: Declared | undefined,
  after: Declared | undefined,
): ResourceChange {
  const type = (after ?? before)?.type ?? "";
  const attributes = (one: Declared) => new Attributes(one.values, one.unknown);
  return {
    stack,
    address,
    type,
    action: actionOf(before, after),
    deposed: false,
    imported: false,
    ...(before ? { before: attributes(before) } : {}),
    ...(after ? { after: attributes(after) } : {}),
    refersTo: () => [],
    writes: () => true,
  };
}

function actionOf(before: Declared | undefined, after: Declared | undefined): Action {
  if (!before) return "create";
  if (!after) return "delete";
  return JSON.stringify(before) === JSON.stringify(after) ? "none" : "update";
}
