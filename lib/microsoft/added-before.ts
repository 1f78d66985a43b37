import type { Fault } from "../fault";
import { DAY } from "../schema/scalars";

/**
 * The day from which Microsoft may place the host of a newly added domain below mx.microsoft, in a partition that
 * cannot be derived; domains that were in a tenant before keep their classic host. Message centre, MC1048624 (as of
 * 2 February 2026): https://mc.merill.net/message/MC1048624
 */
export const NEW_HOSTS_SINCE = "2026-07-01";

/**
 * The month from which Microsoft gives the DKIM targets of newly added custom domains a partition, which cannot be derived;
 * others keep the classic form. Microsoft Learn: set up DKIM (as of 2026), which names no day.
 */
export const NEW_DKIM_TARGETS_SINCE = "2025-05-01";

/** What is wrong with a day before which domains were added to their tenant; nothing where it settles their hosts. */
export function addedBeforeFaults(day: string): readonly Fault[] {
  const received = JSON.stringify(day);
  if (!DAY.test(day)) return [{ message: "not a day", received, expected: "YYYY-MM-DD, such as 2026-07-01" }];
  if (day <= NEW_HOSTS_SINCE) return [];
  return [
    {
      message: `a domain added before ${day} may be one that Microsoft placed below mx.microsoft`,
      received,
      expected: `${NEW_HOSTS_SINCE} or earlier (MC1048624)`,
      fix: `for domains added since ${NEW_HOSTS_SINCE} write the host that Microsoft shows, as mx: { host: … } or mx: { partition: … }`,
    },
  ];
}
