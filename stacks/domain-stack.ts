import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type * as managedExchange from "../constructs/exchange/managed-exchange";
import { MailDomain } from "../constructs/mail/mail-domain";
import { managesExchange } from "../constructs/mail/managed-tenant";
import { readDeclaration, trusted } from "../constructs/read-declaration";
import { ANYTHING, dataProps, type LiveProp, liveProp, readProps, zoneProp } from "../constructs/read-props";
import { isTerraformResource } from "../constructs/terraform/elements";
import { literal } from "../constructs/terraform/text";
import type { MailZone } from "../constructs/zone/mail-zone";
import type { StackZone } from "../constructs/zone/stack-zone";
import type { AddZone } from "../hosts/zones";
import type { DomainDeclaration } from "../lib/domain/declaration";
import type { StateBackend } from "../lib/estate/model";
import { StateBackendSchema } from "../lib/estate/schema/state";
import { FaultError, fail, type Result, within } from "../lib/fault";
import { text } from "../lib/schema/scalars";
import { closed, may, named } from "../lib/schema/shapes";
import { addBackend } from "./backend";
import { type ImportBlock, ImportBlocks } from "./import-blocks";
import { MailStack } from "./mail-stack";
import type { DomainSource, StackSettings } from "./stack-sources";

/** What a domain's stack publishes, and where its state is. */
export interface DomainStackProps<R extends TerraformResource = TerraformResource> {
  /** What the domain publishes, as `declareDomain` answers. */
  readonly declaration: DomainDeclaration;
  /** Adds the zone that its records are published in, e.g. `(stack) => addCloudflareZone(stack, choice)`. */
  readonly zone: (stack: Construct) => StackZone<R>;
  /** Where its state is kept. @default local, `state/{stack}.tfstate` beside the output folder */
  readonly state?: StateBackend;
  /** Ids of existing records by role, which become import blocks; they need the zone's id. */
  readonly import?: Readonly<Record<string, string>>;
}

/** All bindings of provider m365 come with it, which most domains declare nothing for. */
function loadManagedExchange(): typeof managedExchange.ManagedExchange {
  const { ManagedExchange } = require("../constructs/exchange/managed-exchange") as typeof managedExchange;
  return ManagedExchange;
}

/** What it adds, only the types of programs say. */
const addZoneProp = <R extends TerraformResource>(): LiveProp<DomainStackProps<R>["zone"]> => ({
  is: (value): value is DomainStackProps<R>["zone"] => typeof value === "function",
  expected: "a function that adds the zone, such as (stack) => addCloudflareZone(stack, choice)",
});

const PropsSchema = closed({ state: may(StateBackendSchema), import: may(named(text)) });

/**
 * One mail domain as one Terraform stack, named as the domain.
 *
 * @typeParam R what a record is in the zone, which the compiler finds out by itself
 */
export class DomainStack<out R extends TerraformResource = TerraformResource> extends MailStack {
  /** The stack of one domain of an estate. @internal */
  static ofEstate(
    scope: Construct,
    { estate, declaration, kept }: DomainSource,
    { state, providers }: StackSettings,
    addZone: AddZone,
  ): DomainStack {
    const foreign = kept.map(({ record }) => record);
    return new DomainStack(scope, estate.name, {
      declaration: trusted(declaration),
      zone: (stack) => addZone(stack, estate.zone, foreign, providers),
      state,
      import: estate.import,
    });
  }

  /** The zone that holds the records. */
  readonly zone: MailZone<R>;
  /** What the domain publishes. */
  readonly mail: MailDomain<R>;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: DomainStackProps<R>) {
    super(scope, id);
    const kind = `DomainStack ${id}`;
    const declaration = readDeclaration(kind, liveProp(kind, props, "declaration", ANYTHING));
    const addZone = liveProp(kind, props, "zone", addZoneProp<R>());
    const { state, import: ids = {} } = readProps(
      kind,
      PropsSchema,
      dataProps(kind, props, ["declaration", "zone"]),
    );
    addBackend(this, state ?? { type: "local", path: "state/{stack}.tfstate" });
    const hosted = addZone(this);
    this.zone = liveProp(kind, hosted, "zone", zoneProp<R>());
    const exchange = managesExchange(declaration)
      ? new (loadManagedExchange())(this, "Exchange", { zone: this.zone, declaration })
      : undefined;
    this.mail = new MailDomain(this, "Mail", { zone: exchange?.zone ?? this.zone, declaration });
    exchange?.enableSigning(this.mail);
    const blocks = importBlocks(this.mail, hosted, ids);
    if (blocks.length > 0) new ImportBlocks(this, "Import", blocks);
  }
}

function importBlocks(
  mail: MailDomain,
  hosted: StackZone,
  ids: Readonly<Record<string, string>>,
): readonly ImportBlock[] {
  return Object.entries(ids)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, recordId]) => {
      const block = importBlock(mail, role, hosted.importId(recordId));
      if (block.ok) return block.value;
      throw new FaultError(
        `import into ${mail.domain}`,
        block.faults.map((fault) => within(fault, role)),
      );
    });
}

function importBlock(mail: MailDomain, role: string, id: Result<string>): Result<ImportBlock> {
  if (!id.ok) return id;
  const record = mail.records.get(role);
  if (!isTerraformResource(record)) {
    return fail({ message: "no record has this role", expected: [...mail.records.keys()].join(", ") });
  }
  return {
    ok: true,
    value: {
      to: literal(`${record.terraformResourceType}.${record.friendlyUniqueId}`),
      id: literal(id.value),
    },
  };
}
