import { dmarcRecordName } from "../../mail/dmarc/build";
import { DISPOSITIONS } from "../../mail/dmarc/parse";
import { effectivePolicy, type PolicyScope, percentOf, policyByOldRule } from "../../mail/dmarc/policy";
import type { DmarcRecord } from "../../mail/dmarc/record";
import { dmarcInForce, dmarcOf, soleDmarc } from "../../posture/facts/dmarc";
import { isUnknown } from "../../posture/facts/fact";
import type { MailPosture, Posture } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  high,
  low,
  medium,
  NO_RECORD,
  NOTHING,
  stateOf,
  type Topic,
  unknownWords,
  without,
} from "./change";

export const dmarc: Topic = {
  title: "DMARC",
  state(mail, posture) {
    const unknown = unknownWords(posture, dmarcRecordName(mail.domain), "TXT");
    const records = dmarcOf(mail, posture);
    if (unknown !== undefined && records.length === 0) return unknown;
    if (records.length === 0) return NO_RECORD;
    const sole = soleDmarc(mail, posture);
    if (!sole) return records.length > 1 ? `${records.length} records, void` : "a broken record";
    return policyWords(sole.parsed);
  },
  changes(beforeAfter) {
    const { before, after, postures } = beforeAfter;
    const earlier = inForceBefore(beforeAfter);
    const [from, to] = [
      before || !earlier ? stateOf(dmarc, before, postures.before) : inheritedWords(earlier, postures.before),
      stateOf(dmarc, after, postures.after),
    ];
    const changes: Change[] = [];
    const text = `DMARC ${from} → ${to}`;
    if (!before && to === NO_RECORD) return [];
    if (from !== to) {
      if (dmarcWeakened(beforeAfter)) changes.push(high(text, "forgeries that were refused get through"));
      else if (
        strength(after, postures.after, "domain") > Math.max(0, strength(earlier, postures.before, "domain"))
      )
        changes.push(
          medium(text, "mail that passes neither SPF nor DKIM in alignment is no longer delivered as usual"),
        );
      else if (isUnknown(postures.after, dmarcRecordName(after.domain), "TXT"))
        changes.push(medium(text, "nobody knows whether forgeries are still refused"));
      else changes.push(low(text));
    } else if (dmarcWeakened(beforeAfter)) {
      const inherited = `DMARC inherited ${inheritedWords(before, postures.before)} → ${inheritedWords(after, postures.after)}`;
      changes.push(high(inherited, "forgeries that were refused get through"));
    }
    const [old, now] = [
      before && soleDmarc(before, postures.before)?.parsed,
      soleDmarc(after, postures.after)?.parsed,
    ];
    return old && now ? [...changes, ...details(old, now)] : changes;
  },
};

/** `quarantine, subdomains reject, testing`. */
function policyWords(record: DmarcRecord): string {
  const { policy, subdomainPolicy, nonExistentPolicy, test } = record;
  return [
    policy ?? (record.rua.length > 0 ? NOTHING : "no policy"),
    ...(subdomainPolicy && subdomainPolicy !== policy ? [`subdomains ${subdomainPolicy}`] : []),
    ...(nonExistentPolicy && nonExistentPolicy !== (subdomainPolicy ?? policy)
      ? [`non-existent subdomains ${nonExistentPolicy}`]
      : []),
    ...(test ? ["testing"] : []),
    ...(percentOf(record) < 100 ? [`for ${percentOf(record)} %`] : []),
  ].join(", ");
}

/** `reject from contoso.com`, of a record above the domain, where it has none of its own that counts. */
function inheritedWords(mail: MailPosture | undefined, posture: Posture): string {
  const found = mail && dmarcInForce(mail, posture);
  return found?.kind === "inherited" ? `${policyWords(found.record)} from ${found.at}` : NOTHING;
}

function details(from: DmarcRecord, to: DmarcRecord): readonly Change[] {
  const changes: Change[] = [];
  for (const [key, words] of [
    ["rua", "reports"],
    ["ruf", "failure reports"],
  ] as const) {
    const [old, now] = [from[key].map(({ uri }) => uri), to[key].map(({ uri }) => uri)];
    const [gained, lost] = [without(now, old), without(old, now)];
    if (gained.length > 0) changes.push(low(`DMARC ${words} now also to ${gained.join(", ")}`));
    if (lost.length > 0) changes.push(low(`DMARC ${words} no longer to ${lost.join(", ")}`));
  }
  for (const [key, words] of [
    ["adkim", "DKIM"],
    ["aspf", "SPF"],
  ] as const) {
    const [old = "relaxed", now = "relaxed"] = [from[key], to[key]];
    if (old === now) continue;
    const text = `DMARC alignment of ${words} ${old} → ${now}`;
    changes.push(now === "strict" ? medium(text, "mail of subdomains' names no longer passes") : low(text));
  }
  return changes;
}

/**
 * Is a policy milder than before, for the domain or for what is below it, to receivers of RFC 9989 or of RFC 7489? A policy
 * that the domain inherits counts, unless it comes from a domain of the plans both times: what changes there is said there.
 * What is not known on a side is not weaker.
 */
export function dmarcWeakened(beforeAfter: DomainBeforeAfter): boolean {
  const { after, postures } = beforeAfter;
  const before = inForceBefore(beforeAfter);
  if (inheritsFromPlans(beforeAfter)) return false;
  return (["domain", "subdomain", "non-existent"] as const).some((scope) => {
    const [from, to] = [strengths(before, postures.before, scope), strengths(after, postures.after, scope)];
    return from !== undefined && to?.some((strength, index) => strength < (from[index] ?? 0));
  });
}

/** The domain before. One that Terraform did not manage had the policy of a domain above it all the same. */
function inForceBefore({ before, after, postures }: DomainBeforeAfter): MailPosture | undefined {
  if (before) return before;
  const bare: MailPosture = { ...after, records: [], unknown: [] };
  return dmarcInForce(bare, postures.before).kind === "inherited" ? bare : undefined;
}

function inheritsFromPlans(beforeAfter: DomainBeforeAfter): boolean {
  const { after, postures } = beforeAfter;
  const before = inForceBefore(beforeAfter);
  if (!before) return false;
  const from = dmarcInForce(before, postures.before);
  const to = dmarcInForce(after, postures.after);
  const isPlanned = postures.before.domains.some(
    ({ domain }) => from.kind === "inherited" && domain === from.at,
  );
  return isPlanned && to.kind !== "own" && to.kind !== "unknown";
}

const UNKNOWN = -1;

/** What receivers of RFC 9989 apply: 0 for no policy or `none`, 1 quarantine, 2 reject; -1 where nobody knows. */
function strength(mail: MailPosture | undefined, posture: Posture, scope: PolicyScope): number {
  return strengths(mail, posture, scope)?.[0] ?? UNKNOWN;
}

/** What receivers of RFC 9989 apply, and those of RFC 7489; nothing where nobody knows. */
function strengths(
  mail: MailPosture | undefined,
  posture: Posture,
  scope: PolicyScope,
): readonly [number, number] | undefined {
  const found = mail && dmarcInForce(mail, posture);
  if (!found || found.kind === "unknown") return undefined;
  if (found.kind === "none") return [0, 0];
  const asked = found.kind === "inherited" && scope === "domain" ? "subdomain" : scope;
  const policy = effectivePolicy(found.record, asked);
  return [policy === undefined ? 0 : DISPOSITIONS.indexOf(policy), policyByOldRule(found.record, asked)];
}
