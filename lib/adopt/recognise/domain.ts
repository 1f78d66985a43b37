import { below, type DnsName, isWithin } from "../../dns/name";
import type { DnsRecord } from "../../dns/record";
import { recordConflicts } from "../../domain/conflicts";
import type { DomainDeclaration } from "../../domain/declaration";
import { draftDeclaration } from "../../domain/draft-declaration";
import { misfits } from "../../domain/plan";
import { parseBimi } from "../../mail/bimi";
import { parseDkimKey } from "../../mail/dkim";
import { isDmarc } from "../../mail/dmarc/parse";
import { isMtaSts } from "../../mail/mta-sts";
import { isSpf } from "../../mail/spf/parse";
import { parseTlsRpt } from "../../mail/tls-rpt";
import { CLOUDS } from "../../microsoft/clouds";
import { parseEopHost } from "../../microsoft/eop-host";
import type {
  DkimOptions,
  DkimSelectorOptions,
  MxOptions,
  Profile,
  SpfOptions,
  TenantOptions,
} from "../../options";
import { PROFILES } from "../../profile";
import type { AdoptedOptions } from "../adopted-options";
import type { FoundRecord } from "../found";
import { FoundRecords, type Matches } from "../match";
import { dmarcOptions } from "./dmarc";
import { possibleSenders } from "./senders";
import { spfOptions } from "./spf";
import { tenantTrace } from "./tenants";

/** What a mail domain is taken for: the options under which its declaration is nearest to what stands in the zone. */
export interface Recognised {
  readonly options: AdoptedOptions;
  readonly declaration: DomainDeclaration;
  readonly matches: Matches;
}

export interface Surroundings {
  /** Is it a record of mail? Others are explained where a sender asks for them, and need not be. */
  isMail(found: FoundRecord): boolean;
  /** Is the domain below another of its zone? Then it needs no policy of its own. */
  readonly isSubdomain: boolean;
  /** The tenant that its records name, or that is given for domains whose records name none. */
  readonly tenant: TenantOptions | undefined;
}

/**
 * What a mail domain is for, found by declaring: of the profiles, and of what options say of its records, those are taken
 * under which the declared records are the zone's. A record counts as recognised only if it is declared as it stands, or in
 * a form that means the same.
 * @param records those at the domain and below it that no other mail domain has explained
 */
export function recognise(
  domain: DnsName,
  records: readonly FoundRecord[],
  { isMail, isSubdomain, tenant }: Surroundings,
): Recognised | undefined {
  const zone = new Candidate(domain, records, isMail, isSubdomain);
  const profiles = zone.profiles(tenant);
  return profiles
    .flatMap((profile) => zone.declare(profile, tenant) ?? [])
    .reduce<Scored | undefined>((best, one) => (best && best.cost <= one.cost ? best : one), undefined);
}

interface Scored extends Recognised {
  /** What is declared and not there, what is there and not declared, and how much has to be written. */
  readonly cost: number;
}

/** In this order where two fit alike. */
const PROFILE_ORDER: readonly Profile[] = [
  "exchange-online",
  "eop-onpremises",
  "receive-only",
  "parked",
  "send-only",
  "on-premises",
];

class Candidate {
  private readonly found: FoundRecords;
  private readonly own: readonly DnsRecord[];
  private readonly spf: readonly string[];
  private readonly mail: number;

  constructor(
    private readonly domain: DnsName,
    records: readonly FoundRecord[],
    private readonly isMail: (found: FoundRecord) => boolean,
    private readonly isSubdomain: boolean,
  ) {
    this.mail = records.filter(isMail).length;
    this.found = new FoundRecords(records);
    this.own = records.filter(({ obstacle }) => obstacle === undefined).map(({ record }) => record);
    this.spf = this.texts(domain).filter(isSpf);
  }

  /** The profiles that may be meant; those of Exchange Online only where something in the zone is Microsoft's. */
  profiles(tenant: TenantOptions | undefined): readonly Profile[] {
    const isMicrosofts = tenant !== undefined && this.isMicrosofts();
    // What Microsoft takes in is received, and what it may send is sent, whatever else is missing.
    const atMicrosoft =
      isMicrosofts &&
      this.found
        .at(this.domain, "MX")
        .some(({ record }) => record.type === "MX" && parseEopHost(record.exchange) !== undefined);
    const fromMicrosoft = tenant !== undefined && this.leavesThrough(tenant);
    const isOwn = this.takesOwnMail();
    return PROFILE_ORDER.filter((profile) => {
      if (profile === "on-premises") return isOwn;
      const { exchangeOnline, receives } = PROFILES[profile];
      if (atMicrosoft) return receives && (exchangeOnline || !fromMicrosoft);
      return isMicrosofts || !(exchangeOnline || receives);
    });
  }

