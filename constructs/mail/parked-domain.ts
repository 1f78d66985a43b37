import type { Construct } from "constructs";
import { type ParkedDomainOptions, parkedRecords } from "../../lib/domain/parts/parked";
import { ParkedDomainOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** A domain without mail, and where it says so. */
export interface ParkedDomainProps extends MailPartProps, ParkedDomainOptions {}

/** A domain that neither sends nor receives: null MX, `v=spf1 -all`, DMARC reject. */
export class ParkedDomain extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: ParkedDomainProps) {
    super(scope, id, props);
    this.publish(props, ParkedDomainOptionsSchema, parkedRecords);
  }
}
