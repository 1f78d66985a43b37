import { recordData } from "../dns/record";
import type { RecordState } from "../posture/compare";
import type { LiveThing } from "../posture/live-tenant";
import { findingPath, formatWhere } from "../rules/finding";
import { findingJson, notJudgedJson } from "./findings-json";
import type { VerifyReport } from "./verify-text";

/** `{domains: [{domain, records, policy?, unanswered}], tenants?: [{tenant, things}], findings, notJudged}`; the names of the keys are contract (docs/guide/verify.md). */
export function verifyJson({ domains, tenants, findings, notJudged = [] }: VerifyReport): string {
  const report = {
    domains: domains.map(({ domain, records, policy, unanswered }) => ({
      domain,
      records: records.map(stateJson),
      ...(policy ? { policy: { status: policy.status, observed: policy.observed } } : {}),
      unanswered,
    })),
    ...(tenants
      ? { tenants: tenants.map(({ name, things }) => ({ tenant: name, things: things.map(thingJson) })) }
      : {}),
    findings: findings.map(findingJson),
    notJudged: notJudged.map(notJudgedJson),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function thingJson({ status, what, differences, why, lost, says, where }: LiveThing): object {
  return {
    status,
    what,
    differences,
    ...(why === undefined ? {} : { why }),
    ...(lost ? { lost } : {}),
    ...(says === undefined ? {} : { says }),
    place: formatWhere(where),
    path: findingPath({ where }),
  };
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
