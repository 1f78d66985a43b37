import type { Construct } from "constructs";
import { type ExtraRecordsOptions, extraRecords } from "../../lib/domain/parts/extra";
import { type SenderRecordsOptions, senderRecords } from "../../lib/domain/parts/senders";
import { ExtraRecordsOptionsSchema, SenderRecordsOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** What senders need, and where it goes. */
export interface SenderRecordsProps extends MailPartProps, SenderRecordsOptions {}

/** What a domain's senders need beside their place in SPF: selectors, return paths. */
export class SenderRecords extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: SenderRecordsProps) {
    super(scope, id, props);
    this.publish(props, SenderRecordsOptionsSchema, senderRecords);
  }
}

/** Records beside the mail records, and where they go. */
export interface ExtraRecordsProps extends MailPartProps, ExtraRecordsOptions {}

/** Records beside the mail set, such as verification texts. */
export class ExtraRecords extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: ExtraRecordsProps) {
    super(scope, id, props);
    this.publish(props, ExtraRecordsOptionsSchema, extraRecords);
  }
}
