import { type DnsName, parseName } from "../../../lib/dns/name";
import { isRecordType, parseRecord } from "../../../lib/dns/parse-record";
import type { DnsRecord } from "../../../lib/dns/record";
import type { Values } from "../../../lib/exchange/objects";
import { unwrap } from "../../../lib/fault";
import type { DkimOptions, MxOptions, Profile } from "../../../lib/options";
import type { Demands } from "../../../lib/posture/demands";
import { declaredIntent, inferredIntent } from "../../../lib/posture/intent";
import type {
  ExchangeObjectPosture,
  ExchangePosture,
  Intent,
  IntentTenant,
  MailPosture,
  PolicyPosture,
  Source,
  TenantPosture,
} from "../../../lib/posture/model";
import type { Finding } from "../../../lib/rules/finding";
import type { Rule } from "../../../lib/rules/rule";

/** A world that one rule is tried on; it can be declared, planned and observed. */
export interface Fixture {
  readonly domains: readonly FixtureDomain[];
  /** What names hold that no domain of the fixture owns: `name TYPE data`, or `name TYPE` for nothing. An observer's. */
  readonly outside?: readonly string[];
  /** Names and types that an observer is given no answer for, and that a plan learns at apply: `name TYPE`. */
  readonly unknown?: readonly string[];
  /** Names that do not exist, nor anything below them. An observer's. */
  readonly gone?: readonly string[];
  readonly tenants?: readonly FixtureTenant[];
  /** Which of the rule's sources can show it. @default all */
  readonly sources?: readonly Source[];
}

export interface FixtureDomain {
  readonly domain: string;
  /** Absent: nobody has declared the domain, and what it is for is read from its records. */
  readonly profile?: Profile;
  readonly tenant?: IntentTenant;
  readonly egress?: readonly string[];
  /** What the estate says of the MX. @default nothing */
  readonly mx?: MxOptions;
  /** What the estate says of Microsoft's selectors. @default nothing */
  readonly dkim?: DkimOptions;
  /** `name TYPE data`; data as `recordData` writes it. */
  readonly records: readonly string[];
  /** The text of the MTA-STS policy. */
  readonly policy?: string;
  /** What is expected of records that somebody else publishes. */
  readonly demands?: Demands;
  /** The zone that it lies in, with the id that the estate gives. Known to an estate only. */
  readonly zone?: { readonly name: string; readonly id: string };
  /** Does the host of the zone take the null MX? Known to an estate only. @default true */
  readonly hasNullMx?: boolean;
  /** Is the zone signed? Known to an observer only. */
  readonly dnssec?: boolean;
  /** What was seen beside the DNS, by an observer. @default nobody has looked */
  readonly seen?: Pick<MailPosture, "smtp" | "nameServers" | "senderNames" | "bimiFiles">;
}

/** A tenant without places: each source has its own. */
export interface FixtureTenant extends Omit<TenantPosture, "where" | "policies" | "exchange"> {
  readonly policies?: readonly WithoutPlace<PolicyPosture>[];
  readonly exchange?: {
    readonly [K in keyof ExchangePosture]: readonly WithoutPlace<NonNullable<ExchangePosture[K]>[number]>[];
  };
}

type WithoutPlace<T> = Omit<T, "where">;

/** A finding of the rule, the same in every source but for its place. */
export interface Expected
  extends Pick<Finding, "level" | "message" | "received" | "expected" | "fix" | "alike" | "unmet"> {
  /**
   * What it points at: a domain, a tenant, `contoso.com TXT` (`contoso.com TXT #2` for the second one of the fixture),
   * `MTA-STS policy of contoso.com`, `policy mfa-all-users`, `signing of contoso.com`, `inbound connector <name>`,
   * `outbound connector <name>`, `outbound spam policy <name>`, `object <name>`.
   */
  readonly at: string;
  /** The domain or tenant it is about. @default the only one of the fixture */
  readonly subject?: string;
  /** `name TYPE data`, each with a TTL of an hour. */
  readonly instead?: readonly string[];
}

