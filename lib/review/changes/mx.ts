import { mxOperator } from "../../mail/mx-operators";
import { isNullMx, mxOf, mxUnknown } from "../../posture/facts/mx";
import type { MailPosture } from "../../posture/model";
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
  state(mail) {
    const hosts = mxOf(mail).map((one) =>
      isNullMx(one) ? "null MX, receives nothing" : one.record.exchange,
    );
    const unknown = unknownWords(mail, mail.domain, "MX");
    return [...hosts, ...(unknown === undefined ? [] : [`a host ${unknown}`])].join(", ") || NOTHING;
  },
  changes(beforeAfter) {
    const { before, after } = beforeAfter;
    if (!before || !isReached(before)) return firstWay(beforeAfter);
    if (mxRemoved(beforeAfter)) {
      return [
        high(`MX ${mx.state(before)} → ${mx.state(after)}`, "mail to the domain is no longer delivered"),
      ];
    }
    const [from, to] = [hostsOf(before), hostsOf(after)];
    const [gone, come] = [without(from, to), without(to, from)];
    if (gone.length === 0 && come.length === 0)
      return preferenceChanges(before, after) ?? stateChange(mx, beforeAfter);
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
    const unknown = unknownWords(after, after.domain, "MX");
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
export function mxRemoved({ before, after }: DomainBeforeAfter): boolean {
  return before !== undefined && isReached(before) && !isReached(after);
}

function isReached(mail: MailPosture): boolean {
  return hostsOf(mail).length > 0 || mxUnknown(mail);
}

/** A domain that had no way for its mail, or that Terraform takes over: nobody knows what was there. */
function firstWay(beforeAfter: DomainBeforeAfter): readonly Change[] {
  return stateChange(mx, beforeAfter).map((one) =>
    isReached(beforeAfter.after)
      ? { ...one, risk: "medium", why: "mail to the domain takes this way from now on" }
      : one,
  );
}

function preferenceChanges(before: MailPosture, after: MailPosture): readonly Change[] | undefined {
  const [from, to] = [before, after].map((mail) =>
    mxOf(mail)
      .filter((one) => !isNullMx(one))
      .map(({ record }) => `${record.preference} ${record.exchange}`)
      .join(", "),
  );
  return from === to ? undefined : [low(`MX preferences ${from} → ${to}`)];
}

function hostsOf(mail: MailPosture): readonly string[] {
  return mxOf(mail).flatMap((one) => (isNullMx(one) ? [] : [one.record.exchange]));
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
