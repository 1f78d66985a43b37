import { type DnsName, isWithin } from "../../dns/name";
import { isBimi } from "../../mail/bimi";
import { type FoundText, memo, txtAt } from "./fact";

/** The BIMI records that mail clients find at the domain's selectors, `<selector>._bimi.<domain>`. */
export const bimiOf = memo(({ domain, records }, posture): readonly FoundText[] => {
  const parent = `_bimi.${domain}` as DnsName;
  const names = new Set(records.flatMap(({ record: { name } }) => (isWithin(name, parent) ? [name] : [])));
  // Texts without the version are none, such as a wildcard's; those that come near have a rule of their own.
  return [...names].flatMap((name) => txtAt(posture, name)).filter(({ record }) => isBimi(record.value));
});
