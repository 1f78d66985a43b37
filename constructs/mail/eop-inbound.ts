import type { Construct, IConstruct } from "constructs";
import { type InboundOptions, inboundRecords } from "../../lib/domain/parts/inbound";
import { InboundOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** Where mail of a domain goes, and where that is said. */
export interface EopInboundProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    InboundOptions {}

/**
 * Where a domain's mail arrives: MX to Exchange Online Protection (or to hosts that are named), and autodiscover.
 * An MX host may be a Terraform reference.
 */
export class EopInbound<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: EopInboundProps<R>) {
    super(scope, id, props);
    this.publish(
      props,
      InboundOptionsSchema,
      inboundRecords,
      ([section, ...rest]) => section === "mx" && rest.at(-1) === "host",
    );
  }
}
