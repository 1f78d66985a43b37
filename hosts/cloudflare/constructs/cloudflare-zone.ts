import type { DnsRecord as AnyDnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";
import { Construct, type IConstruct } from "constructs";
import { dataProps, readProps } from "../../../constructs/read-props";
import { isTerraformResource } from "../../../constructs/terraform/elements";
import { forPrograms } from "../../../constructs/terraform/gated";
import {
  literal,
  literalOrReference,
  type Reference,
  type TerraformText,
} from "../../../constructs/terraform/text";
import { isToken } from "../../../constructs/tokens";
import { hyphenated } from "../../../constructs/zone/hyphenated";
import type { MailZone, ServedPolicy } from "../../../constructs/zone/mail-zone";
import { requireInside } from "../../../constructs/zone/require-inside";
import { requireTtl } from "../../../constructs/zone/require-ttl";
import { type DnsName, parseName } from "../../../lib/dns/name";
import type { DnsRecord } from "../../../lib/dns/record";
import { FaultError, unwrap } from "../../../lib/fault";
import { agrees } from "../../../lib/schema/agree";
import { flag, text } from "../../../lib/schema/scalars";
import { closed, may } from "../../../lib/schema/shapes";
import { cloudflare } from "../index";
import { TXT_CONTENT_LIMIT } from "../limits";
import {
  CloudflareDnsRecord,
  DataCloudflareZone,
  WorkersCustomDomain,
  WorkersScript,
  Zone,
  ZoneDnssec,
} from "./bindings";
import { cloudflareRecord } from "./cloudflare-record";
import { policyWorker } from "./policy-worker";

/** A zone that exists, given by its id: nothing is looked up unless a policy must be served. */
export interface CloudflareZoneById {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
  /** 32 hexadecimal digits, or a token. */
  readonly zoneId: string;
  /** The account that runs Workers. @default read from the zone when a policy is served */
  readonly accountId?: string;
  /** Leave comments and tags of records as people write them at Cloudflare. @default false: records have none */
  readonly keepComments?: boolean;
}

/** A zone that exists, looked up by name when Terraform plans. */
export interface CloudflareZoneByName {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
  /** Narrows the look-up, where a token sees the name in two accounts. @default read from the zone */
  readonly accountId?: string;
  /** Leave comments and tags of records as people write them at Cloudflare. @default false: records have none */
  readonly keepComments?: boolean;
}

/** A zone that this stack creates, and will not destroy. */
export interface CloudflareZoneCreated {
  /** The zone's name, e.g. `contoso.com`. */
  readonly zoneName: string;
  /** The account that the zone is created in. */
  readonly accountId: string;
  /** Sign the zone? The DS record at the registrar stays your task. @default false */
  readonly dnssec?: boolean;
  /** Refuse any plan that destroys the zone, and with it every record in it. @default true */
  readonly preventDestroy?: boolean;
  /** Leave comments and tags of records as people write them at Cloudflare. @default false: records have none */
  readonly keepComments?: boolean;
}

/** Where a zone is. */
interface LocatedZone {
  readonly zoneId: TerraformText;
  readonly accountId: TerraformText | (() => TerraformText);
  readonly nameServers?: readonly TerraformText[];
  readonly ds?: Reference;
}

const KIND = "CloudflareZone";
const ById = agrees<CloudflareZoneById>()(
  closed({ zoneName: text, zoneId: text, accountId: may(text), keepComments: may(flag) }),
);
const ByName = agrees<CloudflareZoneByName>()(
  closed({ zoneName: text, accountId: may(text), keepComments: may(flag) }),
);
const Created = agrees<CloudflareZoneCreated>()(
  closed({
    zoneName: text,
    accountId: text,
    dnssec: may(flag),
    preventDestroy: may(flag),
    keepComments: may(flag),
  }),
);

/**
 * A zone at Cloudflare, through provider `cloudflare` 5. Made by {@link CloudflareZone.fromZoneId},
 * {@link CloudflareZone.fromZoneName} or {@link CloudflareZone.create}.
 * Credentials come from the environment (`CLOUDFLARE_API_TOKEN`).
 */
export class CloudflareZone extends Construct implements MailZone<AnyDnsRecord> {
  /** @throws FaultError if `zoneName` is no DNS name */
  static fromZoneId(scope: Construct, id: string, props: CloudflareZoneById): CloudflareZone {
    const known = readProps(KIND, ById, dataProps(KIND, props));
    return new CloudflareZone(scope, id, known, (zone) => {
      const zoneId = literalOrReference(known.zoneId);
      const account = () => new DataCloudflareZone(zone, "Resource", { zoneId }).account.id;
      return { zoneId, accountId: textIfGiven(known.accountId) ?? once(account) };
    });
  }

  /** @throws FaultError if `zoneName` is no DNS name */
  static fromZoneName(scope: Construct, id: string, props: CloudflareZoneByName): CloudflareZone {
    const known = readProps(KIND, ByName, dataProps(KIND, props));
    return new CloudflareZone(scope, id, known, (zone) => {
      const accountId = textIfGiven(known.accountId);
      const account = accountId === undefined ? {} : { account: { id: accountId } };
      const filter = { name: literal(zone.zoneName), ...account };
      const data = new DataCloudflareZone(zone, "Resource", { filter });
      return { zoneId: data.zoneId, accountId: accountId ?? (() => data.account.id) };
    });
  }

  /** @throws FaultError if `zoneName` is no DNS name */
  static create(scope: Construct, id: string, props: CloudflareZoneCreated): CloudflareZone {
    const known = readProps(KIND, Created, dataProps(KIND, props));
    return new CloudflareZone(scope, id, known, (zone) => {
      const accountId = literalOrReference(known.accountId);
      const created = new Zone(zone, "Resource", {
        account: { id: accountId },
        name: literal(zone.zoneName),
        type: literal("full"),
        lifecycle: { preventDestroy: known.preventDestroy ?? true },
      });
      const dnssec = known.dnssec
        ? new ZoneDnssec(zone, "Dnssec", {
            zoneId: created.id,
            status: literal("active"),
            // The API answers `pending` until the DS record is seen, and fills in the three flags: without these
            // lines every plan would show a change.
            dnssecMultiSigner: false,
            dnssecPresigned: false,
            dnssecUseNsec3: false,
            lifecycle: { ignoreChanges: [literal("status")] },
          })
        : undefined;
      return {
        zoneId: created.id,
        accountId,
        nameServers: created.nameServers,
        ...(dnssec ? { ds: dnssec.ds } : {}),
      };
    });
  }

  readonly zoneName: DnsName;
  readonly flattensApex = cloudflare.flattensApex;
  /** The zone's id at Cloudflare; a token unless it was given. */
  readonly zoneId: TerraformText;
  /** The name servers that the registrar is to be given, a list token; of a zone that is created. */
  readonly nameServers: readonly TerraformText[] | undefined;
  /** The DS record that the registrar is to be given, a token; of a zone that is created and signed. */
  readonly ds: Reference | undefined;
  private readonly keepsComments: boolean;
  private readonly account: TerraformText | (() => TerraformText);

  private constructor(
    scope: Construct,
    id: string,
    { zoneName, keepComments = false }: Pick<CloudflareZoneById, "zoneName" | "keepComments">,
    locate: (zone: CloudflareZone) => LocatedZone,
  ) {
    super(scope, id);
    this.zoneName = unwrap(`zone ${zoneName}`, parseName(zoneName));
    const { zoneId, accountId, nameServers, ds } = locate(this);
    this.zoneId = zoneId;
    this.nameServers = nameServers;
    this.ds = ds;
    this.account = accountId;
    this.keepsComments = keepComments;
  }

  add(scope: Construct, id: string, record: DnsRecord, after: readonly IConstruct[] = []): AnyDnsRecord {
    requireInside(this.zoneName, record.name);
    requireTtl(this.zoneName, cloudflare, record);
    const { lifecycle, ...encoded } = cloudflareRecord(record);
    this.requireFitting(record, encoded.content);
    const published = new CloudflareDnsRecord(scope, id, {
      zoneId: this.zoneId,
      name: literal(record.name),
      ...encoded,
      ttl: record.ttl,
      // Mail names are never proxied: receivers need the record itself, not an address of Cloudflare's edge.
      proxied: false,
      ...(lifecycle || this.keepsComments ? { lifecycle: { ...lifecycle, ...this.comments() } } : {}),
      ...(after.length > 0 ? { dependsOn: after.filter(isTerraformResource) } : {}),
    });
    return forPrograms(published);
  }

  /** Serves the policy by a Worker of its own on a custom domain: Cloudflare makes the record and certificate. */
  servePolicy(scope: Construct, id: string, policy: ServedPolicy): IConstruct {
    requireInside(this.zoneName, policy.host);
    const accountId = typeof this.account === "string" ? this.account : this.account();
    const served = new Construct(scope, id);
    const script = new WorkersScript(served, "Script", {
      accountId,
      scriptName: literal(workerName(policy.host)),
      mainModule: literal("policy.js"),
      content: literal(policyWorker(policy)),
      compatibilityDate: literal("2025-01-01"),
      // Left out, the API's answer would differ from the configuration in every plan.
      observability: { enabled: false },
    });
    return new WorkersCustomDomain(served, "Domain", {
      accountId,
      zoneId: this.zoneId,
      hostname: literal(policy.host),
      service: script.scriptName,
      // Deprecated, so it is not given. Before 5.19 it is not computed: the API's answer would replace the domain.
      lifecycle: { ignoreChanges: [literal("environment")] },
    });
  }

  private comments() {
    return this.keepsComments ? { ignoreChanges: [literal("comment"), literal("tags")] } : {};
  }

  /** Tokens have no length yet; Cloudflare itself refuses what is too long then. */
  private requireFitting({ type, name }: DnsRecord, content: string | undefined): void {
    if (type !== "TXT" || content === undefined || isToken(content)) return;
    if (content.length <= TXT_CONTENT_LIMIT) return;
    throw new FaultError(`zone ${this.zoneName}`, [
      {
        message: `the TXT record at ${name} is too long for Cloudflare`,
        received: `${content.length} characters`,
        expected: `at most ${TXT_CONTENT_LIMIT} with quotes`,
      },
    ]);
  }
}

function textIfGiven(text: string | undefined): TerraformText | undefined {
  return text === undefined ? undefined : literalOrReference(text);
}

/** The longest name that a Worker may have. */
const WORKER_NAME_LENGTH = 63;

/** A Worker's name for a host. */
export function workerName(host: string): string {
  return hyphenated(host, WORKER_NAME_LENGTH);
}

/** The same answer at every call, made at the first. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
