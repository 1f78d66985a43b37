import { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import { Lazy } from "aws-cdk-lib/core";
import { Construct, type IConstruct } from "constructs";
import { isToken } from "../../../constructs/tokens";
import { type DnsName, relativeTo } from "../../../lib/dns/name";
import type { DnsRecord, DnsRecordType } from "../../../lib/dns/record";
import { FaultError } from "../../../lib/fault";
import { route53Value } from "./route53-record";

/** How a record set names its zone. */
export type ZoneReference = { readonly hostedZoneId: string } | { readonly hostedZoneName: string };

/**
 * All records of one name and type, which Route 53 keeps as one thing. Parts of a mail domain add theirs one by one, in
 * any order: values are sorted, and the lowest TTL counts, since a set has one (RFC 2181 §5.2).
 */
export class Route53RecordSet extends Construct {
  readonly resource: CfnRecordSet;
  private readonly values = new Set<string>();
  private readonly foreign = new Set<string>();
  private ttl = Number.POSITIVE_INFINITY;

  constructor(
    scope: Construct,
    zone: { readonly name: DnsName; readonly reference: ZoneReference },
    private readonly name: DnsName,
    private readonly type: DnsRecordType,
  ) {
    // The set's name and type say which one it is at Route 53, and so to CloudFormation: never a value or a role, of
    // which it may have several.
    super(scope, `${type} ${relativeTo(name, zone.name) || "@"}`);
    this.resource = new CfnRecordSet(this, "Resource", {
      ...zone.reference,
      name: `${name}.`,
      type,
      ttl: Lazy.string({ produce: () => String(this.ttl) }),
      resourceRecords: Lazy.list({ produce: () => this.sortedValues() }),
    });
  }

  /**
   * Adds a record of this name and type.
   * @param after what must be in place before the set
   * @throws FaultError if it is a second alias
   */
  add(record: DnsRecord, after: readonly IConstruct[]): void {
    const value = route53Value(record);
    if (this.type === "CNAME" && this.values.size > 0 && !this.values.has(value)) {
      throw new FaultError(`record set ${this.name}`, [
        {
          message: "two aliases at one name",
          received: [...this.values, value].filter((target) => !isToken(target)).join(", "),
          expected: "one CNAME alone at its name (RFC 1034 §3.6.2)",
        },
      ]);
    }
    this.values.add(value);
    this.ttl = Math.min(this.ttl, record.ttl);
    const others = after.filter((construct) => construct !== this.resource);
    if (others.length > 0) this.resource.node.addDependency(...others);
  }

  /** Keeps a value of somebody else in the set. */
  keep(record: DnsRecord): void {
    this.foreign.add(route53Value(record));
  }

  private sortedValues(): string[] {
    return [...new Set([...this.values, ...this.foreign])].sort();
  }
}
