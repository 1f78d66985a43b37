import { below, type DnsName, parseName } from "../../dns/name";
import { type DnsRecordType, recordData } from "../../dns/record";
import { dmarcRecordName } from "../../mail/dmarc/build";
import { mtaStsPolicyHost, mtaStsRecordName } from "../../mail/mta-sts";
import type { SpfBranch } from "../../mail/spf/tree";
import { tlsRptRecordName } from "../../mail/tls-rpt";
import { CLOUDS } from "../../microsoft/clouds";
import { type Elsewhere, elsewhereWords } from "../../posture/elsewhere";
import { dkimElsewhere } from "../../posture/facts/dkim";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { answer } from "../../posture/lookup";
import type { MailPosture, Posture } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  high,
  medium,
  NOTHING,
  standingBefore,
  stateOf,
  type Topic,
  without,
} from "./change";
import { dkim, takenSelectors } from "./dkim";
import { dmarc } from "./dmarc";
import { isMailService, isOwn, PASSWORD, targetsOf } from "./mail-services";
import { mx } from "./mx";
import { bimi, mtaSts, tlsRpt } from "./policies";
import { spf } from "./spf";

/** What somebody else publishes from now on, by an alias or a delegation, and the topics of which that is all to say. */
export interface Takeovers {
  readonly changes: readonly Change[];
  readonly topics: ReadonlySet<Topic>;
}

const DECIDES = "what receivers find there is decided by whoever answers there";

/** Names of mail that pass into other hands. Of a domain that Terraform did not manage nobody knows whose they were. */
export function takeovers(beforeAfter: DomainBeforeAfter): Takeovers {
  const found = made.get(beforeAfter) ?? takeoversIn(beforeAfter);
  made.set(beforeAfter, found);
  return found;
}

/** Changes and limits ask both. */
const made = new WeakMap<DomainBeforeAfter, Takeovers>();

function takeoversIn(beforeAfter: DomainBeforeAfter): Takeovers {
  const { domain, after, postures } = beforeAfter;
  const before = standingBefore(beforeAfter);
  if (!before) return { changes: [], topics: new Set() };
  const whole = answer(postures.after, domain, "MX");
  if (whole.kind === "elsewhere" && whole.how === "delegation" && whole.path.length === 0) {
    const change = isNew(published(postures.before, domain, "MX"), whole)
      ? [
          high(
            `${domain} is ${elsewhereWords(whole)}`,
            "all that receivers find of the domain is decided there",
          ),
        ]
      : [];
    return { changes: change, topics: new Set(MECHANISMS.map(([topic]) => topic)) };
  }
  const taken = MECHANISMS.flatMap(([topic, elsewhere]) => {
    const [from, to] = [elsewhere(before, postures.before), elsewhere(after, postures.after)];
    if (!to || !isNew(from, to)) return [];
    const [old, now] = [
      stateOf(topic, beforeAfter.before, postures.before),
      topic.state(after, postures.after),
    ];
    return [{ topic, to, change: high(`${topic.title} ${old} → ${now}`, DECIDES) }];
  });
  const cuts: ReadonlySet<string> = new Set(taken.flatMap(({ to }) => to.by.map(({ name }) => name)));
  return {
    changes: [
      ...nameServerChanges(beforeAfter),
      ...taken.map(({ change }) => change),
      ...(taken.some(({ topic }) => topic === dkim) ? [] : takenSelectors(beforeAfter)).map(
        ({ change }) => change,
      ),
      ...policyHostChanges(beforeAfter),
      ...includeChanges(beforeAfter),
      ...handedOver(beforeAfter)
        .filter(({ name }) => !cuts.has(name))
        .map(({ change }) => change),
    ],
    topics: new Set(taken.map(({ topic }) => topic)),
  };
}

/** A name below a domain that is answered by somebody else from now on, though no mechanism stands there. */
interface HandedOver {
  readonly name: DnsName;
  readonly type: DnsRecordType;
  readonly change: Change;
}

/**
 * Delegations of names below a domain, autodiscover and services of mail programs that lead away. An alias of any other name is no takeover: web
 * sites lead to their hosts so, and it can be followed when it is judged.
 */
export function handedOver(beforeAfter: DomainBeforeAfter): readonly HandedOver[] {
  const { domain, after } = beforeAfter;
  const before = standingBefore(beforeAfter);
  if (!before) return [];
  const changed = (name: DnsName, type: LeadingType) => {
    const [from, to] = [hostsAt(before, name, type), hostsAt(after, name, type)];
    const text = `${name} ${type} ${from.join(", ") || NOTHING} → ${to.join(", ") || NOTHING}`;
    return { text, come: without(to, from) };
  };
  const cuts = after.records.flatMap(({ record }) =>
    record.type === "NS" && record.name !== domain && !isOfMechanism(record.name, domain)
      ? [record.name]
      : [],
  );
  const autodiscover = below("autodiscover", domain);
  const found = [...new Set(cuts)].flatMap((name): readonly HandedOver[] => {
    const { text, come } = changed(name, "NS");
    return come.length > 0 ? [{ name, type: "NS", change: high(text, DELEGATED) }] : [];
  });
  const led = (["CNAME", "A", "AAAA"] as const).flatMap((type): readonly HandedOver[] => {
    const { text, come } = changed(autodiscover, type);
    const leadsAway = come.some((to) => !MICROSOFTS_AUTODISCOVER.has(to) && !isOwn(to, domain));
    return leadsAway ? [{ name: autodiscover, type, change: high(text, SETTINGS) }] : [];
  });
  const services = after.records.flatMap(({ record }) =>
    record.type === "SRV" && isMailService(record.name) ? [record.name] : [],
  );
  const served = [...new Set(services)].flatMap((name): readonly HandedOver[] => {
    const { text, come } = changed(name, "SRV");
    const known = targetsOf(hostsAt(before, name, "SRV"), "SRV");
    const leadsAway = without(targetsOf(come, "SRV"), known).some(
      (to) => !isOwn(to, domain) && !MICROSOFTS_AUTODISCOVER.has(to),
    );
    const why = name.startsWith("_autodiscover.") ? SETTINGS : PASSWORD;
    return leadsAway ? [{ name, type: "SRV", change: high(text, why) }] : [];
  });
  return [...found, ...led, ...served];
}