  /** Does its SPF record permit the tenant's cloud to send for it? */
  private leavesThrough({ cloud = "worldwide" }: TenantOptions): boolean {
    const [text, ...others] = this.spf;
    const { spfInclude } = CLOUDS[cloud];
    const include = text === undefined || others.length > 0 ? undefined : spfOptions(text)?.include;
    return include?.some((one) => one.toLowerCase() === spfInclude) ?? false;
  }

  /** Does its mail arrive at hosts of its own names alone, with nothing of Microsoft's in the zone? Others' hosts may be anybody's. */
  private takesOwnMail(): boolean {
    const hosts = this.found
      .at(this.domain, "MX")
      .flatMap(({ record }) => (record.type === "MX" ? [record.exchange] : []));
    const areOwn = hosts.every((host) => host !== "." && isWithin(host, this.domain));
    return hosts.length > 0 && areOwn && !this.isMicrosofts();
  }

  private isMicrosofts(): boolean {
    return tenantTrace(this.own) !== undefined;
  }

  /** The nearest declaration under a profile: each option is kept if it brings the declaration nearer. */
  declare(profile: Profile, tenant: TenantOptions | undefined): Scored | undefined {
    const { exchangeOnline, receives } = PROFILES[profile];
    const needsTenant = exchangeOnline || (receives && profile !== "on-premises");
    let best = this.first(profile, needsTenant ? tenant : undefined);
    if (!best) return undefined;
    for (const steps of this.steps(best.options)) {
      for (const step of steps) {
        const next = this.score(step(best.options));
        // What makes more records up than it explains is not what stands there.
        const invents = next && next.matches.absent.length > best.matches.absent.length;
        if (next && next.cost < best.cost && !invents) best = next;
      }
    }
    return best;
  }

  /** What is asked of every domain of the profile. */
  private first(profile: Profile, tenant: TenantOptions | undefined): Scored | undefined {
    const spf = this.spfOptions(tenant);
    const base: AdoptedOptions = {
      profile,
      ...(tenant ? { tenant } : {}),
      ...(hasPremises(profile) ? { onPremises: { egress: [...(spf?.ip4 ?? []), ...(spf?.ip6 ?? [])] } } : {}),
      ...(profile === "send-only" && spf ? { spf } : {}),
    };
    const { receives } = PROFILES[profile];
    const tries: readonly AdoptedOptions[] = receives
      ? this.mxChoices().map((mx) => (mx === undefined ? base : { ...base, mx }))
      : profile === "send-only"
        ? // It has to name who sends.
          [base, ...this.senders(spf?.include ?? []).map((step) => step(base))]
        : [base];
    return tries
      .flatMap((options) => this.score(options) ?? [])
      .reduce<Scored | undefined>((best, one) => (best && best.cost <= one.cost ? best : one), undefined);
  }

  private mxChoices(): readonly (MxOptions | undefined)[] {
    const hosts = this.found
      .at(this.domain, "MX")
      .flatMap(({ record }) =>
        record.type === "MX" ? [{ host: String(record.exchange), priority: record.preference }] : [],
      );
    const [one, ...others] = hosts;
    if (one === undefined) return [undefined, "none"];
    if (others.length > 0) return [hosts.sort(byPreference)];
    const host = parseEopHost(one.host);
    const priority = one.priority === 0 ? {} : { priority: one.priority };
    const named: MxOptions = { host: one.host, ...priority };
    if (one.host === ".") return ["null"];
    if (!host) return [named];
    return [
      ...(host.partition === undefined ? [undefined] : [{ partition: host.partition, ...priority }]),
      named,
    ];
  }

  private steps({
    profile,
    tenant,
  }: AdoptedOptions): readonly (readonly ((options: AdoptedOptions) => AdoptedOptions)[])[] {
    const { sends, receives } = PROFILES[profile];
    const set = (more: Partial<AdoptedOptions>) => (options: AdoptedOptions) => ({ ...options, ...more });
    const spf = this.spfOptions(tenant);
    return [
      profile === "parked" ? [set({ mx: "none" }), set({ parked: { revokeDkim: true } })] : [],
      sends && spf ? [set({ spf: withoutEgress(spf, profile) })] : [],
      receives ? [set({ autodiscover: false }), set({ autodiscover: true })] : [],
      sends
        ? this.dkim().map((dkim) => (options: AdoptedOptions) => ({
            ...options,
            dkim: { ...options.dkim, ...dkim },
          }))
        : [],
      sends ? this.senders(spf?.include ?? []) : [],
      sends ? this.selectors() : [],
      this.dmarc(),
      receives ? this.tlsRpt() : [],
      sends ? this.bimi() : [],
      receives ? this.mtaSts() : [],
    ];
  }

