import { ancestry, type DnsName, parseName } from "../dns/name";
import type { DnsRecordType } from "../dns/record";
import { isDmarc } from "../mail/dmarc/parse";
import { isSpf } from "../mail/spf/parse";
import type { ReviewContext } from "./context";
import type { Contribution } from "./side";

/** The mail domains that plans concern, and which of them a name belongs to. */
export class Domains {
  private constructor(readonly names: ReadonlySet<DnsName>) {}

  /**
   * The estate's domains; beside them every name that shows itself as a mail domain by an MX, an SPF record, or a DMARC
   * record at `_dmarc.<name>`, before or after. What is below an estate's domain belongs to that.
   */
  static inPlans(sides: readonly (readonly Contribution[])[], { domains }: ReviewContext): Domains {
    const declared = new Domains(new Set(domains.keys()));
    const names = new Set(domains.keys());
    for (const { fact } of sides.flat()) {
      const shown =
        fact.kind === "record"
          ? mailDomain(
              fact.record.name,
              fact.record.type,
              fact.record.type === "TXT" ? fact.record.value : undefined,
            )
          : fact.kind === "unknown record"
            ? mailDomain(fact.name, fact.type, undefined)
            : undefined;
      if (shown !== undefined && declared.ownerOf(shown) === undefined) names.add(shown);
    }
    return new Domains(names);
  }

  /** The nearest mail domain at or above a name. */
  ownerOf(name: DnsName): DnsName | undefined {
    for (const above of ancestry(name)) if (this.names.has(above)) return above;
    return undefined;
  }
}

const DMARC = "_dmarc.";

/** The mail domain that a record makes of some name. Labels with underscores are no mail domains. */
function mailDomain(name: DnsName, type: DnsRecordType, value: string | undefined): DnsName | undefined {
  const isPolicy = type === "TXT" && name.startsWith(DMARC) && (value === undefined || isDmarc(value));
  const shown =
    type === "MX" || (value !== undefined && isSpf(value))
      ? name
      : isPolicy
        ? name.slice(DMARC.length)
        : undefined;
  const host = shown === undefined ? undefined : parseName(shown);
  return host?.ok ? host.value : undefined;
}
