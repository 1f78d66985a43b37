import { closest } from "../closest";
import { type DnsName, parseName } from "../dns/name";
import { nameMatcher } from "../dns/name-matcher";
import type { ReviewInput } from "../estate/input";
import { fail, ok, type Result } from "../fault";
import type { Plan } from "../plan/plan";
import { fullName } from "../plan/record";
import type { Where } from "../posture/model";
import { breakGlassTouched } from "./changes/break-glass";
import type { DomainBeforeAfter } from "./changes/change";
import { unjudgedGroups, withoutPolicies } from "./changes/directory";
import { dmarcWeakened } from "./changes/dmarc";
import { protectionLoosened, unjudgedObjects } from "./changes/exchange-objects";
import { mxHostsLost, mxRemoved } from "./changes/mx";
import { mtaSts, mtaStsBroken } from "./changes/policies";
import type { SignInChange } from "./changes/sign-ins";
import { spfRemoved } from "./changes/spf";
import { takeovers } from "./changes/takeover";
import type { ZoneChange } from "./changes/zones";
import type { Domains } from "./domains";
import { recordResource } from "./resources";
import { Names } from "./resources/names";
import type { TenantBeforeAfter } from "./tenant-before-after";

/** What a plan may do only if somebody has allowed it. */
export const LIMITS = [
  "deletions",
  "mx-removed",
  "spf-removed",
  "dmarc-weakened",
  "mta-sts-broken",
  "taken-over",
  "zone-changed",
  "policy-on",
  "sign-ins-weakened",
  "break-glass",
  "protection-loosened",
  "not-judged",
  "existing",
] as const;

/** Those of tenants; the others are of domains and zones. */
export const TENANT_LIMITS: ReadonlySet<Limit> = new Set([
  "policy-on",
  "sign-ins-weakened",
  "break-glass",
  "protection-loosened",
  "not-judged",
]);
/** One of the limits. */
export type Limit = (typeof LIMITS)[number];

/** A limit that plans exceed. */
export interface Exceeded {
  readonly limit: Limit;
  /** The zone, domain, tenant or stack. */
  readonly subject: string;
  /** @default tenant for the limits of tenants, else domain */
  readonly of?: "domain" | "tenant" | "stack";
  readonly message: string;
  /** Who allows it. Absent: nobody. */
  readonly allowedBy?: "--allow" | "the estate";
  readonly where?: Where;
}

/** The limits of an estate, with their defaults. */
export interface ReviewLimits {
  readonly share: number;
  readonly records: number;
  readonly allowed: ReadonlySet<Limit>;
}

/** The limits that an estate sets, with the defaults for the rest. */
export function reviewLimits({ limits = {} }: ReviewInput = {}): ReviewLimits {
  const {
    deletions = {},
    mxRemoved,
    spfRemoved,
    dmarcWeakened,
    mtaStsBroken,
    takenOver,
    zoneChanged,
    policyOn,
    signInsWeakened,
    breakGlass,
    protectionLoosened,
    notJudged,
    existing,
  } = limits;
  const { share = 0.3, records = 10 } = deletions === "allow" ? {} : deletions;
  const allowed = new Set<Limit>();
  if (deletions === "allow") allowed.add("deletions");
  if (mxRemoved === "allow") allowed.add("mx-removed");
  if (spfRemoved === "allow") allowed.add("spf-removed");
  if (dmarcWeakened === "allow") allowed.add("dmarc-weakened");
  if (mtaStsBroken === "allow") allowed.add("mta-sts-broken");
  if (takenOver === "allow") allowed.add("taken-over");
  if (zoneChanged === "allow") allowed.add("zone-changed");
  if (policyOn === "allow") allowed.add("policy-on");
  if (signInsWeakened === "allow") allowed.add("sign-ins-weakened");
  if (breakGlass === "allow") allowed.add("break-glass");
  if (protectionLoosened === "allow") allowed.add("protection-loosened");
  if (notJudged === "allow") allowed.add("not-judged");
  if (existing === "allow") allowed.add("existing");
  return { share, records, allowed };
}

/** One `--allow <limit>[=<glob of domains, zones or tenants>]`. */
export interface Allowance {
  readonly limit: Limit;
  concerns(subject: string): boolean;
}

/** Reads what stands behind `--allow`: a limit, or `<limit>=<glob>`. */
export function parseAllowance(text: string): Result<Allowance> {
  const [, name = "", glob] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const limit = LIMITS.find((one) => one === name);
  if (!limit || glob === "") {
    const near = closest(name, LIMITS);
    const meant = near === undefined ? undefined : `did you mean ${near}?`;
    const fix = limit ? `${limit}=contoso.com, or ${limit} for all` : meant;
    return fail({
      message: limit ? "nothing behind the equals sign" : "no such limit",
      received: JSON.stringify(text),
      expected: `${LIMITS.join(" | ")}, with =<domain, zone or tenant> behind it for one alone`,
      ...(fix === undefined ? {} : { fix }),
    });
  }
  const concerned = nameMatcher(glob ?? "*");
  return ok({ limit, concerns: (subject) => concerned(subject.toLowerCase()) });
}