/** Relaxed alignment (RFC 9989 §5.1): a signature or an envelope of any name below a domain stands for the domain. */
const DELEGATED =
  "whoever runs these name servers answers for the name and all below it, and with keys of their own there passes the domain's DMARC unless it asks for strict alignment";
/** What clients of Outlook do with the answer. */
export const SETTINGS = "Outlook takes its settings from there and shows its password";

export const MICROSOFTS_AUTODISCOVER: ReadonlySet<string> = new Set(
  Object.values(CLOUDS).map(({ autodiscover }) => autodiscover),
);

/** Types by which a name is answered elsewhere. */
type LeadingType = "NS" | "CNAME" | "A" | "AAAA" | "SRV";

function hostsAt(mail: MailPosture, name: DnsName, type: LeadingType): readonly string[] {
  return mail.records
    .flatMap(({ record }) => (record.name === name && record.type === type ? [recordData(record)] : []))
    .sort();
}

type Find = (mail: MailPosture, posture: Posture) => Elsewhere | undefined;

const at =
  (name: (domain: DnsName) => DnsName, type: DnsRecordType = "TXT"): Find =>
  ({ domain }, posture) =>
    published(posture, name(domain), type);

const MECHANISMS: readonly (readonly [Topic, Find])[] = [
  [mx, at((domain) => domain, "MX")],
  [spf, at((domain) => domain)],
  [dkim, dkimElsewhere],
  [dmarc, at(dmarcRecordName)],
  [mtaSts, at(mtaStsRecordName)],
  [tlsRpt, at(tlsRptRecordName)],
  [bimi, at((domain) => below("default._bimi", domain))],
];

function published(posture: Posture, name: DnsName, type: DnsRecordType): Elsewhere | undefined {
  const found = answer(posture, name, type);
  return found.kind === "elsewhere" ? found : undefined;
}

function isNew(from: Elsewhere | undefined, to: Elsewhere): boolean {
  return !from || elsewhereWords(from) !== elsewhereWords(to);
}

/** NS records at the domain itself, whether they are its zone's own or a delegation from a zone that is not known. */
function nameServerChanges({ domain, before, after }: DomainBeforeAfter): readonly Change[] {
  const [from, to] = [nameServers(before), nameServers(after)];
  if (without(to, from).length === 0 && without(from, to).length === 0) return [];
  const text = `Name servers of ${domain} ${from.join(", ") || NOTHING} → ${to.join(", ") || NOTHING}`;
  return [
    without(to, from).length > 0
      ? high(text, "all that receivers find of the domain is decided by whoever runs them")
      : medium(text, "nobody answers for the domain if they are the only ones that do"),
  ];
}

function nameServers(mail: MailPosture | undefined): readonly string[] {
  return (mail?.records ?? [])
    .flatMap(({ record }) => (record.type === "NS" && record.name === mail?.domain ? [record.host] : []))
    .sort();
}

function policyHostChanges({ domain, postures }: DomainBeforeAfter): readonly Change[] {
  const host = mtaStsPolicyHost(domain);
  const [from, to] = [published(postures.before, host, "A"), published(postures.after, host, "A")];
  // A wildcard answers for every host, and an alias of a host that announces no policy serves none.
  if (!to || !isNew(from, to) || to.path[0]?.entry.name !== host) return [];
  return [high(`MTA-STS policy of ${domain} is ${elsewhereWords(to)}`, DECIDES)];
}

/** Names of mail that an alias or a delegation hands to somebody else; what changes is said with the mechanism. */
const MECHANISM_LABELS = ["_dmarc", "_domainkey", "_mta-sts", "_smtp._tls", "default._bimi"];

export function isOfMechanism(name: DnsName, domain: DnsName): boolean {
  return MECHANISM_LABELS.some((label) => name === `${label}.${domain}`);
}

/** Names that the SPF record before leads to, however far, and that were answered from here. */
function includeChanges({ before, postures }: DomainBeforeAfter): readonly Change[] {
  const tree = before && spfTreeOf(before, postures.before).tree;
  if (!tree) return [];
  return [...new Set(leads(tree))].flatMap((target) => {
    const name = parseName(target, "owner");
    if (!name.ok) return [];
    const to = published(postures.after, name.value, "TXT");
    return to && isNew(published(postures.before, name.value, "TXT"), to)
      ? [
          high(
            `SPF of ${name.value} is ${elsewhereWords(to)}`,
            "who may send in the domain's name is decided there",
          ),
        ]
      : [];
  });
}

/** Where the includes and redirects of a record and of those behind it lead; macros that depend on the message lead to no name. */
function leads({ steps }: SpfBranch): readonly string[] {
  return steps.flatMap(({ term, target, record }) => [
    ...((term.kind === "include" || term.kind === "redirect") && target !== undefined ? [target] : []),
    ...(record ? leads(record) : []),
  ]);
}
