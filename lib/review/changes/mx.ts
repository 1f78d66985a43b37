import { mxOperator } from "../../mail/mx-operators";
import { mxOf, mxUnknown } from "../../posture/facts/mx";
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
    const hosts = mxOf(mail).map(({ record }) =>
      record.exchange === "." ? "null MX, receives nothing" : record.exchange,
    );
    const unknown = unknownWords(mail, mail.domain, "MX");
    return [...hosts, ...(unknown === undefined ? [] : [`a host ${unknown}`])].join(", ") || NOTHING;
  },
  changes(beforeAfter) {
    const { before, after } = beforeAfter;
    if (!before) return newlyManaged(beforeAfter);
    if (mxRemoved(beforeAfter)) {
      return [
        high(`MX ${mx.state(before)} → ${mx.state(after)}`, "mail to the domain is no longer delivered"),
      ];
    }
    const [from, to] = [hostsOf(before), hostsOf(after)];
    const [gone, come] = [without(from, to), without(to, from)];
    if (gone.length === 0 && come.length === 0) return preferenceChanges(beforeAfter);
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
    if (left.length > 0 && mxUnknown(after)) {
      return [
        high(
          `MX leaves ${left.join(", ")} for a host known after apply${connector}`,
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

/** What Terraform takes over: nobody knows what was there. */
function newlyManaged(beforeAfter: DomainBeforeAfter): readonly Change[] {
  return stateChange(mx, beforeAfter).map((one) =>
    isReached(beforeAfter.after)
      ? { ...one, risk: "medium", why: "mail to the domain takes this way from now on" }
      : one,
  );
}

function preferenceChanges(beforeAfter: DomainBeforeAfter): readonly Change[] {
  const list = (mail: MailPosture) =>
    mxOf(mail)
      .map(({ record }) => `${record.preference} ${record.exchange}`)
      .join(", ");
  const [from, to] = [beforeAfter.before ? list(beforeAfter.before) : "", list(beforeAfter.after)];
  if (from !== to) return [low(`MX preferences ${from || NOTHING} → ${to || NOTHING}`)];
  return stateChange(mx, beforeAfter);
}

function hostsOf(mail: MailPosture): readonly string[] {
  return mxOf(mail).flatMap(({ record }) => (record.exchange === "." ? [] : [record.exchange]));
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
