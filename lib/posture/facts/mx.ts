import type { MxRecord } from "../../dns/record";
import { type EopHost, parseEopHost } from "../../microsoft/eop-host";
import { answer } from "../lookup";
import type { MailPosture, Posture, Where } from "../model";
import { isUnknown, memo } from "./fact";

/** An MX record of the domain. */
export interface PublishedMx {
  readonly record: MxRecord;
  readonly where: Where;
  /** What the host says, where it is one of EOP's. */
  readonly eop?: EopHost;
}

/** The MX records that senders find for the domain, the most preferred first, of equal ones by name: answers shuffle. */
export const mxOf = memo(({ domain }, posture): readonly PublishedMx[] => {
  const found = answer(posture, domain, "MX");
  if (found.kind !== "records" && found.kind !== "unknown") return [];
  return found.entries
    .flatMap(({ record, where }): readonly PublishedMx[] => {
      if (record?.type !== "MX") return [];
      const eop = parseEopHost(record.exchange);
      return [{ record, where: found.path[0]?.entry.where ?? where, ...(eop ? { eop } : {}) }];
    })
    .sort(
      ({ record: a }, { record: b }) =>
        a.preference - b.preference || (a.exchange < b.exchange ? -1 : Number(a.exchange > b.exchange)),
    );
});

/** May there be an MX whose host is not known, or that somebody else publishes? */
export function mxUnknown({ domain }: MailPosture, posture: Posture): boolean {
  return isUnknown(posture, domain, "MX");
}

export function isNullMx({ record }: PublishedMx): boolean {
  return record.exchange === ".";
}
