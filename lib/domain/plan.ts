import { below, type DnsName, parseName } from "../dns/name";
import { collect, type Fault, fail, ok, type Result, within } from "../fault";
import { parseCloud } from "../microsoft/clouds";
import type { MailDomainOptions, Profile } from "../options";
import { PROFILES, unfitSections } from "../profile";
import { resolveSender, type SenderParts } from "../senders";
import type { DkimSelectorsOptions } from "./parts/dkim";
import type { DmarcPolicyOptions, ReportAuthorizationOptions } from "./parts/dmarc";
import type { ExtraRecordsOptions } from "./parts/extra";
import { type InboundOptions, mailExchanges } from "./parts/inbound";
import type { MtaStsPartOptions } from "./parts/mta-sts";
import type { ParkedDomainOptions } from "./parts/parked";
import { DEFAULT_TTL, ttlFault } from "./parts/part";
import type { BimiPartOptions, TlsReportingOptions } from "./parts/reporting";
import type { SenderRecordsOptions } from "./parts/senders";
import type { SpfRecordOptions } from "./parts/spf";
import { type PremisesPlan, planPremises } from "./premises";

/**
 * Which parts a mail domain is made of, each with its own options: every decision that follows from the profile has
 * been made. The records of a domain and the constructs of `MailDomain` are both built from this.
 */
export interface DomainPlan {
  readonly domain: DnsName;
  readonly profile: Profile;
  readonly parked?: ParkedDomainOptions;
  readonly inbound?: InboundOptions;
  readonly premises?: PremisesPlan;
  readonly spf?: SpfRecordOptions;
  /** Which option each element of the lists in `spf` came from, for telling faults where they were made. */
  readonly spfOrigins?: SpfOrigins;
  readonly dkim?: DkimSelectorsOptions;
  readonly dmarc?: DmarcPolicyOptions;
  readonly reports?: ReportAuthorizationOptions;
  readonly mtaSts?: MtaStsPartOptions;
  readonly tlsRpt?: TlsReportingOptions;
  readonly bimi?: BimiPartOptions;
  readonly senders?: SenderRecordsOptions;
  readonly extra?: ExtraRecordsOptions;
  /** Mail domains below this one, by relative name, sorted. */
  readonly subdomains: readonly { readonly label: string; readonly plan: DomainPlan }[];
}

/** The names of the mail domain itself and of those below it. */
export function mailDomains({ domain, subdomains }: DomainPlan): readonly string[] {
  return [domain, ...subdomains.flatMap(({ plan }) => mailDomains(plan))];
}

type Path = readonly (string | number)[];

/** For each list of SPF terms, the path of every element in the mail domain's options. */
export type SpfOrigins = Readonly<Partial<Record<SpfList, readonly Path[]>>>;

type SpfList = "ip4" | "ip6" | "include" | "a";

/**
 * Decides what a mail domain consists of.
 * @returns the plan, or every fault that the choice of parts has; each part finds those of its own options
 */
export function planDomain(options: MailDomainOptions): Result<DomainPlan> {
  const { plan, faults } = draftPlan(options);
  return plan && faults.length === 0 ? ok(plan) : fail(...faults);
}

/** What can be planned beside the faults, so that those of the parts are found in the same pass. */
export interface PlanDraft {
  /** Absent if not even the domain's name can be read. */
  readonly plan?: DomainPlan;
  readonly faults: readonly Fault[];
}

/** A plan as far as the options go; it is to be used only where there are no faults. */
export function draftPlan(options: MailDomainOptions): PlanDraft {
  const faults: Fault[] = [];
  const plan = planAt(options, false, faults);
  return plan ? { plan, faults } : { faults };
}

function planAt(options: MailDomainOptions, isSubdomain: boolean, faults: Fault[]): DomainPlan | undefined {
  const ttlFaults = ttlFault(options.ttl);
  faults.push(...misplaced(options), ...ttlFaults);
  const domain = collect(parseName(options.domain), faults, "domain");
  if (!domain) return undefined;
  const part = { domain, ttl: ttlFaults.length > 0 ? DEFAULT_TTL : (options.ttl ?? DEFAULT_TTL) };
  const subdomains = planSubdomains(options, domain, faults);
  const common: Omit<DomainPlan, "parked"> = {
    domain,
    profile: options.profile,
    ...(options.acceptsReportsFrom?.length
      ? {
          reports: {
            ...part,
            acceptsReportsFrom: options.acceptsReportsFrom,
            reportAuthorization: options.reportAuthorization ?? "each",
          },
        }
      : {}),
    ...(options.records ? { extra: { ...part, records: options.records } } : {}),
    subdomains,
  };
  if (options.profile === "parked") {
    const parked: ParkedDomainOptions = {
      ...part,
      ...options.parked,
      ...(options.dmarc ? { dmarc: options.dmarc } : {}),
    };
    return { ...common, parked };
  }
  const { receives, sends, exchangeOnline } = PROFILES[options.profile];
  const tenant = options.tenant ? { tenant: options.tenant } : {};
  const senders = planSenders(options, domain, faults);
  const inbound = {
    ...part,
    ...tenant,
    mx: options.mx ?? (receives ? "auto" : "none"),
    autodiscover: options.autodiscover ?? options.profile === "exchange-online",
  } as const;
  const premises = planPremises(options, domain, faults);
  const exchanges = mailExchanges(domain, inbound.mx, options.tenant);
  const dkim = {
    microsoft: exchangeOnline,
    ...options.dkim,
  };
  return {
    ...common,
    inbound,
    ...(premises ? { premises } : {}),
    ...(sends ? planSpf(part, options, senders, faults) : { spf: { ...part, all: "fail" as const } }),
    ...(dkim.microsoft || dkim.selectors || dkim.hosted ? { dkim: { ...part, ...tenant, ...dkim } } : {}),
    // A subdomain without a policy of its own is covered by its parent's (RFC 9989 §4.10).
    ...(isSubdomain && !options.dmarc
      ? {}
      : { dmarc: { ...part, ...(sends ? {} : { policy: "reject" as const }), ...options.dmarc } }),
    ...(options.mtaSts && exchanges.ok
      ? {
          mtaSts: {
            ...part,
            ...options.mtaSts,
            mxHosts: exchanges.value.flatMap(({ host }) => (host === "." ? [] : [host])),
          },
        }
      : {}),
    ...(options.tlsRpt ? { tlsRpt: { ...part, ...options.tlsRpt } } : {}),
    ...(options.bimi ? { bimi: { ...part, ...options.bimi } } : {}),
    ...(senders.length > 0 ? { senders: { ...part, senders } } : {}),
  };
}

