import type { Construct } from "constructs";
import { type MtaStsPartOptions, mtaStsPart } from "../../lib/domain/parts/mta-sts";
import { unwrap } from "../../lib/fault";
import { HiddenNames } from "../tokens";
import { MailPart, type MailPartProps } from "./mail-part";

export interface MtaStsProps extends MailPartProps, MtaStsPartOptions {}

/**
 * TLS that senders may insist on (RFC 8461): the record, whose id follows from the policy, and the policy itself,
 * served by the zone's host unless `hosting` is `external`, or the aliases to those of another party. The record comes after what serves the policy.
 */
export class MtaSts extends MailPart {
  /** The policy's text. */
  readonly policy: string;

  /** @throws FaultError with every fault of the props; MX hosts that only Terraform knows cannot be in a policy */
  constructor(scope: Construct, id: string, props: MtaStsProps) {
    super(scope, id, props.zone);
    const { zone, ...options } = props;
    const subject = `MtaSts ${props.domain}`;
    const known = new HiddenNames().hide(subject, options, () => false);
    const part = unwrap(subject, mtaStsPart(known));
    this.policy = part.policy;
    const served =
      part.hosting === "zone"
        ? [zone.servePolicy(this, "MtaStsPolicy", { host: part.host, path: part.path, body: part.policy })]
        : [];
    this.add(part.record, served);
    if (part.hostAlias) this.add(part.hostAlias);
  }
}
