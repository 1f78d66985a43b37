import { below, type DnsName } from "../../dns/name";
import type { TxtRecord } from "../../dns/record";
import { isBimi, parseBimi } from "../../mail/bimi";
import { type MtaStsPolicy, mtaStsRecordName, parseMtaStsRecord, uncoveredMx } from "../../mail/mta-sts";
import { isTlsRpt, parseTlsRpt, tlsRptRecordName } from "../../mail/tls-rpt";
import { bimiOf } from "../../posture/facts/bimi";
import { isUnknown, txtAt } from "../../posture/facts/fact";
import { mtaStsOf } from "../../posture/facts/mta-sts";
import { mxOf } from "../../posture/facts/mx";
import type { MailPosture, Posture } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  high,
  low,
  medium,
  NOTHING,
  stateChange,
  type Topic,
  unknownWords,
  without,
} from "./change";

export const mtaSts: Topic = {
  title: "MTA-STS",
  state(mail, posture) {
    const { records, policy } = mtaStsOf(mail, posture);
    if (records.length === 0) return unknownWords(posture, mtaStsRecordName(mail.domain), "TXT") ?? NOTHING;
    if (!policy) return "announced";
    const { mode, mx, maxAge } = policy.value;
    return `${mode}, ${mx.length > 0 ? mx.join(" ") : "no MX"}, ${maxAge} s`;
  },
  changes: mtaStsChanges,
};

function mtaStsChanges(beforeAfter: DomainBeforeAfter): readonly Change[] {
  const { before, after, postures } = beforeAfter;
  const [from, to] = [
    before && mtaStsOf(before, postures.before).policy?.value,
    mtaStsOf(after, postures.after).policy?.value,
  ];
  if (!from || !to) {
    const [only] = stateChange(mtaSts, beforeAfter);
    if (!from && !to) return unseen(beforeAfter, only);
    if (!only) return stranded(beforeAfter);
    if (from?.mode === "enforce") return [high(only.text, cachedWords(from)), ...stranded(beforeAfter)];
    return [to?.mode === "enforce" ? { ...only, risk: "medium", why: ENFORCED } : only];
  }
  const changes: Change[] = [];
  if (from.mode !== to.mode) {
    const text = `MTA-STS ${from.mode} → ${to.mode}`;
    changes.push(
      to.mode === "enforce"
        ? medium(text, ENFORCED)
        : from.mode === "enforce"
          ? medium(text, "senders may deliver without TLS again")
          : low(text),
    );
  }
  const [gained, lost] = [without(to.mx, from.mx), without(from.mx, to.mx)];
  if (gained.length > 0) changes.push(low(`MTA-STS now also covers ${gained.join(", ")}`));
  if (lost.length > 0) changes.push(medium(`MTA-STS no longer covers ${lost.join(", ")}`, ENFORCED));
  changes.push(...stranded(beforeAfter));
  if (from.maxAge !== to.maxAge) changes.push(low(`MTA-STS max_age ${from.maxAge} s → ${to.maxAge} s`));
  return changes;
}

/**
 * Of a policy that is announced, and whose text no plan shows, nobody knows whether it is enforced, nor which hosts it names.
 * @param only what changes about its being announced
 */
function unseen({ before, after, postures }: DomainBeforeAfter, only: Change | undefined): readonly Change[] {
  const told = only ? [only] : [];
  const [announced] = before ? mtaStsOf(before, postures.before).records : [];
  if (!before || !announced) return told;
  const [now] = mtaStsOf(after, postures.after).records;
  const come = without(exchangesOf(after, postures.after), exchangesOf(before, postures.before));
  const isGone = !now && !isUnknown(postures.after, mtaStsRecordName(after.domain), "TXT");
  const [old, next] = [announced, now].map((one) => one && idOf(one.record));
  return [
    ...(only && isGone ? [medium(only.text, GOES_UNSEEN)] : told),
    ...(now && old !== next
      ? [low(`MTA-STS id ${old ?? NOTHING} → ${next ?? NOTHING}: senders fetch the policy anew`)]
      : []),
    ...(come.length > 0
      ? [
          medium(
            `MTA-STS policy is not shown, which has to cover ${come.join(", ")}`,
            "senders that hold an enforced one keep mail back from hosts that it does not name, for as long as its max_age says",
          ),
        ]
      : []),
  ];
}

function idOf({ value }: TxtRecord): string | undefined {
  const read = parseMtaStsRecord(value);
  return read.ok ? read.value.id : undefined;
}

const GOES_UNSEEN =
  "senders that hold an enforced policy go by it for as long as its max_age says; first publish mode none for that long";

