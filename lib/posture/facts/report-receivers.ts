import type { DnsName } from "../../dns/name";
import type { DnsRecordType } from "../../dns/record";
import type { RecordUri } from "../../mail/uri";
import { lookup } from "../lookup";
import type { MailPosture, Posture, Where } from "../model";
import { soleDmarc } from "./dmarc";
import { tlsRptTargets } from "./tls-rpt";

/** A domain, or a web server, that reports of a domain's mail are sent to. */
export interface ReportReceiver {
  readonly reports: "DMARC" | "TLS";
  readonly scheme: "mailto" | "https";
  readonly domain: DnsName;
  /** The record that names it. */
  readonly where: Where;
}

/** Where reports of a domain's mail go, each receiver once a mechanism. Reporters of DMARC know mail alone. */
export function reportReceivers(mail: MailPosture, posture: Posture): readonly ReportReceiver[] {
  const dmarc = soleDmarc(mail, posture);
  const tls = tlsRptTargets(mail, posture);
  return [
    ...(dmarc ? distinct("DMARC", [...dmarc.parsed.rua, ...dmarc.parsed.ruf], ["mailto"], dmarc.where) : []),
    ...(tls ? distinct("TLS", tls.addresses, ["mailto", "https"], tls.where) : []),
  ];
}

function distinct(
  reports: ReportReceiver["reports"],
  uris: readonly RecordUri[],
  schemes: readonly ReportReceiver["scheme"][],
  where: Where,
): readonly ReportReceiver[] {
  const found = uris.flatMap(({ scheme: written, domain }): readonly ReportReceiver[] => {
    const scheme = schemes.find((one) => one === written);
    return scheme && domain ? [{ reports, scheme, domain, where }] : [];
  });
  return [...new Map(found.map((one) => [`${one.scheme} ${one.domain}`, one])).values()];
}

/** Why nothing that is sent to a receiver arrives; `undefined` where it may, and where the posture does not know. */
export function whyNothingArrives({ scheme, domain }: ReportReceiver, posture: Posture): string | undefined {
  if (scheme === "https") return isWithoutAddress(domain, posture) ? "has no address" : undefined;
  const mx = lookup(posture, domain, "MX");
  if (!mx.known) return undefined;
  if (mx.records.length > 0) {
    return mx.records.every(({ exchange }) => exchange === ".") ? "refuses all mail by a null MX" : undefined;
  }
  // RFC 5321 §5.1: without an MX the domain's own addresses stand for one.
  if (isWithoutAddress(domain, posture)) return "has neither an MX record nor an address";
  const declared = posture.domains.find((mail) => mail.domain === domain)?.intent;
  const profile = declared?.receives === false ? declared.profile : undefined;
  return profile === undefined || posture.source === "observed"
    ? undefined
    : `has no MX record, and receives no mail as ${profile}`;
}

function isWithoutAddress(name: DnsName, posture: Posture): boolean {
  const types = ["A", "AAAA"] as const satisfies readonly DnsRecordType[];
  return types.every((type) => {
    const found = lookup(posture, name, type);
    return found.known && found.records.length === 0;
  });
}
