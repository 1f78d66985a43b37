import { Construct, type IConstruct } from "constructs";
import type { DnsName } from "../../lib/dns/name";
import type { DomainDeclaration } from "../../lib/domain/declaration";
import { declareGiven } from "../../lib/domain/declare";
import type { PartName } from "../../lib/domain/plan";
import { unwrap } from "../../lib/fault";
import type { MailDomainOptions } from "../../lib/options";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import { readDeclaration } from "../read-declaration";
import {
  ANYTHING,
  dataProps,
  liveProp,
  optionalLiveProp,
  refuseUnknown,
  subjectOf,
  zoneProp,
} from "../read-props";
import { HiddenNames } from "../tokens";
import type { MailZone } from "../zone/mail-zone";
import { isDkimTarget } from "./dkim-selectors";
import type { MailPartProps } from "./mail-part";
import { refuseExchange, requireManagedZone } from "./managed-tenant";
import { PublishedPart } from "./published-part";
import { recordOf } from "./published-record";

/** What a mail domain publishes, and where. */
export interface MailDomainProps<R extends IConstruct = IConstruct>
  extends MailPartProps<R>,
    MailDomainOptions {}

/** A mail domain whose records have been declared already, as those of an estate file are. */
export interface DeclaredMailDomainProps<R extends IConstruct = IConstruct> extends MailPartProps<R> {
  /** As `declareDomain` answers. */
  readonly declaration: DomainDeclaration;
}

/** The construct id of each part. */
const PART_IDS: Readonly<Record<PartName, string>> = {
  parked: "Parked",
  inbound: "Inbound",
  spf: "Spf",
  dkim: "Dkim",
  senders: "Senders",
  dmarc: "Dmarc",
  reports: "DmarcReports",
  tlsRpt: "TlsRpt",
  bimi: "Bimi",
  extra: "Records",
  mtaSts: "MtaSts",
};

/**
 * A whole mail domain, as its owner thinks of it: a profile, who sends, what happens to forgeries. It decides
 * nothing itself: `lib/domain` declares the records, once, and this publishes them, part by part.
 *
 * MX hosts and DKIM targets may be Terraform references; everything else must be known at synth.
 *
 * @typeParam R what a record is in the zone, which the compiler finds out by itself
 */
export class MailDomain<out R extends IConstruct = IConstruct> extends Construct {
  /** The mail domain, in lower case and without a trailing dot. */
  readonly domain: DnsName;
  private readonly parts: PublishedPart<R>[] = [];
  private readonly below: { readonly label: string; readonly mail: MailDomain<R> }[] = [];

  /** @throws FaultError with every fault of the props, of every part and subdomain */
  constructor(scope: Construct, id: string, props: MailDomainProps<R> | DeclaredMailDomainProps<R>) {
    super(scope, id);
    markGrouping(this);
    const { zone, declaration } = published(props);
    this.domain = declaration.domain;
    this.build(zone, declaration);
  }

  /**
   * Every published record by its role, behind the relative name of its subdomain: `Spf`, `news/Spf`. They are what the
   * zone's host declares, e.g. for `dependsOn` and `addOverride`.
   */
  get records(): ReadonlyMap<string, R> {
    return new Map([
      ...this.parts.flatMap((part) => [...part.records]),
      ...this.below.flatMap(({ label, mail }) =>
        [...mail.records].map(([role, record]) => [`${label}/${role}`, record] as const),
      ),
    ]);
  }

  /**
   * The published record of a role, e.g. `Spf` or `news/Spf`.
   * @throws FaultError if no record has the role
   */
  record(role: string): R {
    return recordOf(`MailDomain ${this.domain}`, this.records, role);
  }

  private build(zone: MailZone<R>, { parts, subdomains }: DomainDeclaration): void {
    for (const part of parts) this.parts.push(new PublishedPart(this, PART_IDS[part.name], { zone, part }));
    for (const { label, declaration } of subdomains) {
      const scope = new Construct(this, constructId(label));
      this.below.push({ label, mail: new MailDomain(scope, "Mail", { zone, declaration }) });
    }
  }
}

/** What is published, and the zone that puts the Terraform references of a domain declared in code back. */
function published<R extends IConstruct>(
  props: MailDomainProps<R> | DeclaredMailDomainProps<R>,
): DeclaredMailDomainProps<R> {
  const kind = "MailDomain";
  const zone = liveProp(kind, props, "zone", zoneProp<R>());
  const given = optionalLiveProp(kind, props, "declaration", ANYTHING);
  const options = dataProps(kind, props, ["zone", "declaration"]);
  if (given !== undefined) {
    refuseUnknown(kind, options);
    const declaration = readDeclaration(kind, given);
    requireManagedZone(`${kind} ${declaration.domain}`, declaration, zone);
    return { zone, declaration };
  }
  const names = new HiddenNames();
  const subject = subjectOf(kind, options.domain);
  refuseExchange(subject, options);
  const declaration = unwrap(
    subject,
    declareGiven(names.hide(subject, options, mayBeToken), zone.flattensApex ? zone.zoneName : undefined),
  );
  return { zone: names.revealing(zone), declaration };
}

/** Is this the path of an MX host or a DKIM target, here or in a subdomain? */
function mayBeToken(path: readonly (string | number)[]): boolean {
  const [section, ...rest] = path;
  if (section === "subdomains") return mayBeToken(rest.slice(1));
  if (section === "mx") return rest.at(-1) === "host";
  return section === "dkim" && isDkimTarget(rest);
}
