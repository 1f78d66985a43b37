import type { Construct, IConstruct } from "constructs";
import { type DkimSelectorsOptions, dkimRecords } from "../../lib/domain/parts/dkim";
import { DkimSelectorsOptionsSchema } from "../../lib/domain/schema";
import { MailPart, type MailPartProps } from "./mail-part";

/** The selectors of a domain, and where they go. */
export interface DkimSelectorsProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    DkimSelectorsOptions {}

/**
 * The keys that verify a domain's signatures (RFC 6376): Microsoft's selector pair and other signers' selectors.
 * Targets may be Terraform references.
 */
export class DkimSelectors<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DkimSelectorsProps<R>) {
    super(scope, id, props);
    this.publish(props, DkimSelectorsOptionsSchema, dkimRecords, isDkimTarget);
  }
}

/** Within the options of DKIM, is this the path of a target? */
export function isDkimTarget(path: readonly (string | number)[]): boolean {
  const [key, , inner] = path;
  if (key === "selectors") return path.length === 3 && inner === "cname";
  return path.length === 1 && (key === "selector1" || key === "selector2");
}
