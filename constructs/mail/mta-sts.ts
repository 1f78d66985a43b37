import type { Construct, IConstruct } from "constructs";
import { type MtaStsPart, type MtaStsPartOptions, mtaStsPart } from "../../lib/domain/parts/mta-sts";
import { MtaStsPartOptionsSchema } from "../../lib/domain/schema";
import { unwrap } from "../../lib/fault";
import { dataProps, readProps, subjectOf } from "../read-props";
import { HiddenNames } from "../tokens";
import type { MailZone } from "../zone/mail-zone";
import { MailPart, type MailPartProps } from "./mail-part";

/** The MTA-STS policy of a domain, and where it is published. */
export interface MtaStsProps<R extends IConstruct = IConstruct> extends MailPartProps<R>, MtaStsPartOptions {}

/**
 * TLS that senders may insist on (RFC 8461): the record, whose id follows from the policy, and the policy itself,
 * served by the zone's host unless `hosting` is `external`, or the aliases to those of another party. The record comes after what serves the policy.
 */
export class MtaSts<out R extends IConstruct = IConstruct> extends MailPart<R> {
  /** The policy's text. */
  readonly policy: string;

  /** @throws FaultError with every fault of the props; MX hosts that only Terraform knows cannot be in a policy */
  constructor(scope: Construct, id: string, props: MtaStsProps<R>) {
    super(scope, id, props);
    const options = dataProps("MtaSts", props, ["zone"]);
    const subject = subjectOf("MtaSts", options.domain);
    const hidden = new HiddenNames().hide(subject, options, () => false);
    const part = unwrap(subject, mtaStsPart(readProps(subject, MtaStsPartOptionsSchema, hidden)));
    this.policy = part.policy;
    this.add(part.record, servePolicy(this, this.zone, part));
    if (part.hostAlias) this.add(part.hostAlias);
  }
}

/** What serves the policy, unless somebody else does. */
export function servePolicy(
  scope: Construct,
  zone: MailZone,
  { hosting, host, path, policy }: MtaStsPart,
): readonly IConstruct[] {
  return hosting === "zone" ? [zone.servePolicy(scope, "MtaStsPolicy", { host, path, body: policy })] : [];
}