/** What a rule must find, and where it must find nothing. */
export interface RuleCases {
  readonly rule: Rule;
  /** Each by what it shows. */
  readonly compliant: Readonly<Record<string, Fixture>>;
  /** Each with its findings, in order. */
  readonly violating: Readonly<Record<string, Fixture & { readonly finds: readonly Expected[] }>>;
}

/** `contoso.com MX 0 mx.contoso.net` as a record with a TTL of an hour. */
export function recordOf(line: string): DnsRecord {
  const [, name = "", type = "", data = ""] = /^(\S+) (\S+) (.*)$/s.exec(line) ?? [];
  if (!isRecordType(type)) throw new Error(`no record: ${line}`);
  return unwrap(line, parseRecord(name, type, data, 3600));
}

export function nameOf(text: string): DnsName {
  return unwrap(text, parseName(text, "owner"));
}

/** What the domain is for: as declared, else as its records say. */
export function intentOf({
  domain,
  profile,
  tenant,
  egress,
  mx,
  dkim,
  records,
  hasNullMx = true,
}: FixtureDomain): Intent {
  if (profile === undefined) return inferredIntent(nameOf(domain), records.map(recordOf));
  return declaredIntent(
    {
      profile,
      ...(tenant ? { tenant } : {}),
      ...(egress ? { onPremises: { egress } } : {}),
      ...(mx ? { mx } : {}),
      ...(dkim ? { dkim } : {}),
    },
    { hasNullMx },
  );
}

/** The domain of the fixture that a name belongs to: the nearest at or above it. */
export function ownerOf(fixture: Fixture, name: string): FixtureDomain | undefined {
  return fixture.domains
    .filter(({ domain }) => name === domain || name.endsWith(`.${domain}`))
    .sort((a, b) => b.domain.length - a.domain.length)[0];
}

export const CONTOSO: IntentTenant = {
  name: "contoso",
  initialDomain: "contoso.onmicrosoft.com",
  cloud: "worldwide",
};

/** contoso.com with mailboxes in Exchange Online, and these records. */
export function online(...records: readonly string[]): Fixture {
  const mx = { addedBefore: "2025-05-01" };
  return { domains: [{ domain: "contoso.com", profile: "exchange-online", tenant: CONTOSO, mx, records }] };
}

/** contoso.net, which neither sends nor receives, with these records. */
export function parked(...records: readonly string[]): Fixture {
  return { domains: [{ domain: "contoso.net", profile: "parked", records }] };
}

/** contoso.org, which receives and does not send, with these records. */
export function receiving(...records: readonly string[]): Fixture {
  return { domains: [{ domain: "contoso.org", profile: "receive-only", records }] };
}

/** contoso.com, of which no estate says anything, with these records. */
export function undeclared(...records: readonly string[]): Fixture {
  return { domains: [{ domain: "contoso.com", records }] };
}

/** One tenant that is known in part. */
export function tenant(known: Omit<FixtureTenant, "name">): Fixture {
  return { domains: [], tenants: [{ name: "contoso", ...known }] };
}

/** An object of Exchange, and one that the rule finds fault with. */
export interface ObjectCases {
  readonly rule: Rule;
  readonly kind: ExchangeObjectPosture["kind"];
  /** @default its `name` among the values */
  readonly name?: string;
  /** As it should be. */
  readonly good: Values;
  /** What is otherwise of one that is not. */
  readonly bad: Values;
  readonly finds: readonly Omit<Expected, "at">[];
}

/** The cases of a rule over single objects of one kind. */
export function objectCases({ rule, kind, good, bad, finds, ...given }: ObjectCases): RuleCases {
  const name = given.name ?? String(good.name);
  const holding = (values: Values) => tenant({ exchange: { objects: [{ kind, name, values }] } });
  return {
    rule,
    compliant: { "nothing is known of it": tenant({}), "as it should be": holding(good) },
    violating: {
      "one value is otherwise": {
        ...holding({ ...good, ...bad }),
        finds: finds.map((one) => ({ ...one, at: `object ${name}` })),
      },
    },
  };
}
