import { type DnsName, isWithin } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import type { Fault } from "../../fault";
import { type DkimKey, parseDkimKey } from "../../mail/dkim";
import type { Elsewhere } from "../elsewhere";
import { answer, occludedOf } from "../lookup";
import type { MailPosture, Posture, Where } from "../model";
import { memo } from "./fact";

/** One selector of the domain. */
export type PublishedSelector = {
  /** E.g. `selector1`; `*` for the wildcard that revokes all. */
  readonly selector: string;
  readonly record: DnsRecord;
  readonly where: Where;
} & (
  | { readonly kind: "alias"; readonly target: DnsName }
  | { readonly kind: "key"; readonly key: DkimKey }
  | { readonly kind: "revoked" }
  | { readonly kind: "unreadable"; readonly faults: readonly Fault[] }
);

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
      if (record.type === "CNAME") return [{ ...common, kind: "alias", target: record.target }];
      if (record.type !== "TXT" || !isMeantAsKey(record.value)) return [];
      const key = parseDkimKey(record.value);
      if (!key.ok) return [{ ...common, kind: "unreadable", faults: key.faults }];
      return [
        key.value.publicKey ? { ...common, kind: "key", key: key.value } : { ...common, kind: "revoked" },
      ];
    }),
    // Where a host answers with addresses instead of an alias there is no key.
    unknown:
      mail.unknown.some((one) => isSelector(one) && one.type !== "A" && one.type !== "AAAA") ||
      dkimElsewhere(mail, posture) !== undefined,
  };
});

const MICROSOFT_PAIR = ["selector1", "selector2"];

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
 * RFC 6376 §3.6.1 lets a key record do without its version, never without `p=`. A wildcard's text, such as an SPF record,
 * is none; the bare key that somebody pasted was meant to be one.
 */
function isMeantAsKey(text: string): boolean {
  return (
    /^\s*"?v\s*=\s*dkim/i.test(text) ||
    /(?:^|;)\s*[pk]\s*=/i.test(text) ||
    /^[A-Za-z0-9+/=\s]{100,}$/.test(text)
  );
}
