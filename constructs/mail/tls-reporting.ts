import type { Construct } from "constructs";
import { type TlsReportingOptions, tlsRptRecords } from "../../lib/domain/parts/reporting";
import { TlsReportingOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** Where TLS reports go, and where that is said. */
export interface TlsReportingProps extends MailPartProps, TlsReportingOptions {}

/** Where senders report failed TLS (RFC 8460). */
export class TlsReporting extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: TlsReportingProps) {
    super(scope, id, props);
    this.publish(props, TlsReportingOptionsSchema, tlsRptRecords);
  }
}
