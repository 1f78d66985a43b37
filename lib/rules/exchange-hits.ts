import type { SmtpAnswer } from "../posture/evidence";
import { mxOf } from "../posture/facts/mx";
import type { MailPosture, Posture } from "../posture/model";
import type { Hit } from "./rule";

/** What is wrong with mail exchanges, once a host and fault however many of its addresses say so, with those addresses. */
export function exchangeHits(
  mail: MailPosture,
  posture: Posture,
  faultOf: (answer: SmtpAnswer) => Omit<Hit, "where"> | undefined,
): readonly Hit[] {
  const hits = new Map<string, { readonly hit: Hit; readonly addresses: string[] }>();
  for (const answer of mail.smtp ?? []) {
    const hit = faultOf(answer);
    if (!hit) continue;
    const key = `${hit.message}\n${hit.received}`;
    const known = hits.get(key);
    if (known) known.addresses.push(answer.address);
    else {
      const mx = mxOf(mail, posture).find(({ record }) => record.exchange === answer.host);
      hits.set(key, { hit: { ...hit, where: mx?.where ?? mail.where }, addresses: [answer.address] });
    }
  }
  return [...hits.values()].map(({ hit, addresses }) => ({
    ...hit,
    received: `${hit.received} (${addresses.join(", ")})`,
  }));
}
