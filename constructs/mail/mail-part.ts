import { Construct, type IConstruct } from "constructs";
import type { PartRecord, PartResult } from "../../lib/domain/parts/part";
import { unwrap } from "../../lib/fault";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { HiddenNames } from "../tokens";
import type { MailZone } from "../zone/mail-zone";

/** What every part of a mail domain needs beside its own options. */
export interface MailPartProps {
  /** Where the records are published. */
  readonly zone: MailZone;
}

/**
 * A part of a mail domain: it hands records to the zone, under their roles. Its own id does not show in the Terraform
 * addresses of a mail stack.
 */
export abstract class MailPart extends Construct {
  private readonly published = new Map<string, IConstruct>();

  protected constructor(
    scope: Construct,
    id: string,
    protected readonly zone: MailZone,
  ) {
    super(scope, id);
    markGrouping(this);
  }

  /** The published records by role, e.g. for `dependsOn`. */
  get records(): ReadonlyMap<string, IConstruct> {
    return this.published;
  }

  /**
   * Publishes what a part function of lib/ answers for these props.
   * @throws FaultError with every fault of the props
   */
  protected publish<Props extends MailPartProps & { readonly domain: string }>(
    props: Props,
    records: (options: Omit<Props, "zone">) => PartResult,
    mayBeToken: (path: readonly (string | number)[]) => boolean = () => false,
  ): void {
    const { zone: _zone, ...options } = props;
    const names = new HiddenNames();
    const subject = `${this.constructor.name} ${props.domain}`;
    const known = names.hide(subject, options, mayBeToken);
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
