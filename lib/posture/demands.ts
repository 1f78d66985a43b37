import type { DnsRecord } from "../dns/record";
import { dkimSelectors } from "../domain/parts/dkim";
import type { DomainPlan } from "../domain/plan";
import { buildDmarc } from "../mail/dmarc/build";
import type { DmarcRecord } from "../mail/dmarc/record";
import { buildMtaSts, type MtaStsPolicy } from "../mail/mta-sts";

/** What a domain expects of records that somebody else publishes for it. */
export interface Demands {
  readonly dmarc?: DmarcRecord;
  readonly mtaSts?: MtaStsPolicy;
  /** Addresses that TLS reports go to. */
  readonly tlsRpt?: readonly string[];
  /** Selectors in a hosted zone of keys. */
  readonly selectors?: readonly DnsRecord[];
}

/** What a plan's hosted records must say; `undefined` where it hosts none. */
export function demandsOf({ parked, dmarc, mtaSts, tlsRpt, dkim }: DomainPlan): Demands | undefined {
  const policy = parked?.dmarc
    ? { policy: "reject" as const, subdomainPolicy: "reject" as const, ...parked.dmarc }
    : dmarc;
  const record = policy?.hosted === undefined ? undefined : buildDmarc(policy);
  const served = mtaSts?.hosted ? buildMtaSts(mtaSts, mtaSts.mxHosts) : undefined;
  const selectors = dkim?.hosted ? dkimSelectors(dkim) : undefined;
  const demands: Demands = {
    ...(record?.ok ? { dmarc: record.value } : {}),
    ...(served?.ok ? { mtaSts: served.value } : {}),
    ...(tlsRpt?.hosted === undefined ? {} : { tlsRpt: tlsRpt.rua }),
    ...(selectors?.ok ? { selectors: selectors.value.map((one) => one.record) } : {}),
  };
  return Object.keys(demands).length > 0 ? demands : undefined;
}