  private spfOptions(tenant: TenantOptions | undefined): SpfOptions | undefined {
    const [text, ...others] = this.spf;
    const read = text === undefined || others.length > 0 ? undefined : spfOptions(text);
    if (!read?.include || !tenant) return read;
    const cloud = CLOUDS[tenant.cloud ?? "worldwide"].spfInclude;
    const include = read.include.filter((one) => one.toLowerCase() !== cloud);
    const { include: _, ...rest } = read;
    return include.length > 0 ? { ...rest, include } : rest;
  }

  private dkim(): readonly DkimOptions[] {
    const targets = ["selector1", "selector2"].map((selector) => this.alias(`${selector}._domainkey`));
    const [selector1, selector2] = targets;
    const partition = /\.([a-z])-v1\.dkim\.mail\.microsoft$/.exec(selector1 ?? selector2 ?? "")?.[1];
    const nameServers = this.found
      .at(below("_domainkey", this.domain), "NS")
      .flatMap(({ record }) => (record.type === "NS" ? [String(record.host)] : []));
    return [
      { microsoft: true },
      ...(partition === undefined ? [] : [{ partition }]),
      ...(selector1 !== undefined && selector2 !== undefined ? [{ selector1, selector2 }] : []),
      ...(nameServers.length > 0 ? [{ hosted: { nameServers } }] : []),
    ];
  }

  private senders(includes: readonly string[]): readonly ((options: AdoptedOptions) => AdoptedOptions)[] {
    return possibleSenders(this.domain, this.own, includes).map(({ name, use }) => (options) => {
      if (
        options.senders?.some(
          (other) => nameOf(other) === name && JSON.stringify(other) === JSON.stringify(use),
        )
      )
        return options;
      const senders = [...(options.senders ?? []).filter((other) => nameOf(other) !== name), use];
      // What the sender brings into SPF by itself is not written twice.
      const more = draftDeclaration({
        domain: this.domain,
        profile: "send-only",
        senders: [use],
      }).declaration;
      const brought = more?.plan.spf?.terms.include?.map(({ value }) => value) ?? [];
      const brings = more?.plan.spf?.terms.a?.map(({ value }) => value) ?? [];
      const { include, a, ...spf } = options.spf ?? {};
      const left = include?.filter((one) => !brought.includes(one)) ?? [];
      const hosts = Array.isArray(a) ? a.filter((one: string) => !brings.includes(one)) : a;
      return {
        ...options,
        senders,
        spf: {
          ...spf,
          ...(left.length > 0 ? { include: left } : {}),
          ...(hosts === undefined || (Array.isArray(hosts) && hosts.length === 0) ? {} : { a: hosts }),
        },
      };
    });
  }

  private selectors(): readonly ((options: AdoptedOptions) => AdoptedOptions)[] {
    const tail = `._domainkey.${this.domain}`;
    return this.own.flatMap((record) => {
      if (!record.name.endsWith(tail)) return [];
      const selector = record.name.slice(0, -tail.length);
      const choice = selectorChoice(record);
      if (choice === undefined) return [];
      return (options: AdoptedOptions): AdoptedOptions => ({
        ...options,
        dkim: { ...options.dkim, selectors: { ...options.dkim?.selectors, [selector]: choice } },
      });
    });
  }

  private dmarc(): readonly ((options: AdoptedOptions) => AdoptedOptions)[] {
    const hosted = this.alias("_dmarc");
    const [text, ...others] = this.texts(below("_dmarc", this.domain)).filter(isDmarc);
    const read = text === undefined || others.length > 0 ? undefined : dmarcOptions(text);
    if (read) return [(options) => ({ ...options, dmarc: read })];
    return hosted === undefined ? [] : [(options) => ({ ...options, dmarc: { hosted } })];
  }

  private tlsRpt(): readonly ((options: AdoptedOptions) => AdoptedOptions)[] {
    const hosted = this.alias("_smtp._tls");
    if (hosted !== undefined) return [(options) => ({ ...options, tlsRpt: { rua: [], hosted } })];
    return this.texts(below("_smtp._tls", this.domain)).flatMap((text) => {
      const read = parseTlsRpt(text);
      if (!read.ok) return [];
      const rua = read.value.rua.map(({ uri }) => uri);
      return (options: AdoptedOptions): AdoptedOptions => ({ ...options, tlsRpt: { rua } });
    });
  }

  private bimi(): readonly ((options: AdoptedOptions) => AdoptedOptions)[] {
    const tail = `._bimi.${this.domain}`;
    return this.own.flatMap((record) => {
      const read = record.type === "TXT" && record.name.endsWith(tail) ? parseBimi(record.value) : undefined;
      if (!read?.ok) return [];
      const selector = record.name.slice(0, -tail.length);
      const { logo, certificate } = read.value;
      const bimi = {
        logo,
        ...(certificate === undefined ? {} : { certificate }),
        ...(selector === "default" ? {} : { selector }),
      };
      return (options: AdoptedOptions): AdoptedOptions => ({ ...options, bimi });
    });
  }

