import type { Construct, IConstruct } from "constructs";
import { type BimiPartOptions, bimiRecords } from "../../lib/domain/parts/reporting";
import { BimiPartOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The BIMI record of a domain, and where it goes. */
export interface BimiProps<R extends IConstruct = IConstruct> extends MailPartProps<R>, BimiPartOptions {}

/** The logo that mail clients may show beside a domain's mail. */
export class Bimi<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: BimiProps<R>) {
    super(scope, id, props);
    this.publish(props, BimiPartOptionsSchema, bimiRecords);
  }
}
