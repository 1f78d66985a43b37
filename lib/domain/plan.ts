import { below, type DnsName, parseName } from "../dns/name";
import { parseTarget } from "../dns/target";
import { collect, type Fault, within } from "../fault";
import type { MailDomainOptions, MxOptions, Profile } from "../options";
import { isMicrosoftsMx, missingFaults, PROFILES, unfitFaults } from "../profile";
import { resolveUse, type SenderParts } from "../senders/resolve";
import type { DkimSelectorsOptions } from "./parts/dkim";
import type { DmarcPolicyOptions, ReportAuthorizationOptions } from "./parts/dmarc";
import type { ExtraRecordsOptions } from "./parts/extra";
import { type InboundOptions, mailExchanges } from "./parts/inbound";
import type { MtaStsPartOptions } from "./parts/mta-sts";
import type { ParkedDomainOptions } from "./parts/parked";
import { DEFAULT_TTL, ttlFault } from "./parts/part";
import type { BimiPartOptions, TlsReportingOptions } from "./parts/reporting";
import type { SenderRecordsOptions } from "./parts/senders";
import type { PremisesPlan } from "./premises";
import { planSpf, type SpfPlan } from "./spf-plan";

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
  readonly spf?: SpfPlan;
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

/** The parts that have records, by the keys of the plan that hold their options; in the order of a domain's records. */
export const PARTS = [
  "parked",
  "inbound",
  "spf",
  "dkim",
  "senders",
  "dmarc",
  "reports",
  "tlsRpt",
  "bimi",
  "extra",
  "mtaSts",
] as const satisfies readonly (keyof DomainPlan)[];
/** One mechanism of a mail domain. */
export type PartName = (typeof PARTS)[number];

/** The names of the mail domain itself and of those below it. */
export function mailDomains({ domain, subdomains }: DomainPlan): readonly string[] {
  return [domain, ...subdomains.flatMap(({ plan }) => mailDomains(plan))];
}

/** What can be planned beside the faults, so that those of the parts are found in the same pass. */
export interface PlanDraft {
  /** Absent if not even the domain's name can be read. */
  readonly plan?: DomainPlan;
  readonly faults: readonly Fault[];
}

/**
 * A plan as far as the options go; it is to be used only where there are no faults.
 * @param options that go with their profile, which {@link misfits} tells; an estate has told it where it was written
 */
export function draftPlan(options: MailDomainOptions): PlanDraft {
  const faults: Fault[] = [];
  const plan = planAt(options, false, faults);
  return plan ? { plan, faults } : { faults };
}

function planAt(options: MailDomainOptions, isSubdomain: boolean, faults: Fault[]): DomainPlan | undefined {
  const ttlFaults = ttlFault(options.ttl);
  faults.push(...ttlFaults);
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
      ...(options.mx === "none" ? { mx: options.mx } : {}),
    };
    return { ...common, parked };
  }
  const { sends, exchangeOnline } = PROFILES[options.profile];
  const isPremises = options.profile === "on-premises";
  // What only names its tenant for later asks nothing of it yet.
  const tenant =
    options.tenant && !(isPremises && options.dkim?.microsoft !== true) ? { tenant: options.tenant } : {};
  const senders = planSenders(options, domain, faults);
  const inbound = {
    ...part,
    ...tenant,
    // What does not go with the premises alone has been told, and gets no second fault.
    mx: isPremises && isMicrosoftsMx(options.mx) ? "none" : (options.mx ?? ownExchange(options, faults)),
    autodiscover: !isPremises && (options.autodiscover ?? options.profile === "exchange-online"),
  } as const;
  const premises = premisesOf(options, domain, faults);
  const exchanges = mailExchanges(domain, inbound.mx, options.tenant);
  const dkim = {
    microsoft: exchangeOnline,
    ...options.dkim,
  };
  return {
    ...common,
    inbound,
    ...(premises ? { premises } : {}),
    spf: sends ? planSpf(part, options, senders, faults) : { options: { ...part, all: "fail" }, terms: {} },
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

/** Loaded only by domains with servers of their own: the others need not know how connectors are planned. */
function premisesOf(options: MailDomainOptions, domain: DnsName, faults: Fault[]): PremisesPlan | undefined {
  if (options.profile !== "eop-onpremises" && options.profile !== "on-premises") return undefined;
  const { planPremises }: typeof import("./premises") = require("./premises");
  return planPremises(options, domain, faults);
}

/** Where mail goes by the profile. */
function ownExchange({ profile, onPremises }: MailDomainOptions, faults: Fault[]): MxOptions {
  const { receives, eop } = PROFILES[profile];
  if (eop) return "auto";
  // That there is no smart host is told where misfits are.
  if (!receives || onPremises?.smartHost === undefined) return "none";
  const host = collect(parseTarget(onPremises.smartHost), faults, "onPremises", "smartHost");
  return host === undefined ? "none" : { host };
}

/** What does not go with the profile and what the profile cannot be without, here and in the subdomains. */
export function misfits({ subdomains, ...options }: Omit<MailDomainOptions, "domain">): readonly Fault[] {
  return [
    ...unfitFaults(options.profile, options),
    ...missingFaults(options.profile, options),
    ...Object.entries(subdomains ?? {}).flatMap(([label, below]) =>
      misfits(below).map((fault) => within(fault, "subdomains", label)),
    ),
  ];
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
    const sender = collect(resolveUse(use, domain), faults, "senders", index);
    return sender ? [sender] : [];
  });
}
