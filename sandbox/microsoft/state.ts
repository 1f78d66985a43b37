import { fail, type Result, unwrap, within } from "../../lib/fault";
import { type CloudFacts, parseCloud } from "../../lib/microsoft/clouds";
import { parseInitialDomain } from "../../lib/microsoft/initial-domain";
import type { WorldTenant } from "../../lib/world/world";
import { isJson } from "../http/answer";
import { type DkimKey, isDkimKey, keyHost, newDkimKey } from "./dkim-keys";
import { Table } from "./table";
import { Directory } from "./tenant/directory";
import { newDkimConfig } from "./tenant/dkim-config";
import { type Domain, serviceRecords } from "./tenant/domain";
import type { Naming, Partitions } from "./tenant/names";
import { seedDirectory } from "./tenant/seed";

/** One tenant. Tests read it and change it behind the provider's back. */
export class TenantState implements Naming {
  readonly tenantId: string;
  readonly initialDomain: string;
  /** `contoso`, of `contoso.onmicrosoft.com`. */
  readonly initialPrefix: string;
  readonly cloud: CloudFacts;
  readonly partitions: Partitions;
  readonly hosts: Naming["hosts"];
  /** Graph's application permissions; all if the world does not say. */
  readonly permissions: readonly string[] | undefined;
  readonly directory = new Directory();
  readonly domains = new Map<string, Domain>();
  readonly acceptedDomains = new Table("accepted domain");
  readonly dkim = new Table("DKIM signing config");
  readonly inboundConnectors = new Table("inbound connector");
  readonly outboundConnectors = new Table("outbound connector");
  /** By noun: what only the reference describes. A kind nobody asked for yet is not there. */
  readonly objects = new Map<string, Table>();
  /** What no licence shows: nouns, and parameters as `AntiPhishPolicy.PhishThresholdLevel`. */
  readonly withheld = new Set<string>();
  /** Are the tenant's settings still the ones it shares with others? Then few can be changed. */
  dehydrated = false;
  /** Directory synchronization: on or turned off, and when it last ran. Undefined: the tenant is cloud-only. */
  synchronization: { readonly enabled: boolean; readonly last: string | "now" | null } | undefined;
  /** The keys of DKIM configs by the selector's host name, made when somebody first asks for them. */
  readonly dkimKeys = new Map<string, DkimKey>();

  /** @throws FaultError if there can be no such tenant */
  constructor(world: WorldTenant) {
    this.tenantId = world.tenantId.toLowerCase();
    this.cloud = unwrap("world", at("cloud", parseCloud(world.cloud ?? "worldwide")));
    const initial = unwrap("world", at("initialDomain", parseInitialDomain(world.initialDomain, this.cloud)));
    this.initialDomain = initial.name;
    this.initialPrefix = initial.prefix;
    this.partitions = world.partitions ?? {};
    this.hosts = world.hosts ?? {};
    this.permissions = world.permissions;
    this.synchronization = world.synchronized ? { enabled: true, last: "now" } : undefined;
    this.restore(world.objects ?? {});
    if (!this.domains.has(this.initialDomain)) {
      this.addDomain(this.initialDomain, { isInitial: true, isDefault: true });
    }
    for (const domain of world.domains ?? []) {
      if (!this.domains.has(domain.toLowerCase())) this.addDomain(domain.toLowerCase());
    }
    this.sign(world.signed ?? []);
    seedDirectory(this.directory, world);
  }

  /** A verified domain with all of its services, as if an administrator had added it. */
  addDomain(name: string, facts: Partial<Omit<Domain, "id">> = {}): void {
    this.domains.set(name, {
      id: name,
      isVerified: true,
      isInitial: false,
      isDefault: false,
      serviceConfigurationRecords: serviceRecords(name, this),
      supportedServices: facts.isVerified === false ? [] : ["Email"],
      passwordValidityPeriodInDays: null,
      passwordNotificationWindowInDays: null,
      ...facts,
    });
    this.acceptMail(name);
  }

  /** A domain that was added has been proven to be the tenant's own; it is for no service yet, and so are those below it. */
  verifyDomain(domain: Domain): void {
    domain.isVerified = true;
    for (const below of this.domains.values())
      if (below.id.endsWith(`.${domain.id}`)) below.isVerified = true;
  }

  /** Exchange has a verified domain once it is for mail. */
  acceptMail(name: string): void {
    const domain = this.domains.get(name);
    if (!domain?.isVerified || !domain.supportedServices.includes("Email")) return;
    if (this.acceptedDomains.find(name) === undefined) this.accept(name, domain);
  }

