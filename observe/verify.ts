import { below, type DnsName, isWithin } from "../lib/dns/name";
import { type DnsRecord, recordData } from "../lib/dns/record";
import {
  type CompareOptions,
  compare,
  comparePolicy,
  type DomainState,
  isMadeFrom,
  isPublishedAs,
  type RecordState,
} from "../lib/posture/compare";
import { MICROSOFT_PAIR } from "../lib/posture/facts/dkim";
import type { MailPosture, Posture, UnknownRecord } from "../lib/posture/model";
import type { AuthoritativeAnswer, Authorities } from "./dns/authorities";
import { type LiveLookups, observePosture } from "./posture";
import { subjectOf } from "./subject";

export interface VerifyOptions extends LiveLookups {
  /** Asked where the resolver does not give what is declared. */
  readonly authorities: Pick<Authorities, "ask" | "delegations">;
  /** Is the Exchange side of the domain managed, so that only the form of Microsoft's names is known? */
  readonly isManaged: (domain: string) => boolean;
  /** Domains that are not looked at and declare records too, such as at names below the others. */
  readonly around: readonly MailPosture[];
}

/** What the live world shows of domains, and how that stands to what they declare. */
export interface Verified {
  readonly observed: Posture;
  readonly domains: readonly DomainState[];
}

/** Looks at the declared domains in the live world. */
export async function verifyDomains(
  declared: readonly MailPosture[],
  { authorities, isManaged, around, ...eyes }: VerifyOptions,
): Promise<Verified> {
  const observed = await observePosture(declared.map(subjectOf), eyes);
  const seen = new Map(observed.domains.map((mail) => [mail.domain, mail]));
  const known = new Set(
    [...declared, ...around].flatMap(({ records }) => records.map((one) => keyOf(one.record))),
  );
  const wildcards = [...declared, ...around].flatMap(({ records }) =>
    records.flatMap(({ record }) => (record.name.startsWith("*.") ? [record] : [])),
  );
  const isDeclaredElsewhere = (record: DnsRecord) =>
    known.has(keyOf(record)) || wildcards.some((wildcard) => isMadeFrom(wildcard, record));
  const domains = await Promise.all(
    declared.flatMap((mail) => {
      const live = seen.get(mail.domain);
      return live
        ? [stateOf(mail, live, authorities, { managed: isManaged(mail.domain), isDeclaredElsewhere })]
        : [];
    }),
  );
  const states = new Map(domains.map((state) => [state.domain, state]));
  return {
    observed: {
      ...observed,
      domains: observed.domains.map((mail) => withoutHearsay(mail, states.get(mail.domain)?.records ?? [])),
    },
    domains,
  };
}

/** What nobody with authority said is not known: rules must not take a resolver's "nothing there" for an answer. */
function withoutHearsay(mail: MailPosture, states: readonly RecordState[]): MailPosture {
  const held = new Set(
    [...mail.records.map(({ record }) => record), ...mail.unknown].map(({ name, type }) => `${name} ${type}`),
  );
  const keys = below("_domainkey", mail.domain);
  const lost = states.flatMap(({ status, name, type }) => {
    if (status !== "unreachable") return [];
    const selectors = MICROSOFT_PAIR.map((selector) => below(selector, keys));
    const under = type === "NS" ? selectors.filter((selector) => isWithin(selector, name)) : [];
    // Behind an alias for a key stands the key: verifiers ask for texts.
    const isKey = type === "CNAME" && isWithin(name, keys);
    return [
      { name, type: isKey ? ("TXT" as const) : type },
      ...under.map((at) => ({ name: at, type: "TXT" as const })),
    ];
  });
  const unknown = [...new Map(lost.map((one) => [`${one.name} ${one.type}`, one])).entries()].flatMap(
    ([key, { name, type }]): readonly UnknownRecord[] =>
      held.has(key) || held.has(`${name} CNAME`)
        ? []
        : [{ name, type, why: "no answer", where: { address: key } }],
  );
  return unknown.length === 0 ? mail : { ...mail, unknown: [...mail.unknown, ...unknown] };
}

async function stateOf(
  declared: MailPosture,
  observed: MailPosture,
  authorities: Pick<Authorities, "ask" | "delegations">,
  options: CompareOptions,
): Promise<DomainState> {
  const states = compare(declared, observed, options);
  const records = await Promise.all(
    states.map((state) => settle(state, declared.domain, authorities, options)),
  );
  const policy = comparePolicy(declared, observed);
  // A declared record that is out of reach is told by its own line.
  const lost = new Set(
    records.flatMap(({ status, name, type }) => (status === "unreachable" ? [`${name} ${type}`] : [])),
  );
  const unanswered = (observed.unanswered ?? []).filter(
    ({ name, type }) => !lost.has(`${name} ${type}`) && !lost.has(`${name} CNAME`),
  );
  return { domain: declared.domain, records, ...(policy ? { policy } : {}), unanswered };
}

/** What differs may only be on its way: the zone's own servers know. */
async function settle(
  state: RecordState,
  domain: DnsName,
  authorities: Pick<Authorities, "ask" | "delegations">,
  options: CompareOptions,
): Promise<RecordState> {
  const { declared, observed, name } = state;
  const isHanded = declared?.type === "NS" && name !== domain;
  if (state.status === "ok" && !isHanded) return state;
  const [answers, cuts] = await Promise.all([
    authorities.ask(state.name, state.type),
    authorities.delegations(domain, state.name),
  ]);
  const servers = [
    // A record of the domain's own zone is not served there, though it may well be in the zone (RFC 1034 §4.2.1).
    ...cuts
      .filter(({ at }) => state.declared && !(state.type === "NS" && state.name === at))
      .map(({ at, servers: hosts }) => `${at} is delegated to ${hosts.join(", ")}`),
    ...answers.map((answer) => `${answer.server}: ${says(answer)}`),
  ];
  const heard = answers.filter((answer) => answer.kind === "records");
  const isLame = answers.length > 0 && answers.every(({ kind }) => kind === "lame" || kind === "referral");
  if (state.status === "ok") return isLame ? { ...state, status: "unreachable", servers } : state;
  // Where those to whom a name is handed do not answer for it, a resolver's "nothing there" is nobody's word.
  const isReferred = answers.some(({ kind }) => kind === "referral");
  const isDead = isHanded
    ? answers.some(({ kind }) => kind === "lame")
    : heard.length === 0 && (isReferred || (isLame && cuts.length > 0));
  if (state.status === "missing" && isDead) return { ...state, status: "unreachable", servers };
  const agree =
    heard.length > 0 &&
    heard.every(({ records }) =>
      declared
        ? records.some((record) => isPublishedAs(declared, record, options))
        : !records.some((record) => observed && isPublishedAs(observed, record)),
    );
  const isPending = agree && state.status !== "unreachable";
  return {
    ...state,
    ...(isPending ? { status: "pending" } : {}),
    ...(servers.length > 0 ? { servers } : {}),
  };
}

function keyOf(record: DnsRecord): string {
  return `${record.name} ${record.type} ${recordData(record)}`;
}

function says(answer: AuthoritativeAnswer): string {
  if (answer.kind === "referral") return `hands ${answer.at} to ${[...answer.to].sort().join(", ")}`;
  if (answer.kind === "lame") return `does not answer for the zone (${answer.why})`;
  if (answer.kind === "failure") return `no answer (${answer.why})`;
  if (answer.records.length === 0) return "has no such record";
  return answer.records.map(recordData).sort().join(" | ");
}
