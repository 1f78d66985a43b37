import { effectiveTerms } from "../../mail/spf/effective";
import { formatSpf } from "../../mail/spf/format";
import type { SpfRecord } from "../../mail/spf/record";
import { difference, type SpfChange, type SpfDifference } from "../../mail/spf/tree";
import { soleSpf, spfOf, spfUnknown } from "../../posture/facts/spf";
import type { MailPosture } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  high,
  low,
  medium,
  NO_RECORD,
  stateChange,
  type Topic,
  unknownWords,
  without,
} from "./change";
import { plannedSenders } from "./spf-senders";

export const spf: Topic = {
  title: "SPF",
  state(mail, posture) {
    const records = spfOf(mail, posture);
    if (records.length === 0) return unknownWords(posture, mail.domain, "TXT") ?? NO_RECORD;
    if (records.length > 1) return `${records.length} records, void`;
    const sole = soleSpf(mail, posture);
    return sole ? formatSpf(sole.parsed) : "a broken record";
  },
  async changes(beforeAfter) {
    const { before, after, postures } = beforeAfter;
    const [from, to] = [before && soleSpf(before, postures.before), soleSpf(after, postures.after)];
    if (before && from && to) {
      const compared = await compareSenders(before, after, postures);
      if (compared.broken.length > 0) {
        return compared.broken.map((problem) => high(`SPF ends in permerror: ${problem}`, PERMERROR));
      }
      return from.record.value === to.record.value
        ? includedChanges(compared)
        : senderChanges(from.parsed, to.parsed, compared);
    }
    const [only] = stateChange(spf, beforeAfter);
    if (!only) return [];
    if (from && !spfUnknown(after, postures.after))
      return [high(only.text, "nobody can tell the domain's senders from forgers any more")];
    if (!to) return [only];
    const { authorized } = await plannedSenders(after, postures.after, postures.before);
    return [
      isEverybody({ ip4: authorized.ip4.cidrs() })
        ? high(only.text, "everybody may send in the domain's name")
        : medium(only.text, "who is not listed may be refused from now on"),
    ];
  },
};

/** Had the domain a record that says who may send, and has it none any more? One that is not known is a record. */
export function spfRemoved({ before, after, postures }: DomainBeforeAfter): boolean {
  return (
    before !== undefined &&
    spfOf(before, postures.before).length > 0 &&
    spfOf(after, postures.after).length === 0 &&
    !spfUnknown(after, postures.after)
  );
}

/** The difference in addresses, and in terms that cannot be followed offline. */
interface ComparedSenders extends SpfDifference {
  readonly gainedTerms: readonly string[];
  readonly lostTerms: readonly string[];
  /** What breaks the record, and did not before. */
  readonly broken: readonly string[];
}

const PERMERROR = "receivers take nobody's mail as authorized, and many refuse it";

function senderChanges(
  from: SpfRecord,
  to: SpfRecord,
  { gained, lost, gainedTerms, lostTerms }: ComparedSenders,
): readonly Change[] {
  const fewer = sendersText(lost, lostTerms);
  const changes: Change[] = [...gainedChange("SPF now also allows", gained, gainedTerms)];
  if (fewer !== undefined)
    changes.push(medium(`SPF no longer allows ${fewer}`, "mail from there may be refused"));
  const [old, now] = [endOf(from), endOf(to)];
  if (old !== now) {
    const text = `SPF for everyone else ${old} → ${now}`;
    changes.push(now === "fail" ? medium(text, "senders that were forgotten are refused") : low(text));
  }
  return changes.length > 0 ? changes : [low("SPF written differently; who may send stays the same")];
}

function gainedChange(said: string, gained: SpfChange, terms: readonly string[]): readonly Change[] {
  const more = sendersText(gained, terms);
  if (more === undefined) return [];
  const text = `${said} ${more}`;
  if (isEverybody(gained)) return [high(text, "everybody may send in the domain's name")];
  return terms.length > 0
    ? [medium(text, "everyone who sends from there can send in the domain's name")]
    : [low(text)];
}

/** What changes at one and the same record: a record that it includes. */
function includedChanges({ gained, lost, gainedTerms, lostTerms }: ComparedSenders): readonly Change[] {
  const fewer = sendersText(lost, lostTerms);
  return [
    ...gainedChange("SPF, by a record that it includes, now also allows", gained, gainedTerms),
    ...(fewer === undefined
      ? []
      : [
          medium(
            `SPF, by a record that it includes, no longer allows ${fewer}`,
            "mail from there may be refused",
          ),
        ]),
  ];
}

async function compareSenders(
  before: MailPosture,
  after: MailPosture,
  postures: DomainBeforeAfter["postures"],
): Promise<ComparedSenders> {
  const [from, to] = [
    await plannedSenders(before, postures.before, postures.after),
    await plannedSenders(after, postures.after, postures.before),
  ];
  return {
    ...difference(from.authorized, to.authorized),
    gainedTerms: without(to.terms, from.terms),
    lostTerms: without(from.terms, to.terms),
    broken: without(to.problems, from.problems),
  };
}

/** `192.0.2.0/24, everything in include:sendgrid.net`; nothing if there is nothing. */
function sendersText({ ip4, ip6 }: SpfChange, terms: readonly string[]): string | undefined {
  if (isEverybody({ ip4 })) return "everybody";
  const blocks = [...ip4, ...ip6];
  const shown = blocks.slice(0, MANY);
  const more = blocks.length - shown.length;
  const parts = [
    ...shown,
    ...(more > 0 ? [`${more} more blocks`] : []),
    ...terms.map((term) => `everything in ${term}`),
  ];
  if (parts.length === 0) return undefined;
  const last = parts.pop() ?? "";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}

/** More blocks than this say nothing to a reader. */
const MANY = 12;

function isEverybody({ ip4 }: Pick<SpfChange, "ip4">): boolean {
  // What remains of the whole space beside what could send before.
  return ip4.some((block) => block.endsWith("/0") || block.endsWith("/1"));
}

/** What a receiver does with those that no term names. */
function endOf(record: SpfRecord): string {
  const { directives, redirect } = effectiveTerms(record);
  const all = directives.find(({ kind }) => kind === "all");
  if (all) return ENDS[all.qualifier];
  return redirect ? "by redirect" : "neutral";
}

const ENDS = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" } as const;
