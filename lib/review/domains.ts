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

  /**
   * With these, the names at which plans hold mail without their being domains that rules are held against, since plans show
   * too little of them: what stands below an estate's domain, domains of which only a key, a policy, a wildcard or an alias
   * is seen, and names that SPF records of nobody here may include.
   */
  withPartsOf(sides: readonly (readonly Contribution[])[]): Domains {
    const names = new Set(this.names);
    const delegated = new Set<DnsName>();
    for (const { fact } of sides.flat()) {
      if (fact.kind === "worker host") {
        const domain = partlyShown(fact.host, "CNAME");
        if (domain !== undefined) names.add(domain);
      }
      if (fact.kind !== "record" && fact.kind !== "unknown record") continue;
      const { name, type } = fact.kind === "record" ? fact.record : fact;
      const value = fact.kind === "record" && fact.record.type === "TXT" ? fact.record.value : undefined;
      const isSenders = value !== undefined && isSpf(value);
      const shown =
        mailDomain(name, type, value) ??
        partlyShown(name, type) ??
        (type === "MX" || isSenders ? belowWildcard(name) : undefined) ??
        (isSenders && this.ownerOf(name) === undefined ? name : undefined);
      if (shown !== undefined) names.add(shown);
      else if (type === "NS" || type === "DS") delegated.add(name);
    }
    const found = new Domains(names);
    // Whose name servers answer for a name, and whether they are believed, decides its mail too; below a domain that is said there.
    for (const name of delegated) if (found.ownerOf(name) === undefined) names.add(name);
    return names.size === this.names.size ? this : found;
  }

  /** Is a name one of them itself? */
  isAt(name: string): boolean {
    const names: ReadonlySet<string> = this.names;
    return names.has(name);
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

/** Where a domain's mail hangs on a name below it, whatever its type: keys, policies, reports, and how clients find it. */
const OF_A_DOMAIN =
  /^(?:_dmarc|(?:[^.]+\.)?_domainkey|_mta-sts|_smtp\._tls|[^.]+\._bimi|mta-sts|autodiscover)\.(.+)$/;

function partlyShown(name: DnsName, type: DnsRecordType): DnsName | undefined {
  const domain = SHOWING.has(type) ? OF_A_DOMAIN.exec(name)?.[1] : undefined;
  const host = domain?.includes(".") ? parseName(domain) : undefined;
  return host?.ok ? host.value : undefined;
}

/** The domain below which a wildcard answers. */
function belowWildcard(name: DnsName): DnsName | undefined {
  const host = name.startsWith("*.") ? parseName(name.slice(2)) : undefined;
  return host?.ok ? host.value : undefined;
}

const SHOWING: ReadonlySet<DnsRecordType> = new Set(["TXT", "CNAME", "NS", "A", "AAAA"]);
