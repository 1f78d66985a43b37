import type { Construct, IConstruct } from "constructs";
import { type TlsReportingOptions, tlsRptRecords } from "../../lib/domain/parts/reporting";
import { TlsReportingOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** Where TLS reports go, and where that is said. */
export interface TlsReportingProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    TlsReportingOptions {}

/** Where senders report failed TLS (RFC 8460). */
export class TlsReporting<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: TlsReportingProps<R>) {
    super(scope, id, props);
    this.publish(props, TlsReportingOptionsSchema, tlsRptRecords);
  }
}
