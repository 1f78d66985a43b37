import type { DnsName } from "../dns/name";
import type { DnsRecordType } from "../dns/record";
import { mtaStsPolicyHost } from "../mail/mta-sts";
import type { Plan, ResourceChange } from "../plan/plan";
import { mxOf } from "../posture/facts/mx";
import type { Posture } from "../posture/model";
import type { ReadSides } from "./before-after";
import { byKey } from "./by-key";
import { UNKNOWN_WORDS } from "./changes/change";
import type { ZoneChange } from "./changes/zones";
import type { Domains } from "./domains";
import type { Exceeded } from "./limits";
import { readerOf } from "./resources";
import { type Contribution, whereOf } from "./side";
import type { Unread } from "./subject";

/** What nobody can judge, with the domain or the stack that it is about. */
type Reason = readonly [subject: string, words: string];

/** What of some plans is there without anybody being able to say what it means. */
export interface Unjudged {
  /** By domain: records of mail whose value the plan does not show. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
  /** By stack. */
  readonly stacks: ReadonlyMap<string, readonly string[]>;
}

/** Stacks that no plan of this review is of, and why that matters. */
export interface AbsentStacks {
  /** Terraform could not plan them. */
  readonly unplanned?: readonly string[];
  /** The estate has them no longer; what they published stays. */
  readonly gone?: readonly string[];
  /** The same of those that had left it before the change: told, and no reason to stop it. */
  readonly left?: readonly string[];
}

/** Where records of mail stand: their value decides whether mail is delivered or refused. */
const OF_MAIL = /^(_dmarc|_domainkey|_mta-sts|_smtp\._tls|.+\._domainkey|.+\._bimi)$/;

/**
 * Records of mail that a plan gives a value which it does not show. What an object of provider `m365` computes is
 * Microsoft's own word, and needs nobody's.
 */
function unseenRecords(
  after: readonly Contribution[],
  domains: Domains,
  postures: readonly Posture[],
): readonly Reason[] {
  const hosts = mailHosts(postures);
  return after.flatMap(({ change, fact }): readonly Reason[] => {
    if (fact.kind !== "unknown record" || isUntouched(change) || isMicrosofts(change)) return [];
    const { name, type, why } = fact;
    // It is among what could not be read.
    if (why === "unreadable") return [];
    const owner = domains.ownerOf(name);
    if (owner === undefined || !(decidesMail(name, type, owner) || hosts.has(name))) return [];
    return [[owner, `${name} ${type} is ${UNKNOWN_WORDS[why]}`]];
  });
}

/**
 * MTA-STS policies that a plan changes without showing what is served from then on: of a Worker that this review cannot
 * read, or that the plans do not hold.
 */
function unseenPolicies(after: readonly Contribution[], domains: Domains): readonly Reason[] {
  const scripts = new Map(
    after.flatMap(({ change, fact }) =>
      fact.kind === "policy worker" ? [[fact.script, { change, why: fact.why }] as const] : [],
    ),
  );
  return after.flatMap(({ change, fact }): readonly Reason[] => {
    if (fact.kind !== "worker host" || !fact.host.startsWith("mta-sts.")) return [];
    const script = scripts.get(fact.script);
    const why = script ? script.why : "the plans do not hold it";
    if (why === undefined || (isUntouched(change) && (!script || isUntouched(script.change)))) return [];
    const owner = domains.ownerOf(fact.host);
    if (owner === undefined) return [];
    return [[owner, `the MTA-STS policy at ${fact.host} comes from Worker ${fact.script}: ${why}`]];
  });
}

/** Hosts that mail is delivered to, and those that serve MTA-STS policies. */
function mailHosts(postures: readonly Posture[]): ReadonlySet<string> {
  return new Set(
    postures.flatMap((posture) =>
      posture.domains.flatMap((mail) => [
        mtaStsPolicyHost(mail.domain),
        ...mxOf(mail, posture).map(({ record }) => record.exchange),
      ]),
    ),
  );
}

function decidesMail(name: DnsName, type: DnsRecordType, domain: DnsName): boolean {
  if (type === "NS") return true;
  if (name === domain) return type === "MX" || type === "TXT" || type === "CNAME";
  return (type === "TXT" || type === "CNAME") && OF_MAIL.test(name.slice(0, -domain.length - 1));
}

function isUntouched({ action }: ResourceChange): boolean {
  return action === "none" || action === "forget";
}

/** The arguments that hold a record's value, with all hosts. */
const VALUES = ["content", "value", "data", "record", "records"];

function isMicrosofts(change: ResourceChange): boolean {
  const from = VALUES.flatMap((key) => change.refersTo(key));
  return from.length > 0 && from.every((address) => /(^|\.)m365_[^.]*\.[^.]*$/.test(address));
}

