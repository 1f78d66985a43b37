import { recordData } from "../../dns/record";
import { elsewhereWords } from "../../posture/elsewhere";
import { dkimElsewhere, dkimOf, type PublishedSelector } from "../../posture/facts/dkim";
import type { MailPosture, Posture } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  low,
  medium,
  NOTHING,
  type Topic,
  UNKNOWN_WORDS,
} from "./change";

export const dkim: Topic = {
  title: "DKIM",
  state(mail, posture) {
    const parent = `._domainkey.${mail.domain}`;
    const unknown = mail.unknown
      .filter(({ name }) => name.endsWith(parent))
      .map(({ name, why }) => `${name.slice(0, -parent.length)} (${UNKNOWN_WORDS[why]})`);
    const listed = dkimOf(mail, posture).selectors.map(({ selector, kind }) =>
      kind === "revoked"
        ? `${selector} (revoked)`
        : kind === "unreadable"
          ? `${selector} (broken)`
          : selector,
    );
    const elsewhere = dkimElsewhere(mail, posture);
    const said = [...new Set([...listed, ...unknown])].sort();
    return [...said, ...(elsewhere ? [elsewhereWords(elsewhere)] : [])].join(", ") || NOTHING;
  },
  changes({ before, after, postures }: DomainBeforeAfter) {
    const [from, to] = [selectors(before, postures.before), selectors(after, postures.after)];
    const changes: Change[] = [];
    for (const [selector, now] of to) {
      const old = from.get(selector);
      if (old === undefined) changes.push(low(`DKIM ${selector} added${words(now)}`));
      else if (old.data !== now.data) changes.push(replaced(selector, old, now));
    }
    for (const [selector, old] of from) {
      if (to.has(selector)) continue;
      const text = `DKIM ${selector} removed`;
      const harmless = old.kind === "revoked" || old.kind === "unknown";
      changes.push(
        harmless ? low(text) : medium(text, "mail signed with its key, also mail on its way, fails"),
      );
    }
    return changes;
  },
};

interface Selector {
  readonly kind: PublishedSelector["kind"] | "unknown";
  readonly data: string;
}

/** By selector; records of one selector are taken together. */
function selectors(mail: MailPosture | undefined, posture: Posture): ReadonlyMap<string, Selector> {
  const found = new Map<string, Selector>();
  if (!mail) return found;
  const parent = `._domainkey.${mail.domain}`;
  const put = (selector: string, kind: Selector["kind"], data: string) => {
    const other = found.get(selector);
    found.set(selector, other ? { kind, data: [other.data, data].sort().join(" ") } : { kind, data });
  };
  for (const { selector, kind, record } of dkimOf(mail, posture).selectors)
    put(selector, kind, recordData(record));
  for (const { name, why } of mail.unknown) {
    if (name.endsWith(parent)) put(name.slice(0, -parent.length), "unknown", UNKNOWN_WORDS[why]);
  }
  return found;
}

function replaced(selector: string, old: Selector, now: Selector): Change {
  if (now.kind === "unknown")
    return medium(`DKIM ${selector} now ${now.data}`, "mail fails if the key is not the one that signs");
  if (now.kind === "revoked")
    return medium(`DKIM ${selector} revoked`, "mail signed with its key, also mail on its way, fails");
  if (now.kind === "alias")
    return medium(
      `DKIM ${selector} now points to ${now.data}`,
      "mail fails if the key there is not the one that signs",
    );
  const text =
    old.kind === "key" ? `DKIM ${selector} rotated in place` : `DKIM ${selector} now a key of its own`;
  return medium(text, "mail signed with the old key, also mail on its way, fails");
}

function words({ kind, data }: Selector): string {
  if (kind === "alias") return `, pointing to ${data}`;
  if (kind === "revoked") return ", revoked";
  return kind === "unknown" ? `, ${data}` : "";
}
