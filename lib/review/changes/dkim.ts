import type { DnsRecordType } from "../../dns/record";
import { recordData } from "../../dns/record";
import { registrableDomain } from "../../dns/registrable";
import { dkimMeaning, parseMicrosoftDkimTarget } from "../../mail/dkim";
import { elsewhereWords } from "../../posture/elsewhere";
import { dkimElsewhere, dkimOf, type PublishedSelector } from "../../posture/facts/dkim";
import type { MailPosture, Posture, UnknownRecord } from "../../posture/model";
import {
  type Change,
  type DomainBeforeAfter,
  high,
  low,
  medium,
  NOTHING,
  standingBefore,
  type Topic,
  UNKNOWN_WORDS,
} from "./change";
import { isOwn } from "./mail-services";

export const dkim: Topic = {
  title: "DKIM",
  state(mail, posture) {
    const parent = `._domainkey.${mail.domain}`;
    const unknown = mail.unknown
      .filter(({ name }) => name.endsWith(parent))
      .map(({ name, type, why }) => `${name.slice(0, -parent.length)} (${hiddenWords(type, why)})`);
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
  changes(beforeAfter: DomainBeforeAfter) {
    const { before, after, postures } = beforeAfter;
    // Said as a takeover too.
    const taken = new Set(takenSelectors(beforeAfter).map(({ selector }) => selector));
    const isThere = standingBefore(beforeAfter) !== undefined;
    const [from, to] = [selectors(before, postures.before), selectors(after, postures.after)];
    const changes: Change[] = [];
    // What passes into other hands is said as a takeover; here, what comes back from them.
    const elsewhere = before && dkimElsewhere(before, postures.before);
    if (elsewhere && !dkimElsewhere(after, postures.after)) {
      const text = `DKIM no longer ${elsewhereWords(elsewhere)}`;
      changes.push(
        medium(text, "mail signed with keys that are found there alone, also mail on its way, fails"),
      );
    }
    for (const [selector, now] of to) {
      if (taken.has(selector)) continue;
      const old = from.get(selector);
      if (old === undefined) {
        const text = `DKIM ${selector} added${words(now)}`;
        if (now.kind === "proxied") changes.push(medium(text, PROXIED));
        else changes.push(isThere && isOfAnybody(now, after) ? medium(text, SIGNS) : low(text));
      } else if (old.data !== now.data || old.kind !== now.kind)
        changes.push(...replaced(selector, old, now));
      else if (old.behind !== now.behind)
        changes.push(
          medium(
            `DKIM ${selector}: what its alias leads to changes`,
            "mail signed with the old key, also mail on its way, fails",
          ),
        );
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

/**
 * Selectors whose key was the domain's own, or a signer's, and is to be found with another party from now on. What leads to
 * Microsoft is none: it makes keys for domains that are proven to be the tenant's.
 */
export function takenSelectors({ before, after, postures }: DomainBeforeAfter): readonly {
  readonly selector: string;
  readonly change: Change;
}[] {
  if (!before) return [];
  const from = selectors(before, postures.before);
  return [...selectors(after, postures.after)].flatMap(([selector, now]) => {
    const old = from.get(selector);
    const holder = holderOf(now, after);
    const earlier = old && holderOf(old, before);
    if (!earlier || !holder || holder === earlier || !isOfAnybody(now, after) || now.kind !== "alias")
      return [];
    return [{ selector, change: high(`DKIM ${selector} now points to ${now.data}`, SIGNS) }];
  });
}

/** Whoever has the key that verifiers find; nothing where none is found or nobody knows. */
function holderOf({ kind, data }: Selector, { domain }: MailPosture): string | undefined {
  if (kind === "key" || kind === "unreadable") return domain;
  if (kind !== "alias") return undefined;
  if (isOwn(data, domain)) return domain;
  return parseMicrosoftDkimTarget(data).ok ? MICROSOFT : (registrableDomain(data) ?? data);
}

/** May anybody have the key: is it neither at a name of the domain's own that leads on, nor with Microsoft? */
function isOfAnybody(one: Selector, mail: MailPosture): boolean {
  if (one.kind === "key") return true;
  return one.kind === "alias" && ![mail.domain, MICROSOFT].includes(holderOf(one, mail) ?? "");
}

const MICROSOFT = "Microsoft";
const SIGNS = "whoever holds the private key sends in the domain's name, and passes its DMARC";

interface Selector {
  readonly kind: PublishedSelector["kind"] | "unknown" | "proxied";
  readonly data: string;
  /** The key itself, whatever its notation. */
  readonly key?: string;
  /** What stands at the end of an alias, where it is known. */
  readonly behind?: string;
  /** What else verifiers read of its record. */
  readonly conditions?: string;
}

const PROXIED = "receivers find addresses there and no key, and mail that is signed with it fails";

/** Only addresses stand there, which the host gives for an alias that it answers itself. */
function isProxied(type: DnsRecordType): boolean {
  return type === "A" || type === "AAAA";
}

function hiddenWords(type: DnsRecordType, why: UnknownRecord["why"]): string {
  return isProxied(type) ? "proxied, no key" : UNKNOWN_WORDS[why];
}

/** By selector; records of one selector are taken together. */
function selectors(mail: MailPosture | undefined, posture: Posture): ReadonlyMap<string, Selector> {
  const found = new Map<string, Selector>();
  if (!mail) return found;
  const parent = `._domainkey.${mail.domain}`;
  const put = (selector: string, one: Selector) => {
    const other = found.get(selector);
    const [first, second] = other && other.data > one.data ? [one, other] : [other ?? one, one];
    found.set(selector, other ? { kind: first.kind, data: `${first.data} ${second.data}` } : one);
  };
  for (const one of dkimOf(mail, posture).selectors) {
    const data = recordData(one.record);
    put(one.selector, {
      kind: one.kind,
      data,
      ...(one.kind === "key" ? dkimMeaning(one.key) : {}),
      ...behindOf(one),
    });
  }
  for (const { name, type, why } of mail.unknown) {
    if (!name.endsWith(parent)) continue;
    const kind = isProxied(type) ? "proxied" : "unknown";
    put(name.slice(0, -parent.length), { kind, data: hiddenWords(type, why) });
  }
  return found;
}

function behindOf(one: PublishedSelector): Pick<Selector, "behind"> {
  if (one.kind !== "alias" || !one.behind) return {};
  const { behind } = one;
  return { behind: behind.kind === "key" ? JSON.stringify(dkimMeaning(behind.key)) : behind.kind };
}

function replaced(selector: string, old: Selector, now: Selector): readonly Change[] {
  if (old.key === undefined || old.key !== now.key) return [replacedBy(selector, old, now)];
  return old.conditions === now.conditions
    ? [low(`DKIM ${selector} written differently; the key stays`)]
    : [
        medium(
          `DKIM ${selector}: the key stays, its tags change`,
          "verifiers may judge its signatures otherwise",
        ),
      ];
}

function replacedBy(selector: string, old: Selector, now: Selector): Change {
  if (now.kind === "proxied") return medium(`DKIM ${selector} now proxied`, PROXIED);
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
  return kind === "unknown" || kind === "proxied" ? `, ${data}` : "";
}