/** Which limits of domains and tenants the plans exceed. */
export function exceededByChanges(
  domains: readonly DomainBeforeAfter[],
  tenants: readonly TenantBeforeAfter[],
): readonly Omit<Exceeded, "allowedBy">[] {
  return [
    ...domains.flatMap((beforeAfter): readonly Exceeded[] => {
      const { domain } = beforeAfter;
      const taken = takeovers(beforeAfter);
      const of = (limit: Limit, messages: readonly string[]) =>
        messages.map((message) => ({ limit, subject: domain, message }));
      return [
        ...of("mx-removed", [
          ...(mxRemoved(beforeAfter) ? [`${domain} had an MX and has none any more`] : []),
          ...mxHostsLost(beforeAfter).map((host) => `${host}, an MX of ${domain}, has no address any more`),
        ]),
        ...of(
          "spf-removed",
          spfRemoved(beforeAfter) ? [`${domain} had an SPF record and has none any more`] : [],
        ),
        ...of(
          "dmarc-weakened",
          dmarcWeakened(beforeAfter) ? [`the DMARC policy of ${domain} is milder than before`] : [],
        ),
        ...of(
          "mta-sts-broken",
          taken.topics.has(mtaSts) ? [] : mtaStsBroken(beforeAfter).map(({ text }) => text),
        ),
        ...of(
          "taken-over",
          taken.changes.map(({ text }) => text),
        ),
      ];
    }),
    ...tenants.flatMap(exceededByTenant),
  ];
}

const MOST_SAID = 5;

/** The limits of sign-ins. What exceeds one is said in few messages, the worst first; all of it stands among the changes. */
function exceededByTenant({ name, before, after, signIns }: TenantBeforeAfter): readonly Exceeded[] {
  const of = (limit: Limit, messages: readonly string[]): readonly Exceeded[] => [
    ...messages.slice(0, MOST_SAID).map((message) => ({ limit, subject: name, message })),
    ...(messages.length > MOST_SAID
      ? [{ limit, subject: name, message: `${messages.length - MOST_SAID} more of the kind at ${name}` }]
      : []),
  ];
  const kinds = (kind: SignInChange["kind"]) =>
    signIns.changes.filter((change) => change.kind === kind).map(({ text }) => text);
  return [
    ...of("sign-ins-weakened", kinds("weaker")),
    ...of(
      "policy-on",
      kinds("untried").map((text) => `${text}: never seen in report-only`),
    ),
    ...of("break-glass", breakGlassTouched(before, after)),
    ...of("protection-loosened", protectionLoosened(before, after)),
    ...of(
      "not-judged",
      [
        ...signIns.unjudged,
        ...unjudgedGroups(before, after),
        ...withoutPolicies(before, after),
        ...unjudgedObjects(before, after),
        ...(after.unknown ?? []),
      ].map((text) => `not judged: ${text}`),
    ),
  ];
}

/** Zones that are lost, unsigned or handed over. */
export function exceededByZones(
  zones: ReadonlyMap<string, readonly ZoneChange[]>,
): readonly Omit<Exceeded, "allowedBy">[] {
  return [...zones].flatMap(([subject, changes]) =>
    changes
      .filter(({ risk }) => risk === "high")
      .map(({ text }) => ({ limit: "zone-changed", subject, message: text }) as const),
  );
}

/** What zones hold already in the way of what is created. */
export function exceededByExisting(
  stacks: ReadonlyMap<string, readonly string[]>,
): readonly Omit<Exceeded, "allowedBy">[] {
  return [...stacks].flatMap(([subject, messages]) =>
    messages.map((message) => ({ limit: "existing", subject, message }) as const),
  );
}

/** Zones of which more than a share of the records is deleted. */
export function exceededByDeletions(
  plans: readonly Plan[],
  domains: Domains,
  { share, records }: ReviewLimits,
): readonly Omit<Exceeded, "allowedBy">[] {
  const zones = new Map<string, { count: number; deleted: number; readonly names: string[] }>();
  for (const plan of plans) {
    const names = new Names(plan, "before");
    for (const change of plan.changes) {
      const { before, action, deposed } = change;
      const resource = recordResource(change.type);
      const id = before && resource?.zoneOf(before);
      if (!before || !resource || id === undefined || deposed) continue;
      const zone = zones.get(id) ?? { count: 0, deleted: 0, names: [] };
      zones.set(id, zone);
      const held = resource.countOf(before);
      zone.count += held;
      if (action === "delete") zone.deleted += held;
      zone.names.push(fullName(resource.nameOf(before) ?? "", names.zone(id, [])).toLowerCase());
    }
  }
  return [...zones].flatMap(([id, { count, deleted, names }]) => {
    if (count < records || deleted <= share * count) return [];
    const subject = zoneName(names, domains) ?? id;
    const percent = Math.round((100 * deleted) / count);
    const limit = `${Math.round(100 * share)} %`;
    const message = `${deleted} of the ${count} records in zone ${subject} are deleted (${percent} %, limit ${limit})`;
    return [{ limit: "deletions", subject, message }];
  });
}

/** What all names have in common, or the highest mail domain on the way up from it. */
function zoneName(names: readonly string[], domains: Domains): string | undefined {
  const [first = "", ...others] = names.map((name) => name.split(".").reverse());
  const labels = [...first];
  const common = labels.slice(
    0,
    labels.findIndex((label, at) => others.some((other) => other[at] !== label)) >>> 0,
  );
  const name = parseName([...common].reverse().join("."), "owner");
  if (!name.ok) return undefined;
  let zone: DnsName = name.value;
  for (let owner = domains.ownerOf(zone); owner !== undefined; ) {
    zone = owner;
    const above = parseName(zone.slice(zone.indexOf(".") + 1), "owner");
    owner = above.ok && above.value !== zone ? domains.ownerOf(above.value) : undefined;
  }
  return zone;
}
