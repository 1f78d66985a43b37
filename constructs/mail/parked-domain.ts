import type { Construct, IConstruct } from "constructs";
import { type ParkedDomainOptions, parkedRecords } from "../../lib/domain/parts/parked";
import { ParkedDomainOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** A domain without mail, and where it says so. */
export interface ParkedDomainProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    ParkedDomainOptions {}

/** A domain that neither sends nor receives: null MX, `v=spf1 -all`, DMARC reject. */
export class ParkedDomain<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: ParkedDomainProps<R>) {
    super(scope, id, props);
    this.publish(props, ParkedDomainOptionsSchema, parkedRecords);
  }
}
