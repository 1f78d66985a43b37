import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { ManagedExchange, managesExchange } from "../constructs/exchange/managed-exchange";
import { MailDomain } from "../constructs/mail/mail-domain";
import { CloudflareZone } from "../constructs/zone/cloudflare-zone";
import type { DomainDeclaration } from "../lib/domain/declaration";
import type { CloudflareZoneChoice, StateBackend } from "../lib/estate/model";
import { FaultError } from "../lib/fault";
import { addBackend } from "./backend";
import { type ImportBlock, ImportBlocks } from "./import-blocks";
import { MailStack } from "./mail-stack";
import type { DomainSource } from "./stack-sources";

export interface DomainStackProps {
  /** What the domain publishes, as `declareDomain` answers. */
  readonly declaration: DomainDeclaration;
  /** Where its records are published. */
  readonly zone: CloudflareZoneChoice;
  /** Where its state is kept. @default local, `state/{stack}.tfstate` beside the output folder */
  readonly state?: StateBackend;
  /** Ids of existing records by role, which become import blocks; they need the zone's id. */
  readonly import?: Readonly<Record<string, string>>;
}

/** One mail domain as one Terraform stack, named as the domain. */
export class DomainStack extends MailStack {
  /** The stack of one domain of an estate. */
  static ofEstate(scope: Construct, { estate, declaration }: DomainSource, state: StateBackend): DomainStack {
    const { name, zone } = estate;
    return new DomainStack(scope, name, { declaration, zone, state, import: estate.import });
  }

  readonly zone: CloudflareZone;
  readonly mail: MailDomain;

  constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id);
    addBackend(this, props.state ?? { type: "local", path: "state/{stack}.tfstate" });
    new CloudflareProvider(this, "Cloudflare", {});
    this.zone = makeZone(this, props.zone);
    const { declaration } = props;
    const exchange = managesExchange(declaration)
      ? new ManagedExchange(this, "Exchange", { zone: this.zone, declaration })
      : undefined;
    this.mail = new MailDomain(this, "Mail", { zone: exchange?.zone ?? this.zone, declaration });
    exchange?.enableSigning(this.mail);
    const blocks = importBlocks(this.mail, props);
    if (blocks.length > 0) new ImportBlocks(this, "Import", blocks);
  }
}

function makeZone(stack: DomainStack, { name, accountId, source }: CloudflareZoneChoice): CloudflareZone {
  const account = accountId === undefined ? {} : { accountId };
  switch (source.by) {
    case "id":
      return CloudflareZone.fromZoneId(stack, "Zone", { zoneName: name, zoneId: source.id, ...account });
    case "name":
      return CloudflareZone.fromZoneName(stack, "Zone", { zoneName: name, ...account });
    case "creation":
      if (accountId === undefined) throw missingAccount(name);
      return CloudflareZone.create(stack, "Zone", { zoneName: name, accountId, dnssec: source.dnssec });
  }
}

function missingAccount(zone: string): FaultError {
  return new FaultError(`zone ${zone}`, [
    { path: ["accountId"], message: "a zone is created in an account", expected: "the account's id" },
  ]);
}

function importBlocks(mail: MailDomain, props: DomainStackProps): readonly ImportBlock[] {
  const { source } = props.zone;
  return Object.entries(props.import ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, recordId]) => {
      const record = mail.records.get(role);
      if (!TerraformResource.isTerraformResource(record) || source.by !== "id") {
        throw new FaultError(`import into ${mail.domain}`, [
          {
            path: [role],
            message: source.by === "id" ? "no record has this role" : "an import needs the zone's id",
            expected:
              source.by === "id" ? [...mail.records.keys()].join(", ") : "zone: { cloudflare: { zoneId } }",
          },
        ]);
      }
      return {
        to: `${record.terraformResourceType}.${record.friendlyUniqueId}`,
        id: `${source.id}/${recordId}`,
      };
    });
}
