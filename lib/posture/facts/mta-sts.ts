import type { TxtRecord } from "../../dns/record";
import type { Fault } from "../../fault";
import {
  isMtaSts,
  type MtaStsPolicy,
  mtaStsRecordName,
  parseMtaStsPolicy,
  parseMtaStsRecord,
} from "../../mail/mta-sts";
import type { Where } from "../model";
import { memo, txtAt } from "./fact";

/** What the domain says of MTA-STS, as far as it is known. */
export interface PublishedMtaSts {
  /** Records that announce a policy (RFC 8461 §3.1). */
  readonly records: readonly {
    readonly record: TxtRecord;
    readonly where: Where;
    readonly faults: readonly Fault[];
  }[];
  /** The policy, where it was read and can be understood. */
  readonly policy?: { readonly value: MtaStsPolicy; readonly where: Where };
  readonly policyFaults: readonly Fault[];
}

export const mtaStsOf = memo((mail, posture): PublishedMtaSts => {
  const records = txtAt(posture, mtaStsRecordName(mail.domain))
    .filter(({ record }) => isMtaSts(record.value))
    .map(({ record, where }) => {
      const read = parseMtaStsRecord(record.value);
      return { record, where, faults: read.ok ? [] : read.faults };
    });
  const { mtaStsPolicy } = mail;
  if (mtaStsPolicy?.kind !== "text") return { records, policyFaults: [] };
  const policy = parseMtaStsPolicy(mtaStsPolicy.text);
  return policy.ok
    ? { records, policy: { value: policy.value, where: mtaStsPolicy.where }, policyFaults: [] }
    : { records, policyFaults: policy.faults };
});
