import type { Lookup } from "../../dns/asking";
import { parseName } from "../../dns/name";
import { isRecordType } from "../../dns/parse-record";
import { dataOf } from "../../dns/record-data";
import type { DnsAnswer, DnsType } from "../../dns/resolve";
import { knownSpfTree, type SpfTree } from "../../mail/spf/tree";
import { answer } from "../lookup";
import type { MailPosture, Posture } from "../model";
import { memo } from "./fact";
import { soleSpf } from "./spf";

/**
 * The one SPF record that receivers evaluate, with all that it leads to: as an observer found it, else as far as the
 * records of the posture tell. Absent where there is no such record.
 */
export const spfTreeOf = memo((mail, posture): { readonly tree?: SpfTree } => {
  if (mail.spf) return { tree: mail.spf };
  if (!soleSpf(mail, posture)) return {};
  return { tree: knownSpfTree(mail.domain, known(mail, posture)) };
});

/** Answers from the records of a posture. */
function known(mail: MailPosture, posture: Posture): Lookup {
  return <T extends DnsType>(text: string, type: T): DnsAnswer<T> => {
    const unknown = { kind: "failure", reason: "unknown" } as const;
    const name = parseName(text, "owner");
    if (!name.ok || !isRecordType(type)) return unknown;
    // Beside it there may be texts that nobody knows yet; that it is the only record is settled.
    const sole = type === "TXT" && name.value === mail.domain ? soleSpf(mail, posture) : undefined;
    if (sole) return { kind: "records", records: dataOf([sole.record], type) };
    const found = answer(posture, name.value, type);
    switch (found.kind) {
      case "records":
        return {
          kind: "records",
          records: dataOf(
            found.entries.flatMap(({ record }) => record ?? []),
            type,
          ),
        };
      case "none":
        return found.exists ? { kind: "nodata" } : { kind: "nxdomain" };
      case "loop":
        return { kind: "failure", reason: "alias-loop" };
      default:
        return unknown;
    }
  };
}
