import type { TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import type { DnsName } from "../../lib/dns/name";
import type { DnsRecord } from "../../lib/dns/record";
import type { DomainDeclaration } from "../../lib/domain/declaration";
import { DEFAULT_TTL } from "../../lib/domain/parts/part";
import type { DomainPlan } from "../../lib/domain/plan";
import type { MxOptions, TenantOptions } from "../../lib/options";
import { constructId } from "../construct-id";
import { markGrouping } from "../grouping";
import type { MailDomain } from "../mail/mail-domain";
import { managedTenant, managesExchange, markManaged } from "../mail/managed-tenant";
import { readDeclaration } from "../read-declaration";
import { ANYTHING, dataProps, liveProp, refuseUnknown, zoneProp } from "../read-props";
import { literal } from "../terraform/text";
import type { MailZone, ServedPolicy } from "../zone/mail-zone";
import { DataM365DomainServiceRecords, M365AcceptedDomain } from "./bindings";
import { DkimSigning } from "./dkim-signing";
import type { M365Provider } from "./m365/provider";
import { OnPremisesConnectors } from "./on-premises-connectors";
import { mxCovered } from "./postconditions";
import { TenantMembership } from "./tenant-membership";
import { TenantProviders } from "./tenant-providers";

/** The domain whose Exchange side is managed, and the zone of its records. */
export interface ManagedExchangeProps<R extends IConstruct = IConstruct> {
  /** Where the records are published. */
  readonly zone: MailZone<R>;
  /** As `declareDomain` answers. */
  readonly declaration: DomainDeclaration;
}

/** What Microsoft says instead of what was derived, for one record. */
interface Substitute {
  /** A token. */
  readonly value?: string;
  /** What must be in place before the record. */
  readonly after?: readonly IConstruct[];
}

/**
 * The Exchange Online side of a declared mail domain and its subdomains, for tenants whose Exchange is managed. The
 * declaration, and with it roles and addresses, stays as it is; only values and order change:
 *
 * ```ts
 * const exchange = new ManagedExchange(this, "Exchange", { zone, declaration });
 * const mail = new MailDomain(this, "Mail", { zone: exchange.zone, declaration });
 * exchange.enableSigning(mail);
 * ```
 */
export class ManagedExchange<out R extends IConstruct = IConstruct> extends Construct {
  /** The same zone, with MX hosts and DKIM targets as Microsoft says them. */
  readonly zone: MailZone<R>;
  private readonly substitutes = new Map<string, Substitute>();
  private readonly signing: { readonly prefix: string; readonly dkim: DkimSigning }[] = [];

  constructor(scope: Construct, id: string, props: ManagedExchangeProps<R>) {
    super(scope, id);
    markGrouping(this);
    const kind = "ManagedExchange";
    const zone = liveProp(kind, props, "zone", zoneProp<R>());
    const declaration = readDeclaration(kind, liveProp(kind, props, "declaration", ANYTHING));
    refuseUnknown(kind, dataProps(kind, props, ["zone", "declaration"]));
    this.zone = markManaged({
      zoneName: zone.zoneName,
      add: (part: Construct, role: string, record: DnsRecord, after: readonly IConstruct[] = []) => {
        const substitute = this.substitutes.get(keyOf(role, record.name));
        // Further MX records come after the first, and so after the connector as well.
        return zone.add(part, role, substituted(record, substitute), [
          ...after,
          ...(substitute?.after ?? []),
        ]);
      },
      servePolicy: (part: Construct, role: string, policy: ServedPolicy) =>
        zone.servePolicy(part, role, policy),
    });
    this.addDomain(this, "", declaration, {
      zone,
      providers: new TenantProviders(this, managedTenant(declaration.plan)),
    });
  }

  /** Switches signing on once the CNAMEs of the mail domain are published. */
  enableSigning(mail: MailDomain): void {
    for (const { prefix, dkim } of this.signing) {
      const published = ["DkimSelector1", "DkimSelector2"].flatMap(
        (role) => mail.records.get(`${prefix}${role}`) ?? [],
      );
      dkim.enableAfter(published);
    }
  }

  private addDomain(scope: Construct, prefix: string, declaration: DomainDeclaration, around: Around): void {
    const { plan } = declaration;
    const tenant = managedTenant(plan);
    let verified: Above | undefined;
    if (tenant) {
      const provider = around.providers.of(tenant);
      verified = tenant.exchange?.domains && addMembership(scope, plan, tenant, { ...around, provider });
      const before = verified ? [verified.resource] : [];
      this.addInbound(scope, plan, provider, before);
      this.addSigning(scope, prefix, declaration, provider, before);
    }
    for (const { label, declaration: inner } of declaration.subdomains) {
      if (managesExchange(inner))
        this.addDomain(new Construct(scope, constructId(label)), `${prefix}${label}/`, inner, {
          ...around,
          above: verified ?? around.above,
        });
    }
  }

  /** @param before what must be in place before anything is asked of Exchange */
  private addInbound(
    scope: Construct,
    plan: DomainPlan,
    provider: M365Provider,
    before: readonly TerraformResource[],
  ): void {
    const dependsOn = before.length > 0 ? { dependsOn: [...before] } : {};
    const { domain, inbound, premises, mtaSts } = plan;
    const { acceptedDomain, ...between } = premises ?? {};
    const connectors =
      premises &&
      new OnPremisesConnectors(scope, "Connectors", { name: domain, ...between, provider, ...dependsOn });
    const accepted =
      acceptedDomain === undefined
        ? undefined
        : new M365AcceptedDomain(scope, "AcceptedDomain", {
            domain: literal(domain),
            domainType: literal(acceptedDomain === "authoritative" ? "Authoritative" : "InternalRelay"),
            provider,
            ...dependsOn,
          });
    // No mail comes this way before Exchange can deliver it, and knows what to do with whom it does not know.
    const after = [connectors?.outbound, accepted].filter((one) => one !== undefined);
    const records =
      inbound?.mx !== undefined && isLeftToMicrosoft(inbound.mx)
        ? new DataM365DomainServiceRecords(scope, "MicrosoftRecords", {
            domain: literal(domain),
            provider,
            ...dependsOn,
            ...(mtaSts && mtaSts.mode !== "none" ? { lifecycle: mxCovered(mtaSts) } : {}),
          })
        : undefined;
    this.substitutes.set(keyOf("Mx", domain), {
      ...(records ? { value: records.mxHost } : {}),
      ...(after.length > 0 ? { after } : {}),
    });
  }

  private addSigning(
    scope: Construct,
    prefix: string,
    declaration: DomainDeclaration,
    provider: M365Provider,
    before: readonly TerraformResource[],
  ): void {
    const { domain, dkim: wanted } = declaration.plan;
    if (!(wanted?.microsoft ?? false)) return;
    const targets = writtenTargets(declaration);
    const dkim = new DkimSigning(scope, "Signing", {
      domain,
      provider,
      ...(targets ? { targets } : {}),
      ...(before.length > 0 ? { dependsOn: before } : {}),
    });
    this.signing.push({ prefix, dkim });
    if (targets) return;
    for (const selector of ["1", "2"] as const) {
      this.substitutes.set(keyOf(`DkimSelector${selector}`, `selector${selector}._domainkey.${domain}`), {
        value: dkim[`selector${selector}`],
      });
    }
  }
}

/** What all domains of a stack have in common, and what the one above has. */
interface Around {
  readonly zone: MailZone;
  readonly providers: TenantProviders;
  /** The nearest domain above that is added to a tenant, in the same stack. */
  readonly above?: Above | undefined;
}

interface Above {
  readonly tenant: TenantOptions;
  readonly resource: TenantMembership["verified"];
}

/** Adds the domain to its tenant; below another of the tenant's it needs no proof. */
function addMembership(
  scope: Construct,
  { domain, inbound, dkim }: DomainPlan,
  tenant: TenantOptions,
  { zone, above, provider }: Around & { readonly provider: M365Provider },
): Above {
  const verifiedAbove = above?.tenant.initialDomain === tenant.initialDomain ? above.resource : undefined;
  const hasProof = verifiedAbove === undefined && tenant.exchange?.domains === "own";
  const membership = new TenantMembership(scope, "Membership", {
    domain,
    ttl: inbound?.ttl ?? dkim?.ttl ?? DEFAULT_TTL,
    provider,
    ...(hasProof ? { zone } : {}),
    ...(verifiedAbove ? { above: verifiedAbove } : {}),
  });
  return { tenant, resource: membership.verified };
}

/** Is the MX host the one that Microsoft has for the domain, whichever that is? */
function isLeftToMicrosoft(mx: MxOptions): boolean {
  return mx === "auto" || (typeof mx === "object" && "addedBefore" in mx);
}

/** Microsoft's two targets as the options give them, by themselves or by a partition letter; none: as Microsoft says. */
function writtenTargets({ plan, parts }: DomainDeclaration): readonly [DnsName, DnsName] | undefined {
  const { dkim } = plan;
  if (!dkim || [dkim.selector1, dkim.selector2, dkim.partition].every((given) => given === undefined))
    return undefined;
  const records = parts.find(({ name }) => name === "dkim")?.records ?? [];
  const [first, second] = records.flatMap(({ role, record }) =>
    /^DkimSelector[12]$/.test(role) && record.type === "CNAME" ? [record.target] : [],
  );
  return first && second && [first, second];
}

const keyOf = (role: string, name: string) => `${role} ${name}`;

function substituted(record: DnsRecord, substitute: Substitute | undefined): DnsRecord {
  if (substitute?.value === undefined) return record;
  const value = substitute.value as DnsName;
  if (record.type === "MX") return { ...record, exchange: value };
  return record.type === "CNAME" ? { ...record, target: value } : record;
}
