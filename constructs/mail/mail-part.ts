import { Construct, type IConstruct } from "constructs";
import type * as v from "valibot";
import type { PartRecord, PartResult } from "../../lib/domain/parts/part";
import { unwrap } from "../../lib/fault";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { dataProps, liveProp, readProps, subjectOf, zoneProp } from "../read-props";
import { HiddenNames } from "../tokens";
import type { MailZone } from "../zone/mail-zone";
import { refuseExchange } from "./managed-tenant";
import { recordOf } from "./published-record";

/** What every part of a mail domain needs beside its own options. */
export interface MailPartProps<R extends IConstruct = IConstruct> {
  /** Where the records are published. */
  readonly zone: MailZone<R>;
}

/**
 * A part of a mail domain: it hands records to the zone, under their roles. Its own id does not show in the Terraform
 * addresses of a mail stack.
 *
 * @typeParam R what a record is in the zone, which the compiler finds out by itself
 */
export abstract class MailPart<out R extends IConstruct = IConstruct> extends Construct {
  private readonly published = new Map<string, R>();

  protected readonly zone: MailZone<R>;

  protected constructor(scope: Construct, id: string, props: MailPartProps<R>) {
    super(scope, id);
    markGrouping(this);
    this.zone = liveProp(this.constructor.name, props, "zone", zoneProp<R>());
  }

  /** The published records by role: as the zone's host declares them, e.g. for `dependsOn` and `addOverride`. */
  get records(): ReadonlyMap<string, R> {
    return this.published;
  }

  /**
   * The published record of a role, e.g. `Spf`.
   * @throws FaultError if no record has the role
   */
  record(role: string): R {
    return recordOf(`${this.constructor.name} ${this.node.path}`, this.published, role);
  }

  /**
   * Publishes what a part function of lib/ answers for these props.
   * @param schema what the props are read by, but for the zone
   * @throws FaultError with every fault of the props
   */
  protected publish<S extends v.GenericSchema>(
    props: MailPartProps<R>,
    schema: S,
    records: (options: v.InferOutput<S>) => PartResult,
    mayBeToken: (path: readonly (string | number)[]) => boolean = () => false,
  ): void {
    const names = new HiddenNames();
    const options = dataProps(this.constructor.name, props, ["zone"]);
    const subject = subjectOf(this.constructor.name, options.domain);
    refuseExchange(subject, options);
    const known = readProps(subject, schema, names.hide(subject, options, mayBeToken));
    for (const { role, record } of unwrap(subject, records(known))) {
      this.add({ role, record: names.reveal(record) });
    }
  }

  /**
   * Publishes one record. Further MX records come after the first: Terraform then removes the one of a host that
   * moves to the front before it changes the first, and adds the one of the host that made way after it.
   */
  protected add({ role, record }: PartRecord, after: readonly IConstruct[] = []): void {
    const first = record.type === "MX" ? this.published.get("Mx") : undefined;
    const before = first ? [...after, first] : after;
    this.published.set(role, this.zone.add(this, constructId(role), record, before));
  }
}
