import type { Construct } from "constructs";
import {
  type DmarcPolicyOptions,
  dmarcRecords,
  type ReportAuthorizationOptions,
  reportAuthorizationRecords,
} from "../../lib/domain/parts/dmarc";
import { DmarcPolicyOptionsSchema, ReportAuthorizationOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The DMARC record of a domain, and where it goes. */
export interface DmarcPolicyProps extends MailPartProps, DmarcPolicyOptions {}

/** What receivers do with mail that fails, and where they report (RFC 9989). */
export class DmarcPolicy extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DmarcPolicyProps) {
    super(scope, id, props);
    this.publish(props, DmarcPolicyOptionsSchema, dmarcRecords);
  }
}

/** Which domains may send DMARC reports here, and where that is said. */
export interface DmarcReportAuthorizationProps extends MailPartProps, ReportAuthorizationOptions {}

/** Lets other domains send their DMARC reports to addresses in this one (RFC 9990 §4). */
export class DmarcReportAuthorization extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DmarcReportAuthorizationProps) {
    super(scope, id, props);
    this.publish(props, ReportAuthorizationOptionsSchema, reportAuthorizationRecords);
  }
}