  removeDomain(name: string): void {
    this.domains.delete(name);
    if (this.acceptedDomains.find(name) !== undefined) this.acceptedDomains.remove(name);
  }

  /** What the tenant has become; a tenant made of it is the same. */
  toWorld(): WorldTenant {
    const { directory } = this;
    return {
      tenantId: this.tenantId,
      initialDomain: this.initialDomain,
      cloud: this.cloud.name,
      domains: [...this.domains.values()]
        .filter(({ isVerified, isInitial }) => isVerified && !isInitial)
        .map(({ id }) => id),
      users: directory.users.all().map(({ id, userPrincipalName, displayName }) => ({
        userPrincipalName: String(userPrincipalName),
        displayName: String(displayName),
        id,
      })),
      groups: directory.groups.all().map(({ id, displayName, isAssignableToRole }) => ({
        displayName: String(displayName),
        id,
        members: directory.members
          .from(id)
          .flatMap((member) => directory.users.find(member)?.userPrincipalName ?? [])
          .map(String),
        isAssignableToRole: isAssignableToRole === true,
      })),
      ...(Object.keys(this.partitions).length === 0 ? {} : { partitions: this.partitions }),
      ...(Object.keys(this.hosts).length === 0 ? {} : { hosts: this.hosts }),
      ...(this.permissions === undefined ? {} : { permissions: this.permissions }),
      ...(this.synchronization === undefined ? {} : { synchronized: true }),
      objects: {
        directory: directory.toJSON(),
        domains: [...this.domains.values()],
        acceptedDomains: this.acceptedDomains.all(),
        dkim: this.dkim.all(),
        inboundConnectors: this.inboundConnectors.all(),
        outboundConnectors: this.outboundConnectors.all(),
        dkimKeys: Object.fromEntries(this.dkimKeys),
        ...(this.objects.size === 0
          ? {}
          : { exchange: Object.fromEntries([...this.objects].map(([noun, table]) => [noun, table.all()])) }),
      },
    };
  }

  /** One key for all: a key for each of hundreds of domains would take minutes to make. */
  private sign(domains: readonly string[]): void {
    const left = domains.filter((domain) => this.dkim.find(domain) === undefined);
    if (left.length === 0) return;
    const key = newDkimKey(2048);
    for (const domain of left) {
      this.dkim.add(domain, { ...newDkimConfig(domain, key.bits, this), Enabled: true });
      for (const selector of ["selector1", "selector2"]) this.dkimKeys.set(keyHost(selector, domain), key);
    }
  }

  private restore(objects: { readonly [kind: string]: unknown }): void {
    this.directory.restore(objects.directory);
    for (const table of ["acceptedDomains", "dkim", "inboundConnectors", "outboundConnectors"] as const) {
      this[table].restore(objects[table]);
    }
    for (const [noun, rows] of Object.entries(isJson(objects.exchange) ? objects.exchange : {})) {
      const table = new Table(noun);
      table.restore(rows);
      this.objects.set(noun, table);
    }
    for (const domain of Array.isArray(objects.domains) ? objects.domains.filter(isDomain) : []) {
      this.domains.set(domain.id, {
        ...{ supportedServices: domain.isVerified ? ["Email"] : [] },
        ...{ passwordValidityPeriodInDays: null, passwordNotificationWindowInDays: null },
        ...domain,
      });
    }
    for (const [host, key] of Object.entries(isJson(objects.dkimKeys) ? objects.dkimKeys : {})) {
      if (isDkimKey(key)) this.dkimKeys.set(host, key);
    }
  }

  private accept(name: string, { isDefault = false, isInitial = false }: Partial<Domain>): void {
    this.acceptedDomains.add(name, {
      DomainName: name,
      DomainType: "Authoritative",
      Default: isDefault,
      MatchSubDomains: false,
      CanHaveCloudCache: false,
      SendingFromDomainDisabled: false,
      InitialDomain: isInitial,
      AuthenticationType: "Managed",
      OutboundOnly: false,
      SmtpDaneStatus: "Disabled",
      EmailOnly: false,
    });
  }
}

function at<T>(member: string, result: Result<T>): Result<T> {
  return result.ok ? result : fail(...result.faults.map((fault) => within(fault, member)));
}

function isDomain(value: unknown): value is Domain {
  return (
    isJson(value) &&
    typeof value.id === "string" &&
    typeof value.isVerified === "boolean" &&
    typeof value.isInitial === "boolean" &&
    typeof value.isDefault === "boolean" &&
    Array.isArray(value.serviceConfigurationRecords)
  );
}
