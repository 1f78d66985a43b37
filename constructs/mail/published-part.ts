import type { Construct, IConstruct } from "constructs";
import type { DeclaredPart } from "../../lib/domain/declaration";
import { MailPart, type MailPartProps } from "./mail-part";
import { servePolicy } from "./mta-sts";

export interface PublishedPartProps<R extends IConstruct> extends MailPartProps<R> {
  readonly part: DeclaredPart;
}

/** A part of a mail domain whose records have been declared already. */
export class PublishedPart<out R extends IConstruct> extends MailPart<R> {
  constructor(scope: Construct, id: string, { zone, part }: PublishedPartProps<R>) {
    super(scope, id, { zone });
    const served = part.policy ? servePolicy(this, zone, part.policy) : [];
    for (const record of part.records) this.add(record, served);
  }
}
