import { type DnsName, isWithin } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import type { Fault } from "../../fault";
import { type DkimKey, parseDkimKey } from "../../mail/dkim";
import type { MailPosture, Where } from "../model";
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
export const dkimOf = memo((mail: MailPosture): PublishedDkim => {
  const parent = `_domainkey.${mail.domain}` as DnsName;
  const below = ({ name }: { readonly name: DnsName }) => name !== parent && isWithin(name, parent);
  return {
    selectors: mail.records.flatMap(({ record, where }): readonly PublishedSelector[] => {
      if (!below(record)) return [];
      const common = { selector: record.name.slice(0, -parent.length - 1), record, where };
      if (record.type === "CNAME") return [{ ...common, kind: "alias", target: record.target }];
      if (record.type !== "TXT") return [];
      const key = parseDkimKey(record.value);
      if (!key.ok) return [{ ...common, kind: "unreadable", faults: key.faults }];
      return [
        key.value.publicKey ? { ...common, kind: "key", key: key.value } : { ...common, kind: "revoked" },
      ];
    }),
    unknown: mail.unknown.some(below),
  };
});
