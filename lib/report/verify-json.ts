import { recordData } from "../dns/record";
import type { RecordState } from "../posture/compare";
import { findingPath, formatWhere } from "../rules/finding";
import { findingJson, notJudgedJson } from "./findings-json";
import type { VerifyReport } from "./verify-text";

/** `{domains: [{domain, records, policy?, unanswered}], findings, notJudged}`; the names of the keys are contract (docs/guide/verify.md). */
export function verifyJson({ domains, findings, notJudged = [] }: VerifyReport): string {
  const report = {
    domains: domains.map(({ domain, records, policy, unanswered }) => ({
      domain,
      records: records.map(stateJson),
      ...(policy ? { policy: { status: policy.status, observed: policy.observed } } : {}),
      unanswered,
    })),
    findings: findings.map(findingJson),
    notJudged: notJudged.map(notJudgedJson),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function stateJson({ status, name, type, declared, observed, servers, where }: RecordState): object {
  return {
    status,
    name,
    type,
    ...(declared
      ? { declared: recordData(declared), place: formatWhere(where), path: findingPath({ where }) }
      : {}),
    ...(observed ? { observed: { type: observed.type, data: recordData(observed), ttl: observed.ttl } } : {}),
    ...(servers ? { servers } : {}),
  };
}
