import { CfnHostedZone, type CfnRecordSet } from "aws-cdk-lib/aws-route53";
import { CfnOutput, Fn, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct, type IConstruct } from "constructs";
import * as v from "valibot";
import { dataProps, readProps } from "../../../constructs/read-props";
import { isToken } from "../../../constructs/tokens";
import type { MailZone, ServedPolicy } from "../../../constructs/zone/mail-zone";
import { requireInside } from "../../../constructs/zone/require-inside";
import { requireTtl } from "../../../constructs/zone/require-ttl";
import { type DnsName, parseName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { FaultError, unwrap } from "../../../lib/fault";
import { agrees } from "../../../lib/schema/agree";
import { text } from "../../../lib/schema/scalars";
import { closed, may } from "../../../lib/schema/shapes";
import { route53 } from "../index";
import { recordFaults } from "../limits";
import { Route53Policy } from "./route53-policy";
import { Route53RecordSet, type ZoneReference } from "./route53-record-set";

/** A hosted zone that exists, given by its id. */
export interface Route53ZoneById {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
  /** `Z…`, or a token. */
  readonly hostedZoneId: string;
}

/** A hosted zone that exists, which CloudFormation finds by its name at each deployment. */
export interface Route53ZoneByName {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
}

/** A hosted zone that this stack creates, and leaves where it is when the stack goes. */
export interface Route53ZoneCreated {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
  /** What becomes of the zone when the stack goes. @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

const KIND = "Route53Zone";
const ById = agrees<Route53ZoneById>()(closed({ zoneName: text, hostedZoneId: text }));
const ByName = agrees<Route53ZoneByName>()(closed({ zoneName: text }));
const Created = agrees<Route53ZoneCreated>()(
  closed({ zoneName: text, removalPolicy: may(v.picklist(Object.values(RemovalPolicy))) }),
);

/**
 * A public hosted zone at Route 53, for a construct tree of the AWS CDK. Made by {@link Route53Zone.fromHostedZoneId},
 * {@link Route53Zone.fromZoneName} or {@link Route53Zone.create}.
 *
 * All resources stand below the zone, whoever asks for them: a record set by its type and name, a policy by its host. So
 * logical ids hang on the zone's own path and on what Route 53 itself knows a thing by.
 */
export class Route53Zone extends Construct implements MailZone<CfnRecordSet> {
  /** @throws FaultError if `zoneName` is no DNS name */
  static fromHostedZoneId(scope: Construct, id: string, props: Route53ZoneById): Route53Zone {
    const known = readProps(KIND, ById, dataProps(KIND, props));
    return new Route53Zone(scope, id, known.zoneName, () => ({ hostedZoneId: known.hostedZoneId }));
  }

  /**
   * Of two zones with this name CloudFormation takes neither, and a policy cannot be served.
   * @throws FaultError if `zoneName` is no DNS name
   */
  static fromZoneName(scope: Construct, id: string, props: Route53ZoneByName): Route53Zone {
    const known = readProps(KIND, ByName, dataProps(KIND, props));
    return new Route53Zone(scope, id, known.zoneName, ({ zoneName }) => ({ hostedZoneName: `${zoneName}.` }));
  }

  /**
   * The stack's outputs tell the zone's id and its name servers, which the registrar has to be told.
   * @throws FaultError if `zoneName` is no DNS name
   */
  static create(scope: Construct, id: string, props: Route53ZoneCreated): Route53Zone {
    const known = readProps(KIND, Created, dataProps(KIND, props));
    return new Route53Zone(scope, id, known.zoneName, (zone) => {
      const created = new CfnHostedZone(zone, "Resource", { name: `${zone.zoneName}.` });
      created.applyRemovalPolicy(known.removalPolicy ?? RemovalPolicy.RETAIN);
      new CfnOutput(zone, "HostedZoneId", { value: created.ref });
      new CfnOutput(zone, "NameServers", { value: Fn.join(" ", created.attrNameServers) });
      return { hostedZoneId: created.ref };
    });
  }

  readonly zoneName: DnsName;
  private readonly reference: ZoneReference;
  private readonly sets = new Map<string, Route53RecordSet>();
  private readonly kept = new Map<string, DnsRecord[]>();

  private constructor(
    scope: Construct,
    id: string,
    zoneName: string,
    locate: (zone: Route53Zone) => ZoneReference,
  ) {
    super(scope, id);
    this.zoneName = unwrap(`zone ${zoneName}`, parseName(zoneName));
    this.reference = locate(this);
  }

  /** The zone's id; `undefined` where only CloudFormation finds it out. */
  get hostedZoneId(): string | undefined {
    return "hostedZoneId" in this.reference ? this.reference.hostedZoneId : undefined;
  }

  /** @returns the record set that holds the record, which several records share */
  add(_scope: Construct, _id: string, record: DnsRecord, after: readonly IConstruct[] = []): CfnRecordSet {
    requireInside(this.zoneName, record.name);
    requireTtl(this.zoneName, route53, record);
    const faults = isToken(recordText(record)) ? [] : recordFaults(record, this.zoneName);
    if (faults.length > 0) throw new FaultError(`zone ${this.zoneName}`, faults);
    const set = this.setOf(record);
    set.add(record, after);
    return set.resource;
  }

  /**
   * Keeps a record of somebody else. Route 53 has one set for each name and type: where records of this zone are in it,
   * the kept one is written beside them; where none is, nobody touches it.
   */
  keep(record: DnsRecord): void {
    requireInside(this.zoneName, record.name);
    const key = keyOf(record);
    const set = this.sets.get(key);
    if (set) set.keep(record);
    else this.kept.set(key, [...(this.kept.get(key) ?? []), record]);
  }

  /**
   * Serves the policy by an API of its own, with a certificate that is proven in this zone.
   * @throws FaultError if the zone is given by its name: a certificate needs its id
   */
  servePolicy(_scope: Construct, _id: string, policy: ServedPolicy): IConstruct {
    requireInside(this.zoneName, policy.host);
    const { hostedZoneId } = this;
    if (hostedZoneId === undefined) {
      throw new FaultError(`zone ${this.zoneName}`, [
        {
          message: "the certificate of a policy needs the id of the hosted zone",
          expected: "a zone by its id",
          fix: "use Route53Zone.fromHostedZoneId, or hosting: external",
        },
      ]);
    }
    return new Route53Policy(this, `Policy ${policy.host}`, hostedZoneId, policy);
  }

  private setOf(record: DnsRecord): Route53RecordSet {
    const key = keyOf(record);
    const there = this.sets.get(key);
    if (there) return there;
    const { zoneName: name, reference } = this;
    const set = new Route53RecordSet(this, { name, reference }, record.name, record.type);
    this.sets.set(key, set);
    for (const foreign of this.kept.get(key) ?? []) set.keep(foreign);
    this.kept.delete(key);
    return set;
  }
}

const keyOf = ({ name, type }: DnsRecord) => `${type} ${name}`;

function recordText(record: DnsRecord): string {
  return record.type === "TXT" ? record.value : "";
}
