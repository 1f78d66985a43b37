import { isWithin } from "../../dns/name";
import type { TxtRecord } from "../../dns/record";
import type { MailPosture, Where } from "../model";
import { memo } from "./fact";

/** The TXT records at the domain's BIMI selectors, `<selector>._bimi.<domain>`. */
export const bimiOf = memo(
  (mail: MailPosture): readonly { readonly record: TxtRecord; readonly where: Where }[] =>
    mail.records.flatMap(({ record, where }) =>
      record.type === "TXT" && isWithin(record.name, `_bimi.${mail.domain}` as typeof record.name)
        ? [{ record, where }]
        : [],
    ),
);
