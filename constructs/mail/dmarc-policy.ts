import type { Construct, IConstruct } from "constructs";
import {
  type DmarcPolicyOptions,
  dmarcRecords,
  type ReportAuthorizationOptions,
  reportAuthorizationRecords,
} from "../../lib/domain/parts/dmarc";
import { DmarcPolicyOptionsSchema, ReportAuthorizationOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The DMARC record of a domain, and where it goes. */
export interface DmarcPolicyProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    DmarcPolicyOptions {}

/** What receivers do with mail that fails, and where they report (RFC 9989). */
export class DmarcPolicy<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DmarcPolicyProps<R>) {
    super(scope, id, props);
    this.publish(props, DmarcPolicyOptionsSchema, dmarcRecords);
  }
}

/** Which domains may send DMARC reports here, and where that is said. */
export interface DmarcReportAuthorizationProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    ReportAuthorizationOptions {}

/** Lets other domains send their DMARC reports to addresses in this one (RFC 9990 §4). */
export class DmarcReportAuthorization<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DmarcReportAuthorizationProps<R>) {
    super(scope, id, props);
    this.publish(props, ReportAuthorizationOptionsSchema, reportAuthorizationRecords);
  }
}