/** What keeps mail back for as long as senders hold the policy of before. */
export function mtaStsBroken(beforeAfter: DomainBeforeAfter): readonly Change[] {
  return mtaStsChanges(beforeAfter).filter(({ risk }) => risk === "high");
}

/** Senders act on what they have fetched (RFC 8461 §3.3, §5.1); a policy goes by way of mode none (§8.3). */
function cachedWords({ maxAge, mx }: MtaStsPolicy): string {
  return `until ${lasting(maxAge)} after the change senders that hold the policy deliver only to ${mx.join(", ")} with a valid certificate; first publish mode none for that long`;
}

/**
 * Hosts of the MX record that the policy does not name which senders hold. Where the new policy names them, senders that look
 * for it before they give up (RFC 8461 §5.1) deliver after all.
 */
function stranded({ before, after, postures }: DomainBeforeAfter): readonly Change[] {
  const held = before && mtaStsOf(before, postures.before).policy?.value;
  if (!before || held?.mode !== "enforce") return [];
  const old = uncoveredMx(held, exchangesOf(before, postures.before));
  const missed = without(uncoveredMx(held, exchangesOf(after, postures.after)), old);
  if (missed.length === 0) return [];
  const now = mtaStsOf(after, postures.after).policy?.value;
  const text = `MTA-STS policy that senders hold does not cover ${missed.join(", ")}`;
  const time = `until ${lasting(held.maxAge)} after the change`;
  const fix = "publish a policy that covers it first, and move the MX after that time";
  return [
    now && uncoveredMx(now, missed).length === 0
      ? medium(text, `${time} senders that do not look for the new policy keep mail back; ${fix}`)
      : high(text, `${time} senders keep mail back from there; ${fix}`),
  ];
}

function exchangesOf(mail: MailPosture, posture: Posture): readonly DnsName[] {
  return mxOf(mail, posture).flatMap(({ record: { exchange } }) => (exchange === "." ? [] : [exchange]));
}

/** `7 days`, `36 hours`, `90 s`: whole units, of which the largest. */
function lasting(seconds: number): string {
  for (const [unit, name] of [
    [86_400, "day"],
    [3600, "hour"],
  ] as const) {
    if (seconds >= unit && seconds % unit === 0) {
      const count = seconds / unit;
      return `${count} ${name}${count === 1 ? "" : "s"}`;
    }
  }
  return `${seconds} s`;
}

const ENFORCED =
  "senders keep mail back from hosts that the policy does not name, or without a valid certificate";

export const tlsRpt: Topic = {
  title: "TLS-RPT",
  state(mail, posture) {
    const name = tlsRptRecordName(mail.domain);
    const targets = txtAt(posture, name).flatMap(({ record: { value } }) => {
      const read = isTlsRpt(value) ? parseTlsRpt(value) : undefined;
      if (!read) return [];
      return read.ok ? read.value.rua.map(({ uri }) => uri) : ["a broken record"];
    });
    return targets.join(", ") || (unknownWords(posture, name, "TXT") ?? NOTHING);
  },
  changes: (beforeAfter) => stateChange(tlsRpt, beforeAfter),
};

export const bimi: Topic = {
  title: "BIMI",
  state(mail, posture) {
    const logos = bimiOf(mail, posture).flatMap(({ record: { value } }) => {
      const read = isBimi(value) ? parseBimi(value) : undefined;
      if (!read) return [];
      if (!read.ok) return ["a broken record"];
      const { logo, certificate } = read.value;
      return [logo === "" ? "declined" : `${logo}${certificate ? " with a certificate" : ""}`];
    });
    return logos.join(", ") || (unknownWords(posture, below("default._bimi", mail.domain), "TXT") ?? NOTHING);
  },
  changes: (beforeAfter) => stateChange(bimi, beforeAfter),
};

export const caa: Topic = {
  title: "CAA",
  state: (mail, posture) =>
    caaValues(mail).join(", ") || (unknownWords(posture, mail.domain, "CAA") ?? NOTHING),
  changes(beforeAfter) {
    const changed = stateChange(caa, beforeAfter);
    const gained = without(
      caaValues(beforeAfter.after),
      beforeAfter.before ? caaValues(beforeAfter.before) : [],
    );
    // The first property shuts everyone else out.
    return gained.some((value) => value.startsWith("issue"))
      ? changed.map((one) => ({
          ...one,
          risk: "medium",
          why: "other authorities can no longer issue or renew certificates",
        }))
      : changed;
  },
};

function caaValues({ records, domain }: MailPosture): readonly string[] {
  return records
    .flatMap(({ record }) => {
      if (record.type !== "CAA") return [];
      const at = record.name === domain ? "" : ` at ${record.name}`;
      return [`${record.tag} ${record.value === ";" || record.value === "" ? "nobody" : record.value}${at}`];
    })
    .sort();
}
