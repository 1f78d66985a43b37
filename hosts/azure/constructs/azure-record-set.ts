import type { TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { isTerraformResource } from "../../../constructs/terraform/elements";
import { literal } from "../../../constructs/terraform/text";
import { isToken } from "../../../constructs/tokens";
import { type DnsName, relativeTo } from "../../../lib/dns/name";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { FaultError } from "../../../lib/fault";
import { type SetConfig, type SetResource, setResource } from "./record-set";

/**
 * All records of one name and type, which Azure DNS keeps as one thing. Parts of a mail domain add theirs one by one, in
 * any order: values are sorted, and the lowest TTL counts, since a set has one (RFC 2181 §5.2).
 */
export class AzureRecordSet extends Construct {
  private readonly own = new Map<string, DnsRecord>();
  private readonly foreign = new Map<string, DnsRecord>();
  private readonly set: SetResource;
  private ttl: number;

  /** @param record the first of them */
  constructor(
    scope: Construct,
    zone: Omit<SetConfig, "name" | "ttl"> & { readonly apex: DnsName },
    record: DnsRecord,
  ) {
    const { apex, ...place } = zone;
    const name = relativeTo(record.name, apex);
    super(scope, setId(record.type, name));
    this.own.set(recordData(record), record);
    this.ttl = record.ttl;
    this.set = setResource(this, "Resource", { ...place, name: literal(name || "@"), ttl: record.ttl }, [
      record,
    ]);
  }

  get resource(): TerraformResource {
    return this.set.resource;
  }

  /**
   * Adds a record of this name and type.
   * @param after what must be in place before the set
   * @throws FaultError if it is a second alias
   */
  add(record: DnsRecord, after: readonly IConstruct[]): void {
    const data = recordData(record);
    if (record.type === "CNAME" && !this.own.has(data)) {
      throw new FaultError(`record set ${record.name}`, [
        {
          message: "two aliases at one name",
          received: [...this.own.keys(), data].filter((target) => !isToken(target)).join(", "),
          expected: "one CNAME alone at its name (RFC 1034 §3.6.2)",
        },
      ]);
    }
    this.own.set(data, record);
    // The resource's own attribute would answer a reference.
    this.ttl = Math.min(this.ttl, record.ttl);
    this.set.resource.ttl = this.ttl;
    this.write();
    this.waitFor(after);
  }

  /** Keeps a record of somebody else in the set. */
  keep(record: DnsRecord): void {
    this.foreign.set(recordData(record), record);
    this.write();
  }

  /** Puts the set after other resources of the stack. */
  waitFor(after: readonly IConstruct[]): void {
    const { resource } = this.set;
    const others = after
      .filter(isTerraformResource)
      .filter((construct) => construct !== resource)
      .map((construct) => literal(`${construct.terraformResourceType}.${construct.friendlyUniqueId}`));
    if (others.length > 0) resource.dependsOn = [...new Set([...(resource.dependsOn ?? []), ...others])];
  }

  /** Values that only Terraform knows come last, in the order in which they came. */
  private write(): void {
    const all = [...new Map([...this.own, ...this.foreign])];
    const plain = all.filter(([data]) => !isToken(data)).sort(([a], [b]) => (a < b ? -1 : 1));
    const others = all.filter(([data]) => isToken(data));
    this.set.write([...plain, ...others].map(([, record]) => record));
  }
}

/** A label of letters, digits and hyphens, with an underscore before it or none. */
const PLAIN_NAME =
  /^(?:_(?=[a-z]))?[a-z0-9]+(?:-+[a-z0-9]+)*(?:\.(?:_(?=[a-z]))?[a-z0-9]+(?:-+[a-z0-9]+)*)*$/;

/**
 * What the set is called in the stack: by its type and name, of which no two sets have the same. Names are in lower case,
 * so that a capital letter can stand for an underscore before a label, and two of them for the apex: `TXT-Dmarc`,
 * `CNAME-selector1.Domainkey`, `MX-APEX`. Other names stand as they are.
 */
function setId(type: string, name: string): string {
  if (name === "") return `${type}-APEX`;
  if (!PLAIN_NAME.test(name)) return `${type} ${name}`;
  return `${type}-${name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}
