import type { TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { dataProps, readProps } from "../../../constructs/read-props";
import { literal, literalOrReference, type TerraformText } from "../../../constructs/terraform/text";
import { isToken } from "../../../constructs/tokens";
import type { MailZone, ServedPolicy } from "../../../constructs/zone/mail-zone";
import { requireInside } from "../../../constructs/zone/require-inside";
import { requireTtl } from "../../../constructs/zone/require-ttl";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { FaultError, unwrap } from "../../../lib/fault";
import { agrees } from "../../../lib/schema/agree";
import { flag, text } from "../../../lib/schema/scalars";
import { closed, may } from "../../../lib/schema/shapes";
import { azure } from "../index";
import { recordFaults } from "../limits";
import { AzureRecordSet } from "./azure-record-set";
import { DnsZone } from "./bindings";

/** A zone that exists, known by its resource group and name: nothing is looked up. */
export interface AzureZoneByName {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
  /** The name of the resource group, or a token. */
  readonly resourceGroup: string;
}

/** A zone that this stack creates, and will not destroy. */
export interface AzureZoneCreated extends AzureZoneByName {
  /** Refuse any plan that destroys the zone, and with it every record in it. @default true */
  readonly preventDestroy?: boolean;
}

const KIND = "AzureZone";
const ByName = agrees<AzureZoneByName>()(closed({ zoneName: text, resourceGroup: text }));
const Created = agrees<AzureZoneCreated>()(
  closed({ zoneName: text, resourceGroup: text, preventDestroy: may(flag) }),
);

/**
 * A public zone of Azure DNS, through provider `azurerm` 4. Made by {@link AzureZone.fromZoneName} or
 * {@link AzureZone.create}. Credentials come from the environment (`ARM_*`).
 *
 * All record sets stand below the zone, whoever asks for them, and are called by type and name: addresses in state hang on
 * what Azure itself knows a set by, never on a role, of which a set has several.
 */
export class AzureZone extends Construct implements MailZone<TerraformResource> {
  /** @throws FaultError if `zoneName` is no DNS name */
  static fromZoneName(scope: Construct, id: string, props: AzureZoneByName): AzureZone {
    const known = readProps(KIND, ByName, dataProps(KIND, props));
    return new AzureZone(scope, id, known, ({ zoneName }) => ({ reference: literal(zoneName) }));
  }

  /** @throws FaultError if `zoneName` is no DNS name */
  static create(scope: Construct, id: string, props: AzureZoneCreated): AzureZone {
    const known = readProps(KIND, Created, dataProps(KIND, props));
    return new AzureZone(scope, id, known, (zone) => {
      const created = new DnsZone(zone, "Resource", {
        name: literal(zone.zoneName),
        resourceGroupName: zone.resourceGroup,
        lifecycle: { preventDestroy: known.preventDestroy ?? true },
      });
      return { reference: created.name, nameServers: created.nameServers };
    });
  }

  readonly zoneName: DnsName;
  /** The resource group that the zone is in. */
  readonly resourceGroup: TerraformText;
  /** The name servers that the registrar is to be given, a list token; of a zone that is created. */
  readonly nameServers: readonly TerraformText[] | undefined;
  /** The zone's name as records refer to it: where the stack creates the zone they come after it. */
  private readonly reference: TerraformText;
  private readonly sets = new Map<string, AzureRecordSet>();
  private readonly kept = new Map<string, DnsRecord[]>();

  private constructor(
    scope: Construct,
    id: string,
    { zoneName, resourceGroup }: AzureZoneByName,
    locate: (zone: AzureZone) => {
      readonly reference: TerraformText;
      readonly nameServers?: readonly TerraformText[];
    },
  ) {
    super(scope, id);
    this.zoneName = unwrap(`zone ${zoneName}`, parseName(zoneName));
    this.resourceGroup = literalOrReference(resourceGroup);
    const { reference, nameServers } = locate(this);
    this.reference = reference;
    this.nameServers = nameServers;
  }

  /** @returns the record set that holds the record, which several records share */
  add(
    _scope: Construct,
    _id: string,
    record: DnsRecord,
    after: readonly IConstruct[] = [],
  ): TerraformResource {
    requireInside(this.zoneName, record.name);
    requireTtl(this.zoneName, azure, record);
    const faults = isToken(recordData(record)) ? [] : recordFaults(record, this.zoneName);
    if (faults.length > 0) throw new FaultError(`zone ${this.zoneName}`, faults);
    const key = keyOf(record);
    const there = this.sets.get(key);
    if (there) {
      there.add(record, after);
      return there.resource;
    }
    const { zoneName: apex, reference: zoneName, resourceGroup: resourceGroupName } = this;
    const set = new AzureRecordSet(this, { apex, zoneName, resourceGroupName }, record);
    set.waitFor(after);
    this.sets.set(key, set);
    for (const foreign of this.kept.get(key) ?? []) set.keep(foreign);
    this.kept.delete(key);
    return set.resource;
  }

  /**
   * Keeps a record of somebody else. Azure DNS has one set for each name and type: where records of this zone are in it,
   * the kept one is written beside them; where none is, nobody touches it.
   */
  keep(record: DnsRecord): void {
    requireInside(this.zoneName, record.name);
    const key = keyOf(record);
    const set = this.sets.get(key);
    if (set) set.keep(record);
    else this.kept.set(key, [...(this.kept.get(key) ?? []), record]);
  }

  /** @throws FaultError always: Azure DNS serves nothing */
  servePolicy(_scope: Construct, _id: string, policy: ServedPolicy): never {
    throw new FaultError(`zone ${this.zoneName}`, [
      {
        message: "Azure DNS serves no MTA-STS policy",
        received: `https://${policy.host}${policy.path}`,
        expected: "hosting: external",
        fix: "serve the policy yourself",
      },
    ]);
  }
}

const keyOf = ({ name, type }: DnsRecord) => `${type} ${name}`;
