import { type DnsName, isWithin } from "../../dns/name";
import { type FoundText, memo, txtAt } from "./fact";

/** The BIMI records that mail clients find at the domain's selectors, `<selector>._bimi.<domain>`. */
export const bimiOf = memo(({ domain, records }, posture): readonly FoundText[] => {
  const parent = `_bimi.${domain}` as DnsName;
  const names = new Set(records.flatMap(({ record: { name } }) => (isWithin(name, parent) ? [name] : [])));
  // A text without the version is none, such as a wildcard's; one that comes near it was meant to be one.
  return [...names]
    .flatMap((name) => txtAt(posture, name))
    .filter(({ record }) => /^\s*v\s*=\s*"?bimi/i.test(record.value));
});
