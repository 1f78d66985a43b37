import type { Construct, IConstruct } from "constructs";
import { type ExtraRecordsOptions, extraRecords } from "../../lib/domain/parts/extra";
import { type SenderRecordsOptions, senderRecords } from "../../lib/domain/parts/senders";
import { ExtraRecordsOptionsSchema, SenderRecordsOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** What senders need, and where it goes. */
export interface SenderRecordsProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    SenderRecordsOptions {}

/** What a domain's senders need beside their place in SPF: selectors, return paths. */
export class SenderRecords<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: SenderRecordsProps<R>) {
    super(scope, id, props);
    this.publish(props, SenderRecordsOptionsSchema, senderRecords);
  }
}

/** Records beside the mail records, and where they go. */
export interface ExtraRecordsProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    ExtraRecordsOptions {}

/** Records beside the mail set, such as verification texts. */
export class ExtraRecords<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: ExtraRecordsProps<R>) {
    super(scope, id, props);
    this.publish(props, ExtraRecordsOptionsSchema, extraRecords);
  }
}