function misplaced(options: MailDomainOptions): readonly Fault[] {
  return unfitSections(options.profile, options).map(({ section, reason }) => ({
    path: [section],
    message: `${section} does not go with profile ${options.profile}`,
    fix: `leave it out, or choose another profile: ${reason}`,
  }));
}

function planSubdomains(
  options: MailDomainOptions,
  domain: DnsName,
  faults: Fault[],
): DomainPlan["subdomains"] {
  return Object.entries(options.subdomains ?? {})
    .flatMap(([label, own]) => {
      const inner: Fault[] = [];
      const plan = planAt({ ...own, domain: below(label, domain) }, true, inner);
      faults.push(...inner.map((fault) => within(fault, "subdomains", label)));
      return plan ? [{ label: plan.domain.slice(0, -(domain.length + 1)), plan }] : [];
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}

function planSenders(options: MailDomainOptions, domain: DnsName, faults: Fault[]): readonly SenderParts[] {
  return (options.senders ?? []).flatMap((use, index) => {
    const sender = collect(resolveSender(use, domain), faults, "senders", index);
    return sender ? [sender] : [];
  });
}

/** Who may send: the cloud's own include first, then what the domain adds, then its senders. */
function planSpf(
  part: { readonly domain: DnsName; readonly ttl: number },
  options: MailDomainOptions,
  senders: readonly SenderParts[],
  faults: Fault[],
): Pick<DomainPlan, "spf" | "spfOrigins"> {
  const own = options.spf ?? {};
  const egress = (options.onPremises?.egress ?? []).map((value, index) => ({
    value,
    path: ["onPremises", "egress", index],
  }));
  const lists = {
    ip4: [...egress.filter(({ value }) => !value.includes(":")), ...elements(own.ip4, "ip4")],
    ip6: [...egress.filter(({ value }) => value.includes(":")), ...elements(own.ip6, "ip6")],
    include: [
      // With a redirect the other domain's record answers, and has to name Exchange Online itself.
      ...(own.redirect === undefined ? cloudInclude(options, faults) : []),
      ...elements(own.include, "include"),
      ...senders.flatMap(({ spfIncludes }, index) =>
        spfIncludes.map((value) => ({ value, path: ["senders", index] })),
      ),
    ],
    a: senders.some(({ spfA }) => spfA.length > 0)
      ? [
          ...(own.a === true ? [{ value: part.domain, path: ["spf", "a"] }] : elements(own.a, "a")),
          ...senders.flatMap(({ spfA }, index) => spfA.map((value) => ({ value, path: ["senders", index] }))),
        ]
      : [],
  };
  if (options.profile === "eop-onpremises" && egress.length === 0) {
    faults.push({
      path: ["onPremises", "egress"],
      message: "the premises have no egress address",
      expected: "the addresses from which on-premises Exchange sends to the Internet",
      fix: "add onPremises: { egress: [192.0.2.1] }",
    });
  }
  if (
    options.profile === "send-only" &&
    !options.senders?.length &&
    Object.keys(own).every((key) => key === "all")
  ) {
    faults.push({
      path: ["senders"],
      message: "a send-only domain names no sender",
      expected: "at least one sender, or addresses or includes under spf",
      fix: "add senders, or choose profile parked",
    });
  }
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return {
    spf: {
      ...part,
      ...own,
      ...Object.fromEntries(filled.map(([key, list]) => [key, list.map(({ value }) => value)])),
    },
    spfOrigins: Object.fromEntries(filled.map(([key, list]) => [key, list.map(({ path }) => path)])),
  };
}

interface Element {
  readonly value: string;
  readonly path: Path;
}

function elements(values: readonly string[] | undefined, list: string): readonly Element[] {
  return (values ?? []).map((value, index) => ({ value, path: ["spf", list, index] }));
}

function cloudInclude(options: MailDomainOptions, faults: Fault[]): readonly Element[] {
  if (!PROFILES[options.profile].exchangeOnline) return [];
  const cloud = parseCloud(options.tenant?.cloud ?? "worldwide");
  if (cloud.ok) return [{ value: cloud.value.spfInclude, path: ["tenant", "cloud"] }];
  faults.push(...cloud.faults.map((fault) => within(fault, "tenant", "cloud")));
  return [];
}
