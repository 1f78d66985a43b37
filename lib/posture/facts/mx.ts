import type { MxRecord } from "../../dns/record";
import { type EopHost, parseEopHost } from "../../microsoft/eop-host";
import type { MailPosture, Where } from "../model";
import { isUnknown, memo } from "./fact";

/** An MX record of the domain. */
export interface PublishedMx {
  readonly record: MxRecord;
  readonly where: Where;
  /** What the host says, where it is one of EOP's. */
  readonly eop?: EopHost;
}

/** The domain's MX records, the most preferred first. */
export const mxOf = memo((mail: MailPosture): readonly PublishedMx[] =>
  mail.records
    .flatMap(({ record, where }): readonly PublishedMx[] => {
      if (record.type !== "MX" || record.name !== mail.domain) return [];
      const eop = parseEopHost(record.exchange);
      return [{ record, where, ...(eop ? { eop } : {}) }];
    })
    .sort((a, b) => a.record.preference - b.record.preference),
);

/** May there be an MX whose host is not known? */
export function mxUnknown(mail: MailPosture): boolean {
  return isUnknown(mail, mail.domain, "MX");
}

export function isNullMx({ record }: PublishedMx): boolean {
  return record.exchange === ".";
}
