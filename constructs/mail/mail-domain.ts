import { Construct, type IConstruct } from "constructs";
import type { DnsName } from "../../lib/dns/name";
import { declareDomain } from "../../lib/domain/declare";
import type { DomainPlan } from "../../lib/domain/plan";
import { unwrap } from "../../lib/fault";
import type { MailDomainOptions } from "../../lib/options";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { HiddenNames } from "../tokens";
import type { MailZone } from "../zone/mail-zone";
import { Bimi } from "./bimi";
import { DkimSelectors, isDkimTarget } from "./dkim-selectors";
import { DmarcPolicy, DmarcReportAuthorization } from "./dmarc-policy";
import { EopInbound } from "./eop-inbound";
import type { MailPart, MailPartProps } from "./mail-part";
import { MtaSts } from "./mta-sts";
import { ParkedDomain } from "./parked-domain";
import { ExtraRecords, SenderRecords } from "./sender-records";
import { SpfPolicy } from "./spf-policy";
import { TlsReporting } from "./tls-reporting";

export interface MailDomainProps extends MailPartProps, MailDomainOptions {}

/** A mail domain whose options have been read and decided on already, as those of an estate file have. */
export interface PlannedMailDomainProps extends MailPartProps {
  readonly plan: DomainPlan;
}

/**
 * A whole mail domain, as its owner thinks of it: a profile, who sends, what happens to forgeries. It decides
 * nothing itself: `lib/domain` answers which parts there are, and this makes a construct of each.
 *
 * MX hosts and DKIM targets may be Terraform references; everything else must be known at synth.
 */
export class MailDomain extends Construct {
  readonly domain: DnsName;
  private readonly parts: MailPart[] = [];
  private readonly below: { readonly label: string; readonly mail: MailDomain }[] = [];

  /** @throws FaultError with every fault of the props, of every part and subdomain */
  constructor(scope: Construct, id: string, props: MailDomainProps | PlannedMailDomainProps) {
    super(scope, id);
    markGrouping(this);
    const { zone, plan } = "plan" in props ? props : planned(props);
    this.domain = plan.domain;
    this.build(zone, plan);
  }

  /** Every published record by its role, behind the relative name of its subdomain: `Spf`, `news/Spf`. */
  get records(): ReadonlyMap<string, IConstruct> {
    return new Map([
      ...this.parts.flatMap((part) => [...part.records]),
      ...this.below.flatMap(({ label, mail }) =>
        [...mail.records].map(([role, record]) => [`${label}/${role}`, record] as const),
      ),
    ]);
  }

  private build(zone: MailZone, plan: DomainPlan): void {
    const { parked, inbound, spf, dkim, senders, dmarc, reports, mtaSts, tlsRpt, bimi, extra } = plan;
    const add = (part: MailPart) => this.parts.push(part);
    if (parked) add(new ParkedDomain(this, "Parked", { zone, ...parked }));
    if (inbound) add(new EopInbound(this, "Inbound", { zone, ...inbound }));
    if (spf) add(new SpfPolicy(this, "Spf", { zone, ...spf }));
    if (dkim) add(new DkimSelectors(this, "Dkim", { zone, ...dkim }));
    if (senders) add(new SenderRecords(this, "Senders", { zone, ...senders }));
    if (dmarc) add(new DmarcPolicy(this, "Dmarc", { zone, ...dmarc }));
    if (reports) add(new DmarcReportAuthorization(this, "DmarcReports", { zone, ...reports }));
    if (tlsRpt) add(new TlsReporting(this, "TlsRpt", { zone, ...tlsRpt }));
    if (bimi) add(new Bimi(this, "Bimi", { zone, ...bimi }));
    if (extra) add(new ExtraRecords(this, "Records", { zone, ...extra }));
    if (mtaSts) add(new MtaSts(this, "MtaSts", { zone, ...mtaSts }));
    for (const { label, plan: inner } of plan.subdomains) {
      const scope = new Construct(this, constructId(label));
      this.below.push({ label, mail: new MailDomain(scope, "Mail", { zone, plan: inner }) });
    }
  }
}

/** The plan of a domain that is declared in code, and the zone that puts its Terraform references back. */
function planned({ zone, ...options }: MailDomainProps): PlannedMailDomainProps {
  const names = new HiddenNames();
  const subject = `MailDomain ${options.domain}`;
  const known = names.hide(subject, options, mayBeToken);
  const { plan } = unwrap(subject, declareDomain(known));
  return { zone: names.revealing(zone), plan };
}

/** Is this the path of an MX host or a DKIM target, here or in a subdomain? */
function mayBeToken(path: readonly (string | number)[]): boolean {
  const [section, ...rest] = path;
  if (section === "subdomains") return mayBeToken(rest.slice(1));
  if (section === "mx") return rest.at(-1) === "host";
  return section === "dkim" && isDkimTarget(rest);
}
