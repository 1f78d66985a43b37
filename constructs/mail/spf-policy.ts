import type { Construct, IConstruct } from "constructs";
import { type SpfRecordOptions, spfRecords } from "../../lib/domain/parts/spf";
import { SpfRecordOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The SPF record of a domain, and where it goes. */
export interface SpfPolicyProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    SpfRecordOptions {}

/** Who may send in a domain's name (RFC 7208): one TXT record, built from parts. */
export class SpfPolicy<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: SpfPolicyProps<R>) {
    super(scope, id, props);
    this.publish(props, SpfRecordOptionsSchema, spfRecords);
  }
}
