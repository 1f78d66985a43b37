import { isTlsRpt, parseTlsRpt, tlsRptRecordName } from "../../mail/tls-rpt";
import type { RecordUri } from "../../mail/uri";
import type { MailPosture, Posture, Where } from "../model";
import { txtAt } from "./fact";

/** Where TLS reports of a domain go, by the one record that senders can read; nothing where there is none. */
export function tlsRptTargets(
  { domain }: MailPosture,
  posture: Posture,
): { readonly addresses: readonly RecordUri[]; readonly where: Where } | undefined {
  const [first, second] = txtAt(posture, tlsRptRecordName(domain)).filter(({ record }) =>
    isTlsRpt(record.value),
  );
  if (!first || second) return undefined;
  const read = parseTlsRpt(first.record.value);
  return read.ok ? { addresses: read.value.rua, where: first.where } : undefined;
}