  /** The policy is not in the DNS. Its id is: where that is the one which this tool derives, the policy is known by it. */
  private mtaSts(): readonly ((options: AdoptedOptions) => AdoptedOptions)[] {
    const [record, policy] = [this.alias("_mta-sts"), this.alias("mta-sts")];
    const set = (mtaSts: NonNullable<AdoptedOptions["mtaSts"]>) => (options: AdoptedOptions) => ({
      ...options,
      mtaSts,
    });
    if (record !== undefined && policy !== undefined)
      return [set({ mode: "testing", hosted: { record, policy } })];
    if (!this.texts(below("_mta-sts", this.domain)).some(isMtaSts)) return [];
    return MODES.flatMap((mode) => [
      set({ mode, hosting: "external" }),
      ...MAX_AGES.map((maxAge) => set({ mode, maxAge, hosting: "external" })),
    ]);
  }

  private alias(label: string): string | undefined {
    const [found] = this.found.at(below(label, this.domain), "CNAME");
    return found?.record.type === "CNAME" && found.obstacle === undefined ? found.record.target : undefined;
  }

  private texts(name: string): readonly string[] {
    return this.found.at(name, "TXT").flatMap(({ record }) => (record.type === "TXT" ? [record.value] : []));
  }

  private score(options: AdoptedOptions): Scored | undefined {
    if (misfits(options).length > 0) return undefined;
    const { declaration, faults } = draftDeclaration({ domain: this.domain, ...options });
    if (!declaration || faults.length > 0 || recordConflicts(declaration.records).length > 0)
      return undefined;
    const records = declaration.records.filter(
      ({ role }) => !this.isSubdomain || options.dmarc || options.profile === "parked" || role !== "Dmarc",
    );
    const matches = this.found.match(records);
    const explained = matches.matches.filter(({ found }) => this.isMail(found)).length;
    const forms = matches.matches.filter(({ inAnotherForm }) => inAnotherForm).length;
    // Of two that leave as much unsaid, that which explains more of what other services asked for.
    const cost =
      100 * (matches.absent.length + this.mail - explained) +
      10 * written(options) +
      forms -
      2 * matches.matches.length;
    return { options, declaration, matches, cost };
  }
}

const MODES = ["enforce", "testing", "none"] as const;
/** In seconds: a day, a week is the default, a fortnight, a month of 30 and of 31 days, a quarter, a year, the longest. */
const MAX_AGES = [86_400, 1_209_600, 2_592_000, 2_678_400, 7_776_000, 31_536_000, 31_557_600];

/** How many values of a record stand in the options as they are: a sender explains what else is written out. */
function written({ profile, spf, dkim, mx, senders, autodiscover }: AdoptedOptions): number {
  const hosts = Array.isArray(mx) ? mx.length : typeof mx === "object" && "host" in mx ? 1 : 0;
  return (
    (spf?.include?.length ?? 0) +
    Object.keys(dkim?.selectors ?? {}).length +
    (dkim?.selector1 === undefined ? 0 : 2) +
    (dkim?.partition === undefined ? 0 : 0.5) +
    hosts +
    // Mailboxes in Exchange Online that Outlook cannot find: more likely they are on premises.
    (profile === "exchange-online" && autodiscover === false ? 1 : 0) +
    0.1 * (senders?.length ?? 0)
  );
}

/** Do the addresses of its SPF record stand for servers on the premises? */
function hasPremises(profile: Profile): boolean {
  return profile === "eop-onpremises" || profile === "on-premises";
}

function withoutEgress(
  spf: NonNullable<AdoptedOptions["spf"]>,
  profile: Profile,
): NonNullable<AdoptedOptions["spf"]> {
  if (!hasPremises(profile)) return spf;
  const { ip4: _4, ip6: _6, ...rest } = spf;
  return rest;
}

function selectorChoice(record: DnsRecord): DkimSelectorOptions | undefined {
  if (record.type === "CNAME") return { cname: record.target };
  if (record.type !== "TXT") return undefined;
  const key = parseDkimKey(record.value);
  if (!key.ok) return undefined;
  return key.value.publicKey ? { txt: record.value } : { revoked: true };
}

function nameOf(use: NonNullable<AdoptedOptions["senders"]>[number]): string {
  return typeof use === "string" ? use : (Object.keys(use)[0] ?? "");
}

function byPreference(
  a: { readonly host: string; readonly priority: number },
  b: { readonly host: string; readonly priority: number },
): number {
  return a.priority - b.priority || (a.host < b.host ? -1 : 1);
}
