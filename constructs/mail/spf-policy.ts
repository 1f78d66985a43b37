import type { Construct } from "constructs";
import { type SpfRecordOptions, spfRecords } from "../../lib/domain/parts/spf";
import { SpfRecordOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The SPF record of a domain, and where it goes. */
export interface SpfPolicyProps extends MailPartProps, SpfRecordOptions {}

/** Who may send in a domain's name (RFC 7208): one TXT record, built from parts. */
export class SpfPolicy extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: SpfPolicyProps) {
    super(scope, id, props);
    this.publish(props, SpfRecordOptionsSchema, spfRecords);
  }
}
