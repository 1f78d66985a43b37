import { type DnsName, isWithin } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import type { Fault } from "../../fault";
import { type DkimKey, parseDkimKey } from "../../mail/dkim";
import { kindOf } from "../../mail/near-miss";
import type { Elsewhere } from "../elsewhere";
import { answer, lookup, occludedOf } from "../lookup";
import type { MailPosture, Posture, Where } from "../model";
import { memo } from "./fact";

/** One selector of the domain. */
export type PublishedSelector = {
  /** E.g. `selector1`; `*` for the wildcard that revokes all. */
  readonly selector: string;
  readonly record: DnsRecord;
  readonly where: Where;
} & (
  | {
      readonly kind: "alias";
      readonly target: DnsName;
      /** What stands at the end of the alias. Absent: not known. */
      readonly behind?: KeyText | { readonly kind: "none" };
    }
  | KeyText
);

/** What a text is to verifiers that take it for a key. */
export type KeyText =
  | { readonly kind: "key"; readonly key: DkimKey }
  | { readonly kind: "revoked" }
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] };

export interface PublishedDkim {
  readonly selectors: readonly PublishedSelector[];
  /** Is there a selector whose value is not known? */
  readonly unknown: boolean;
}

/** The DKIM selectors of the domain's own, `<selector>._domainkey.<domain>` (RFC 6376 §3.6.2.1). */
export const dkimOf = memo((mail, posture): PublishedDkim => {
  const parent = `_domainkey.${mail.domain}` as DnsName;
  const isSelector = ({ name }: { readonly name: DnsName }) => name !== parent && isWithin(name, parent);
  const hidden = new Set(occludedOf(posture, mail.domain).map(({ entry }) => entry.record));
  return {
    selectors: mail.records.flatMap(({ record, where }): readonly PublishedSelector[] => {
      if (!isSelector(record) || hidden.has(record)) return [];
      const common = { selector: record.name.slice(0, -parent.length - 1), record, where };
      if (record.type === "CNAME") {
        const behind = behindAlias(posture, record.target);
        return [{ ...common, kind: "alias", target: record.target, ...(behind ? { behind } : {}) }];
      }
      if (record.type !== "TXT" || !isMeantAsKey(record.value)) return [];
      return [{ ...common, ...readKey(record.value) }];
    }),
    // Where a host answers with addresses instead of an alias there is no key.
    unknown:
      mail.unknown.some((one) => isSelector(one) && one.type !== "A" && one.type !== "AAAA") ||
      dkimElsewhere(mail, posture) !== undefined,
  };
});

function readKey(text: string): KeyText {
  const key = parseDkimKey(text);
  if (!key.ok) return { kind: "unreadable", faults: key.faults };
  return key.value.publicKey ? { kind: "key", key: key.value } : { kind: "revoked" };
}

/** Whatever stands where a selector leads, verifiers take it for the key; of several texts the first that is one. */
function behindAlias(posture: Posture, target: DnsName): KeyText | { readonly kind: "none" } | undefined {
  const found = lookup(posture, target, "TXT");
  if (!found.known) return undefined;
  const texts = found.records.map(({ value }) => readKey(value));
  return texts.find(({ kind }) => kind !== "unreadable") ?? texts[0] ?? { kind: "none" };
}

/** A key, or what stands in its place, and where verifiers find it. */
export type FoundKey = KeyText &
  Pick<PublishedSelector, "selector" | "record" | "where"> & {
    /** `selector1._domainkey.contoso.com`, with the alias's target where one leads to it. */
    readonly at: string;
    /** Does somebody else publish it, behind an alias? */
    readonly isBehindAlias: boolean;
  };

/** What verifiers find at the domain's selectors, aliases followed as far as the posture tells. */
export const keysOf = memo((mail, posture): readonly FoundKey[] =>
  dkimOf(mail, posture).selectors.flatMap((published): readonly FoundKey[] => {
    const { selector, record, where } = published;
    const common = { selector, record, where };
    if (published.kind !== "alias")
      return [{ ...common, ...published, at: record.name, isBehindAlias: false }];
    const { behind, target } = published;
    if (!behind || behind.kind === "none") return [];
    return [
      { ...common, ...behind, at: `${record.name} (behind its CNAME to ${target})`, isBehindAlias: true },
    ];
  }),
);

/** Microsoft's selectors: it signs with one, and moves to the other when it rotates. */
export const MICROSOFT_PAIR: readonly string[] = ["selector1", "selector2"];

/** Does the other one of Microsoft's two selectors lead to a key that verifiers can use? */
export function otherOfPairSigns(selector: string, mail: MailPosture, posture: Posture): boolean {
  if (!MICROSOFT_PAIR.includes(selector)) return false;
  return keysOf(mail, posture).some(
    (key) => key.selector !== selector && MICROSOFT_PAIR.includes(key.selector) && key.kind === "key",
  );
}

/**
 * Who else publishes the domain's selectors: all of `_domainkey` is delegated, or a wildcard leads away. The alias of a
 * selector's own is none of these: so signers publish their keys.
 */
export function dkimElsewhere(
  { domain }: Pick<MailPosture, "domain">,
  posture: Posture,
): Elsewhere | undefined {
  for (const selector of MICROSOFT_PAIR) {
    const name = `${selector}._domainkey.${domain}` as DnsName;
    const found = answer(posture, name, "TXT");
    if (found.kind === "elsewhere" && found.path[0]?.entry.name !== name) return found;
  }
  return undefined;
}

/**
 * RFC 6376 §3.6.1 lets a key record do without its version, never without `p=`. A wildcard's text, such as an SPF or
 * DMARC record, is none; the bare key that somebody pasted was meant to be one.
 */
export function isMeantAsKey(text: string): boolean {
  if (kindOf(text) !== undefined) return false;
  return (
    /^\s*"?v\s*=\s*dkim/i.test(text) ||
    /(?:^|;)\s*[pk]\s*=/i.test(text) ||
    /^[A-Za-z0-9+/=\s]{100,}$/.test(text)
  );
}
