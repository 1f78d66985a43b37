import type { CfnRecordSet } from "aws-cdk-lib/aws-route53";
import { type IStackSynthesizer, Stack } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import * as v from "valibot";
import { MailDomain } from "../../../constructs/mail/mail-domain";
import { readDeclaration } from "../../../constructs/read-declaration";
import {
  ANYTHING,
  dataProps,
  type LiveProp,
  liveProp,
  optionalLiveProp,
  readProps,
} from "../../../constructs/read-props";
import { hyphenated } from "../../../constructs/zone/hyphenated";
import type { DnsRecord } from "../../../lib/dns/record";
import type { DomainDeclaration } from "../../../lib/domain/declaration";
import { DnsRecordSchema } from "../../../lib/domain/declaration-schema";
import { closed, may } from "../../../lib/schema/shapes";
import { Route53ZoneChoiceSchema } from "../choice-schema";
import type { Route53ZoneChoice } from "../zone-choice";
import { Route53Zone } from "./route53-zone";

/** What a domain's stack publishes, and where. */
export interface Route53DomainStackProps {
  /** What the domain publishes, as `declareDomain` answers. */
  readonly declaration: DomainDeclaration;
  /** Where its records are published. */
  readonly zone: Route53ZoneChoice;
  /** Records of others that stay in the record sets of this domain. @default none */
  readonly kept?: readonly DnsRecord[];
  /** How the stack is deployed; of this stack alone. @default the app's */
  readonly synthesizer?: IStackSynthesizer;
}

const SYNTHESIZER: LiveProp<IStackSynthesizer> = {
  is: (value): value is IStackSynthesizer =>
    typeof value === "object" &&
    value !== null &&
    "synthesize" in value &&
    typeof value.synthesize === "function",
  expected: "an IStackSynthesizer of the AWS CDK",
};

const PropsSchema = closed({ zone: Route53ZoneChoiceSchema, kept: may(v.array(DnsRecordSchema)) });

/** The longest name of a CloudFormation stack. */
const STACK_NAME_LENGTH = 128;

/**
 * One mail domain as one AWS CDK stack: `cdk deploy contoso.com`, in CloudFormation `mail-contoso-com`. It is protected
 * from termination: `cdk destroy` would take the domain's mail off the Internet.
 */
export class Route53DomainStack extends Stack {
  /** The zone that holds the records. */
  readonly zone: Route53Zone;
  /** What the domain publishes. */
  readonly mail: MailDomain<CfnRecordSet>;

  /** @throws FaultError with every fault of the props */
  constructor(scope: Construct, id: string, props: Route53DomainStackProps) {
    const kind = `Route53DomainStack ${id}`;
    const declaration = readDeclaration(kind, liveProp(kind, props, "declaration", ANYTHING));
    const synthesizer = optionalLiveProp(kind, props, "synthesizer", SYNTHESIZER);
    const { zone, kept = [] } = readProps(
      kind,
      PropsSchema,
      dataProps(kind, props, ["declaration", "synthesizer"]),
    );
    const { account, region } = zone;
    super(scope, id, {
      stackName: `mail-${hyphenated(id, STACK_NAME_LENGTH - "mail-".length)}`,
      description: `Mail DNS of ${id}, made by mail-hygiene`,
      env: { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) },
      terminationProtection: true,
      ...(synthesizer ? { synthesizer } : {}),
    });
    this.zone = makeZone(this, zone);
    for (const record of kept) this.zone.keep(record);
    this.mail = new MailDomain(this, "Mail", { zone: this.zone, declaration });
  }
}

function makeZone(stack: Stack, { name: zoneName, source }: Route53ZoneChoice): Route53Zone {
  switch (source.by) {
    case "id":
      return Route53Zone.fromHostedZoneId(stack, "Zone", { zoneName, hostedZoneId: source.id });
    case "name":
      return Route53Zone.fromZoneName(stack, "Zone", { zoneName });
    case "creation":
      return Route53Zone.create(stack, "Zone", { zoneName });
  }
}