/** Something that could not be read, and whether the plan changes it. */
interface UnreadChange extends Unread {
  readonly stack: string;
  readonly changes: boolean;
}

type Sides = Readonly<Record<"before" | "after", readonly Contribution[]>>;

/** What the plans hold and could not be read, each once: of what stays or comes, its new side. */
export function unreadOf(plans: readonly Plan[], { before, after }: Sides): readonly UnreadChange[] {
  const facts = [...after, ...before.filter(({ change }) => !change.after)].flatMap(
    ({ change, fact }): readonly UnreadChange[] => {
      if (fact.kind !== "unread") return [];
      const { address = change.address } = fact.where;
      return [{ address, why: fact.why, stack: change.stack, changes: !isUntouched(change) }];
    },
  );
  const resources = plans.flatMap(({ stack, unread }) =>
    unread.map(({ address, type, why }) => {
      const { address: at = address } = whereOf({ stack, address, deposed: false }, plans.length > 1);
      return { address: at, why, stack, changes: type === undefined || saysOfMail(type) };
    }),
  );
  return [...facts, ...resources, ...unreadHosts(plans)];
}

/**
 * Resources that stand for records at a host which this review does not read, by the names that providers give them:
 * `google_dns_record_set`, `digitalocean_record`, `oci_dns_rrset`, `aws_route53_records_exclusive`. Private zones, and types
 * that no mail hangs on, are none.
 */
const OF_OTHER_HOSTS =
  /^(?!.*_private_dns_|.*_dns_(?:ptr|srv)_).*_(?:records?|rrsets?|record_?sets?|records_exclusive)$/;

/** May a resource of this type say something of mail or sign-ins? */
function saysOfMail(type: string): boolean {
  return readerOf(type) !== undefined || OF_OTHER_HOSTS.test(type);
}

function unreadHosts(plans: readonly Plan[]): readonly UnreadChange[] {
  const why = "records of a kind that this review does not read";
  return plans.flatMap(({ stack, changes }) =>
    changes.flatMap((change): readonly UnreadChange[] => {
      if (isUntouched(change) || readerOf(change.type) || !OF_OTHER_HOSTS.test(change.type)) return [];
      const { address = change.address } = whereOf(change, plans.length > 1);
      return [{ address, why, stack, changes: true }];
    }),
  );
}

/** All that nobody can judge of some plans. */
export function unjudgedOf(
  plans: readonly Plan[],
  { sides, shown: { domains, before, after } }: ReadSides,
  zones: ReadonlyMap<string, readonly ZoneChange[]>,
  { unplanned = [], gone = [] }: AbsentStacks,
): Unjudged {
  const ofStacks: readonly Reason[] = [
    ...unplanned.map((stack): Reason => [stack, `Terraform could not plan ${stack}`]),
    ...gone.map(
      (stack): Reason => [
        stack,
        `${stack} has left the estate: what it published stays, and nobody looks after it`,
      ],
    ),
    ...plans
      .filter(({ incomplete }) => incomplete)
      .map(
        ({ stack }): Reason => [stack, `the plan of ${stack} is incomplete: more than it shows may change`],
      ),
    ...unreadOf(plans, sides)
      .filter(({ changes }) => changes)
      .map(({ stack, address, why }): Reason => [stack, `${address}: ${why}`]),
  ];
  const ofDomains: readonly Reason[] = [
    ...unseenRecords(sides.after, domains, [before, after]),
    ...unseenPolicies(sides.after, domains),
    ...[...zones].flatMap(([domain, changes]) =>
      changes.filter(({ unjudged }) => unjudged).map(({ text }): Reason => [domain, text]),
    ),
  ];
  return { domains: byKey(ofDomains), stacks: byKey(ofStacks) };
}

const MOST = 5;

/** What nobody can judge as limits, in few messages each. */
export function exceededByUnjudged({ domains, stacks }: Unjudged): readonly Omit<Exceeded, "allowedBy">[] {
  const of = (kind: "domain" | "stack", subject: string, reasons: readonly string[]) => {
    const shown = reasons.length > MOST + 1 ? reasons.slice(0, MOST) : reasons;
    const more = reasons.length - shown.length;
    return [...shown, ...(more > 0 ? [`${more} more of the kind at ${subject}`] : [])].map(
      (reason) => ({ limit: "not-judged", of: kind, subject, message: `not judged: ${reason}` }) as const,
    );
  };
  return [
    ...[...domains].flatMap(([domain, reasons]) => of("domain", domain, reasons)),
    ...[...stacks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([stack, reasons]) => of("stack", stack, reasons)),
  ];
}
