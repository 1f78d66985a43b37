import { randomUUID } from "node:crypto";

/** An object of the directory as a cmdlet shows it. */
export type Row = Record<string, unknown>;

/** What is asked for is wrong, in Exchange's words. */
export class CmdletError extends Error {
  constructor(
    readonly status: number,
    /** The .NET exception's full name. */
    readonly exception: string,
    message: string,
  ) {
    super(message);
  }
}

/** Rows by name; names know no case. */
export class Table {
  readonly #rows = new Map<string, Row>();

  constructor(private readonly what: string) {}

  get size(): number {
    return this.#rows.size;
  }

  find(identity: unknown): Row | undefined {
    const key = String(identity).toLowerCase();
    return (
      this.#rows.get(key) ?? [...this.#rows.values()].find((row) => String(row.Guid).toLowerCase() === key)
    );
  }

  get(identity: unknown): Row {
    const row = this.find(identity);
    if (row !== undefined) return row;
    throw new CmdletError(
      404,
      "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
      `The operation couldn't be performed because object '${identity}' couldn't be found on 'DB9PR01A01DC001.EURPR01A001.PROD.OUTLOOK.COM'.`,
    );
  }

  all(): readonly Row[] {
    return [...this.#rows.values()];
  }

  add(name: string, properties: Row): Row {
    if (this.#rows.has(name.toLowerCase())) {
      throw new CmdletError(
        400,
        "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException",
        `The ${this.what} '${name}' already exists.`,
      );
    }
    const row = { ...properties, Name: name, Identity: name, Id: name, Guid: randomUUID(), IsValid: true };
    this.#rows.set(name.toLowerCase(), row);
    return row;
  }

  rename(identity: unknown, name: string): void {
    const row = this.get(identity);
    this.#rows.delete(String(row.Name).toLowerCase());
    Object.assign(row, { Name: name, Identity: name, Id: name });
    this.#rows.set(name.toLowerCase(), row);
  }

  remove(identity: unknown): void {
    this.#rows.delete(String(this.get(identity).Name).toLowerCase());
  }
}

/** One domain of the tenant as Graph shows it. */
export interface GraphDomain {
  readonly id: string;
  isVerified: boolean;
  isInitial: boolean;
  isDefault: boolean;
  serviceConfigurationRecords: readonly Row[];
}

/** One tenant. Tests read it and change it behind the provider's back. */
export class TenantState {
  readonly acceptedDomains = new Table("accepted domain");
  readonly dkim = new Table("DKIM signing config");
  readonly inboundConnectors = new Table("inbound connector");
  readonly outboundConnectors = new Table("outbound connector");
  readonly domains = new Map<string, GraphDomain>();

  constructor(readonly initialPrefix: string) {
    this.addDomain(`${initialPrefix}.onmicrosoft.com`, { isInitial: true, isDefault: true });
  }

  /** A verified domain with all of its services, as if an administrator had added it. */
  addDomain(name: string, facts: Partial<Omit<GraphDomain, "id">> = {}): void {
    this.domains.set(name, {
      id: name,
      isVerified: true,
      isInitial: false,
      isDefault: false,
      serviceConfigurationRecords: serviceRecords(name),
      ...facts,
    });
    this.acceptedDomains.add(name, {
      DomainName: name,
      DomainType: "Authoritative",
      Default: facts.isDefault ?? false,
      MatchSubDomains: false,
      CanHaveCloudCache: false,
      SendingFromDomainDisabled: false,
      InitialDomain: facts.isInitial ?? false,
      AuthenticationType: "Managed",
      OutboundOnly: false,
      EmailOnly: false,
    });
  }
}

/** What Graph gives for a domain of the worldwide cloud; the shape of `domainDnsRecord` and its kinds. */
function serviceRecords(domain: string): readonly Row[] {
  const record = (kind: string, label: string, rest: Row): Row => ({
    "@odata.type": `#microsoft.graph.domainDns${kind}Record`,
    id: randomUUID(),
    isOptional: false,
    label,
    recordType: kind,
    supportedService: "Email",
    ttl: 3600,
    ...rest,
  });
  const host = domain.replaceAll(".", "-");
  return [
    record("Mx", domain, { mailExchange: `${host}.mail.protection.outlook.com`, preference: 0 }),
    record("Txt", domain, { text: "v=spf1 include:spf.protection.outlook.com -all" }),
    record("Cname", `autodiscover.${domain}`, {
      canonicalName: "autodiscover.outlook.com",
      recordType: "CName",
    }),
  ];
}
