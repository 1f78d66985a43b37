import { parseName } from "../../dns/name";
import { mxOperator } from "../../mail/mx-operators";
import { isNullMx, mxOf, mxUnknown } from "../../posture/facts/mx";
import { lookup } from "../../posture/lookup";
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

export const mx: Topic = {
  title: "MX",
  state(mail, posture) {
    const hosts = mxOf(mail, posture).map((one) =>
      isNullMx(one) ? "null MX, receives nothing" : one.record.exchange,
    );
    const unknown = unknownWords(posture, mail.domain, "MX");
    return [...hosts, ...(unknown === undefined ? [] : [`a host ${unknown}`])].join(", ") || NOTHING;
  },
  changes(beforeAfter) {
    const { before, after, postures } = beforeAfter;
    if (!before || !isReached(before, postures.before)) return firstWay(beforeAfter);
    if (mxRemoved(beforeAfter)) {
      return [
        high(
          `MX ${mx.state(before, postures.before)} → ${mx.state(after, postures.after)}`,
          "mail to the domain is no longer delivered",
        ),
      ];
    }
    const [from, to] = [hostsOf(before, postures.before), hostsOf(after, postures.after)];
    const [gone, come] = [without(from, to), without(to, from)];
    if (gone.length === 0 && come.length === 0)
      return preferenceChanges(beforeAfter, before) ?? stateChange(mx, beforeAfter);
    const [left, reached] = [
      without(operators(from), operators(to)),
      without(operators(to), operators(from)),
    ];
    const connector =
      beforeAfter.connectorValidated === undefined ? "" : connectorWords(beforeAfter.connectorValidated);
    if (left.length > 0 && reached.length > 0) {
      const text = `MX leaves ${left.join(", ")} for ${reached.join(", ")}${reached.includes("EOP") ? connector : ""}`;
      return [high(text, "all mail to the domain takes another way")];
    }
    const unknown = unknownWords(postures.after, after.domain, "MX");
    if (left.length > 0 && unknown !== undefined) {
      return [
        high(
          `MX leaves ${left.join(", ")} for a host ${unknown}${connector}`,
          "all mail to the domain takes another way",
        ),
      ];
    }
    const why = "a host that is not ready for the domain refuses its mail";
    const changes: Change[] = [];
    if (come.length > 0) changes.push(medium(`MX now also ${come.map(withOperator).join(", ")}`, why));
    if (gone.length > 0) changes.push(medium(`MX no longer ${gone.map(withOperator).join(", ")}`, why));
    return changes;
  },
};

/** Had the domain a way for its mail, and has it none any more? A host that is not known yet is a way. */
export function mxRemoved({ before, after, postures }: DomainBeforeAfter): boolean {
  return before !== undefined && isReached(before, postures.before) && !isReached(after, postures.after);
}

/** Hosts that mail of the domain is delivered to before and after, of whose addresses the plans leave none. */
export function mxHostsLost({ before, after, postures }: DomainBeforeAfter): readonly string[] {
  if (!before) return [];
  const old = new Set(hostsOf(before, postures.before));
  return hostsOf(after, postures.after).filter((host) => {
    const name = parseName(host, "owner");
    if (!old.has(host) || !name.ok) return false;
    const at = (posture: Posture) => ADDRESSES.map((type) => lookup(posture, name.value, type));
    const [from, to] = [at(postures.before), at(postures.after)];
    const had = from.map((found) => found.known && found.records.length > 0);
    return (
      had.includes(true) &&
      to.every((found, index) => (found.known ? found.records.length === 0 : !had[index]))
    );
  });
}

const ADDRESSES = ["A", "AAAA"] as const;

function isReached(mail: MailPosture, posture: Posture): boolean {
  return hostsOf(mail, posture).length > 0 || mxUnknown(mail, posture);
}

/** A domain that had no way for its mail, or that Terraform takes over: nobody knows what was there. */
function firstWay(beforeAfter: DomainBeforeAfter): readonly Change[] {
  return stateChange(mx, beforeAfter).map((one) =>
    isReached(beforeAfter.after, beforeAfter.postures.after)
      ? { ...one, risk: "medium", why: "mail to the domain takes this way from now on" }
      : one,
  );
}

function preferenceChanges(
  { after, postures }: DomainBeforeAfter,
  before: MailPosture,
): readonly Change[] | undefined {
  const list = (mail: MailPosture, posture: Posture) =>
    mxOf(mail, posture)
      .filter((one) => !isNullMx(one))
      .map(({ record }) => `${record.preference} ${record.exchange}`)
      .join(", ");
  const [from, to] = [list(before, postures.before), list(after, postures.after)];
  return from === to ? undefined : [low(`MX preferences ${from} → ${to}`)];
}

function hostsOf(mail: MailPosture, posture: Posture): readonly string[] {
  return mxOf(mail, posture).flatMap((one) => (isNullMx(one) ? [] : [one.record.exchange]));
}

function operators(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.map(mxOperator))];
}

function withOperator(host: string): string {
  const operator = mxOperator(host);
  return operator === host ? host : `${host} (${operator})`;
}

function connectorWords(validated: boolean): string {
  return validated ? "; connector validated" : "; connector not validated";
}
