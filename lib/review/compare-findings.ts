import { below, type DnsName, isWithin } from "../dns/name";
import type { DnsRecordType } from "../dns/record";
import { dmarcRecordName } from "../mail/dmarc/build";
import { mtaStsRecordName } from "../mail/mta-sts";
import { tlsRptRecordName } from "../mail/tls-rpt";
import { MICROSOFT_PAIR } from "../posture/facts/dkim";
import { isUnknown } from "../posture/facts/fact";
import { answer } from "../posture/lookup";
import type { MailPosture, Posture } from "../posture/model";
import type { Finding } from "../rules/finding";
import type { ComparedFindings } from "./subject";

interface Postures {
  readonly before: Posture;
  readonly after: Posture;
}

/**
 * Findings before and after. One that is gone is fixed only if that is what the change did: not where what it was found in
 * can no longer be seen, nor where the domain is now for something else.
 */
export class FindingComparison {
  private seenAgain?: ReadonlySet<string>;
  private meantAsNow?: ReadonlySet<string>;
  private isMeantAlike?: boolean;
  private stillThere?: ReadonlySet<string>;

  constructor(
    private readonly postures: Postures,
    private readonly judge: (posture: Posture) => readonly Finding[],
  ) {}

  compare(before: readonly Finding[], after: readonly Finding[]): ComparedFindings {
    const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
    const gone = before.filter((finding) => !now.has(keyOf(finding)));
    const unjudged = gone.filter((finding) => this.isHidden(finding));
    return {
      added: after.filter((finding) => !old.has(keyOf(finding))),
      fixed: gone.filter((finding) => !unjudged.includes(finding) && this.isStillMeant(finding)),
      unjudged,
      unchanged: after.filter((finding) => old.has(keyOf(finding))),
    };
  }

  /** Would it still be found if what has become unknown were as before? */
  private isHidden(finding: Finding): boolean {
    this.seenAgain ??= this.found(withWhatWasKnown(this.postures));
    return this.seenAgain.has(keyOf(finding));
  }

  /** Would it have been found before, had the domain been for what it is for now? */
  private isStillMeant(finding: Finding): boolean {
    if (finding.of === "tenant") return true;
    // Of a domain that is gone from the plans nothing is known any more.
    this.stillThere ??= new Set(this.postures.after.domains.map(({ domain }) => domain));
    if (!this.stillThere.has(finding.subject)) return false;
    // Where all are for what they were for, the answer is what was found.
    this.isMeantAlike ??= haveSameIntents(this.postures);
    if (this.isMeantAlike) return true;
    this.meantAsNow ??= this.found(withIntents(this.postures.before, this.postures.after));
    return this.meantAsNow.has(keyOf(finding));
  }

  private found(posture: Posture | undefined): ReadonlySet<string> {
    return new Set(posture ? this.judge(posture).map(keyOf) : []);
  }
}

function keyOf({ rule, subject, message }: Finding): string {
  return JSON.stringify([rule, subject, message]);
}

function haveSameIntents({ before, after }: Postures): boolean {
  const intents = new Map(after.domains.map(({ domain, intent }) => [domain, intent]));
  return before.domains.every(({ domain, intent }) => {
    const now = intents.get(domain);
    return now === undefined || now === intent || JSON.stringify(now) === JSON.stringify(intent);
  });
}

function withIntents(before: Posture, after: Posture): Posture {
  const intents = new Map(after.domains.map(({ domain, intent }) => [domain, intent]));
  return {
    ...before,
    domains: before.domains.map((mail) => ({ ...mail, intent: intents.get(mail.domain) ?? mail.intent })),
  };
}

/** The posture after, with the records of before where they have become unknown; nothing if none has. */
function withWhatWasKnown({ before, after }: Postures): Posture | undefined {
  const old = new Map(before.domains.map((mail) => [mail.domain, mail]));
  let any = false;
  const domains = after.domains.map((mail): MailPosture => {
    const from = old.get(mail.domain);
    const lost = from
      ? [
          ...placesOf(from).filter(
            ([name, type]) => isUnknown(after, name, type) && !isUnknown(before, name, type),
          ),
          ...keysHandedOver(mail.domain, after).filter(([name, type]) => !isUnknown(before, name, type)),
        ]
      : [];
    if (!from || lost.length === 0) return mail;
    any = true;
    // Whatever stands at the name or hides it: aliases, those of wildcards too, and delegations on the way up.
    const hides = ({ name, type }: { readonly name: DnsName; readonly type: DnsRecordType }) =>
      lost.some(
        ([at, asked]) =>
          ((name === at || answersFor(name, at)) && (type === asked || type === "CNAME")) ||
          (type === "NS" && isWithin(at, name)),
      );
    return {
      ...mail,
      records: [
        ...mail.records.filter(({ record }) => !hides(record)),
        ...from.records.filter(({ record }) => hides(record)),
      ],
      unknown: mail.unknown.filter((one) => !hides(one)),
    };
  });
  return any ? { ...after, domains } : undefined;
}

type Place = readonly [DnsName, DnsRecordType];

/** Where Microsoft's two selectors would stand that somebody else publishes: not by aliases of their own, as signers have it. */
function keysHandedOver(domain: DnsName, posture: Posture): readonly Place[] {
  return MICROSOFT_PAIR.flatMap((selector): readonly Place[] => {
    const name = below(`${selector}._domainkey`, domain);
    const found = answer(posture, name, "TXT");
    return found.kind === "elsewhere" && found.path[0]?.entry.name !== name ? [[name, "TXT"]] : [];
  });
}

/** May a wildcard answer for a name? */
function answersFor(wildcard: DnsName, name: DnsName): boolean {
  return wildcard.startsWith("*.") && isWithin(name, wildcard.slice(2) as DnsName);
}

/** Where the mechanisms of a domain stand. */
function placesOf({ domain, records }: MailPosture): readonly Place[] {
  const parent = below("_domainkey", domain);
  return [
    [domain, "MX"],
    [domain, "TXT"],
    [dmarcRecordName(domain), "TXT"],
    [mtaStsRecordName(domain), "TXT"],
    [tlsRptRecordName(domain), "TXT"],
    [below("default._bimi", domain), "TXT"],
    ...records.flatMap(({ record }): (readonly [DnsName, DnsRecordType])[] =>
      record.name !== parent && isWithin(record.name, parent) ? [[record.name, "TXT"]] : [],
    ),
  ];
}
