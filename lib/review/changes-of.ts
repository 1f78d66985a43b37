import { TOPICS } from "./changes";
import { type Change, type DomainBeforeAfter, RISKS } from "./changes/change";
import { policyChanges } from "./changes/conditional-access";
import { directoryChanges } from "./changes/directory";
import { exchangeChanges } from "./changes/exchange";
import { otherRecords } from "./changes/other-records";
import { takeovers } from "./changes/takeover";
import type { TenantBeforeAfter } from "./tenant-before-after";

/** All that changes for a domain: its zone, then mechanism by mechanism. */
export async function changesOfDomain(
  beforeAfter: DomainBeforeAfter,
  zones: readonly Change[],
): Promise<readonly Change[]> {
  return [...zones, ...(await topicChanges(beforeAfter)), ...otherRecords(beforeAfter)];
}

/** All that changes for a tenant, the worst first. */
export function changesOfTenant({ before, after, signIns }: TenantBeforeAfter): readonly Change[] {
  const changes = [
    ...signIns.changes,
    ...policyChanges(before, after),
    ...directoryChanges(before, after),
    ...exchangeChanges(before, after),
  ];
  return changes.sort((a, b) => RISKS.indexOf(a.risk) - RISKS.indexOf(b.risk));
}

/** What changes by mechanism; what is taken over is said once. */
async function topicChanges(beforeAfter: DomainBeforeAfter): Promise<readonly Change[]> {
  const { changes: taken, topics } = takeovers(beforeAfter);
  const changes: Change[] = [...taken];
  for (const topic of TOPICS) if (!topics.has(topic)) changes.push(...(await topic.changes(beforeAfter)));
  return changes;
}
