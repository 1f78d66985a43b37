import { type DnsName, parseName } from "../../dns/name";
import { isRecordType } from "../../dns/parse-record";
import type { DnsRecord, DnsRecordType } from "../../dns/record";
import { dataOf } from "../../dns/record-data";
import type { DnsAnswer, DnsType, Resolve } from "../../dns/resolve";
import { formatSpfTerm } from "../../mail/spf/format";
import { authorized, type SpfAuthorized, spfTree } from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { answer, lookup } from "../../posture/lookup";
import type { MailPosture, Posture } from "../../posture/model";

/** Who may send in a domain's name, as far as plans tell. */
export interface PlannedSenders {
  readonly authorized: SpfAuthorized;
  /** Terms behind which nobody can look without asking the DNS, such as `include:sendgrid.net`. */
  readonly terms: readonly string[];
  /** Why receivers evaluate the record to permerror, as far as the plans tell. */
  readonly problems: readonly string[];
}

/**
 * A term that cannot be followed counts as one that matches nothing, and no limit of look-ups ends the evaluation.
 * @param other the posture of the other side: what it holds and `posture` does not is gone or not there yet, not unknown
 */
export async function plannedSenders(
  mail: MailPosture,
  posture: Posture,
  other?: Posture,
): Promise<PlannedSenders> {
  const unread = new Set<string>();
  const tree = await spfTree(mail.domain, offline(mail, posture, unread, other), {
    lookups: Number.MAX_SAFE_INTEGER,
    voids: Number.MAX_SAFE_INTEGER,
  });
  const found = authorized(tree);
  const dependent = found.indeterminate.map(({ term }) => formatSpfTerm(term));
  const problems = tree.findings.map(
    ({ domain, message, received }) =>
      `${domain}: ${message}${received === undefined ? "" : `, got ${received}`}`,
  );
  return {
    authorized: found,
    terms: [...new Set([...unread, ...dependent])],
    problems: [...new Set(problems)],
  };
}

/**
 * Answers from what the plans hold: a name without a record may have one that is managed elsewhere.
 * @param unread receives the terms that cannot be answered, as SPF writes them
 */
function offline(
  mail: MailPosture,
  posture: Posture,
  unread: Set<string>,
  other: Posture | undefined,
): Resolve {
  return async <T extends DnsType>(text: string, type: T): Promise<DnsAnswer<T>> => {
    const name = parseName(text, "owner");
    if (name.ok && isRecordType(type)) {
      const sole = type === "TXT" && name.value === mail.domain ? soleSpf(mail, posture) : undefined;
      const records = sole ? [sole.record] : recordsAt(posture, name.value, type);
      if (records.length > 0) return { kind: "records", records: dataOf(records, type) };
      // Where the plans hold a host's addresses of one family, they would hold those of the other.
      const family = FAMILIES[type];
      if (family && !isHidden(posture, name.value, type) && recordsAt(posture, name.value, family).length > 0)
        return NODATA;
      if (other && isOnlyThere(other, posture, name.value, type)) return NODATA;
    }
    unread.add(`${TERMS[type] ?? type}:${text}`);
    return type === "TXT" ? { kind: "records", records: dataOf([neutral(mail)], type) } : NODATA;
  };
}

const NODATA = { kind: "nodata" } as const;

/** Are there records on the other side, and none on this? What is hidden here is not absent. */
function isOnlyThere(other: Posture, posture: Posture, name: DnsName, type: DnsRecordType): boolean {
  const isElsewhere = answer(posture, name, type).kind === "elsewhere";
  return !isElsewhere && !isHidden(posture, name, type) && recordsAt(other, name, type).length > 0;
}

const FAMILIES: Readonly<Partial<Record<DnsType, "A" | "AAAA">>> = { A: "AAAA", AAAA: "A" };

/** Is there a record whose value is not known? */
function isHidden(posture: Posture, name: DnsName, type: DnsRecordType): boolean {
  const found = answer(posture, name, type);
  return found.kind === "unknown" && found.why === "value";
}

/** As far as they are known. */
function recordsAt(posture: Posture, name: DnsName, type: DnsRecordType): readonly DnsRecord[] {
  const found = lookup(posture, name, type);
  return found.known ? found.records : [];
}

/** The terms that ask for a type. */
const TERMS: Readonly<Partial<Record<DnsType, string>>> = { TXT: "include", A: "a", AAAA: "a", MX: "mx" };

/** A record that matches nobody. */
function neutral({ domain }: MailPosture): DnsRecord {
  return { type: "TXT", name: domain, ttl: 0, value: "v=spf1 ?all" };
}
