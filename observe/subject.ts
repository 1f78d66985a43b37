import type { DnsName } from "../lib/dns/name";
import type { DnsRecordType } from "../lib/dns/record";
import type { MailPosture } from "../lib/posture/model";

/** A name and a type to ask for. */
export interface Wanted {
  readonly name: DnsName;
  readonly type: DnsRecordType;
}

/** A mail domain to look at, and what is expected of it. */
export interface Subject extends Pick<MailPosture, "domain" | "intent" | "demands"> {
  /** What the domain declares: all of it is asked for. */
  readonly declared: readonly Wanted[];
  /** Does it declare an MTA-STS policy? */
  readonly servesPolicy: boolean;
}

/** A declared domain as a subject. */
export function subjectOf({ domain, intent, demands, records, unknown, mtaStsPolicy }: MailPosture): Subject {
  const flattened = unknown.flatMap(({ name, alias }): readonly Wanted[] =>
    alias
      ? [
          { name, type: "A" },
          { name, type: "AAAA" },
        ]
      : [],
  );
  return {
    domain,
    intent,
    declared: [
      ...[...records.map(({ record }) => record), ...(demands?.selectors ?? [])].map(({ name, type }) => ({
        name,
        type,
      })),
      ...flattened,
    ],
    servesPolicy: mtaStsPolicy !== undefined,
    ...(demands ? { demands } : {}),
  };
}
