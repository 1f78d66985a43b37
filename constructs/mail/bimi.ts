import type { Construct } from "constructs";
import { type BimiPartOptions, bimiRecords } from "../../lib/domain/parts/reporting";
import { BimiPartOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The BIMI record of a domain, and where it goes. */
export interface BimiProps extends MailPartProps, BimiPartOptions {}

/** The logo that mail clients may show beside a domain's mail. */
export class Bimi extends MailPart {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: BimiProps) {
    super(scope, id, props);
    this.publish(props, BimiPartOptionsSchema, bimiRecords);
  }
}
