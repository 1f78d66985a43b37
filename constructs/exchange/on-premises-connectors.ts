import type { TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { FromPremisesSchema, ToPremisesSchema } from "../../lib/domain/declaration-schema";
import type { FromPremises, ToPremises } from "../../lib/domain/premises";
import { ConnectorNamesSchema } from "../../lib/estate/schema/mail";
import { type Fault, FaultError } from "../../lib/fault";
import type { ConnectorNamesOptions } from "../../lib/options";
import { text } from "../../lib/schema/scalars";
import { closed, may } from "../../lib/schema/shapes";
import { markGrouping } from "../grouping";
import { dataProps, optionalLiveProp, readProps, subjectOf } from "../read-props";
import { forPrograms } from "../terraform/gated";
import { type Literal, literal } from "../terraform/text";
import * as bindings from "./bindings";
import type { M365InboundConnector } from "./m365/inbound-connector";
import type { M365OutboundConnector } from "./m365/outbound-connector";
import type { M365Provider } from "./m365/provider";
import { PROVIDER, RESOURCES } from "./tenant-providers";

/** How mail flows to and from mail servers on the premises; at least one direction. */
export interface OnPremisesConnectorsProps {
  /** Names the connectors: `<name> to premises` and `<name> from premises`. */
  readonly name: string;
  /** How EOP hands mail to the premises. @default no connector */
  readonly outbound?: ToPremises;
  /** How EOP knows mail of the premises. @default no connector */
  readonly inbound?: FromPremises;
  /** Names of the connectors, where other ones are wanted. @default after `name` */
  readonly names?: ConnectorNamesOptions;
  /** Which tenant's. @default the stack's only provider m365 */
  readonly provider?: M365Provider;
  /** Resources that must be in place first, such as the verified domain. @default none */
  readonly dependsOn?: readonly IConstruct[];
}

const PropsSchema = closed({
  name: text,
  outbound: may(ToPremisesSchema),
  inbound: may(FromPremisesSchema),
  names: may(ConnectorNamesSchema),
});

/**
 * Mail flow between Exchange Online Protection and mail servers on the premises.
 * Source: https://learn.microsoft.com/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-to-route-mail
 */
export class OnPremisesConnectors extends Construct {
  /** Let the MX record depend on it: no mail reaches EOP then before EOP can deliver it. */
  readonly outbound: M365OutboundConnector | undefined;
  /** How EOP knows mail of the premises; undefined where none was declared. */
  readonly inbound: M365InboundConnector | undefined;

  /** @throws FaultError if there is neither connector, or a connector has nothing to go by */
  constructor(scope: Construct, id: string, props: OnPremisesConnectorsProps) {
    super(scope, id);
    markGrouping(this);
    const provider = optionalLiveProp("OnPremisesConnectors", props, "provider", PROVIDER);
    const dependsOn = optionalLiveProp("OnPremisesConnectors", props, "dependsOn", RESOURCES) ?? [];
    const options = dataProps("OnPremisesConnectors", props, ["provider", "dependsOn"]);
    const subject = subjectOf("OnPremisesConnectors", options.name);
    const { name, outbound, inbound, names = {} } = readProps(subject, PropsSchema, options);
    const faults = faultsOf({ name, ...(outbound ? { outbound } : {}), ...(inbound ? { inbound } : {}) });
    if (faults.length > 0) throw new FaultError(subject, faults);
    const common = {
      connectorType: literal("OnPremises"),
      ...(dependsOn.length > 0 ? { dependsOn: [...dependsOn] } : {}),
      ...(provider ? { provider } : {}),
    };
    this.outbound = outbound && this.addOutbound(names.toPremises ?? `${name} to premises`, outbound, common);
    this.inbound = inbound && this.addInbound(names.fromPremises ?? `${name} from premises`, inbound, common);
  }

  private addOutbound(name: string, outbound: ToPremises, common: Common): M365OutboundConnector {
    const { recipientDomains, smartHosts, certificate = "trusted", validationRecipients } = outbound;
    return forPrograms(
      new bindings.M365OutboundConnector(this, "ToPremises", {
        name: literal(name),
        ...common,
        recipientDomains: recipientDomains.map(literal),
        useMxRecord: false,
        smartHosts: smartHosts.map(literal),
        ...tlsOf(certificate),
        ...(validationRecipients ? { validationRecipients: validationRecipients.map(literal) } : {}),
      }),
    );
  }

  private addInbound(
    name: string,
    { senderDomains, by }: FromPremises,
    common: Common,
  ): M365InboundConnector {
    return forPrograms(
      new bindings.M365InboundConnector(this, "FromPremises", {
        name: literal(name),
        ...common,
        senderDomains: senderDomains.map(literal),
        requireTls: true,
        ...("certificate" in by
          ? { tlsSenderCertificateName: literal(by.certificate) }
          : { senderIpAddresses: by.addresses.map(literal) }),
      }),
    );
  }
}

/** What both connectors say. */
interface Common {
  readonly connectorType: Literal;
  readonly provider?: M365Provider;
  readonly dependsOn?: TerraformResource[];
}

/** By https://learn.microsoft.com/powershell/module/exchange/new-outboundconnector, `-TlsSettings`. */
function tlsOf(certificate: NonNullable<ToPremises["certificate"]>) {
  if (certificate === "encryption") return { tlsSettings: literal("EncryptionOnly") };
  if (certificate === "trusted") return { tlsSettings: literal("CertificateValidation") };
  return { tlsSettings: literal("DomainValidation"), tlsDomain: literal(certificate.name) };
}

function faultsOf({ outbound, inbound }: OnPremisesConnectorsProps): readonly Fault[] {
  const faults: Fault[] = [];
  const needs = (list: readonly string[] | undefined, path: readonly string[], expected: string) => {
    if (list?.length === 0) faults.push({ path, message: "an empty list", expected });
  };
  if (!outbound && !inbound) faults.push({ message: "no connector", expected: "outbound, inbound or both" });
  needs(
    outbound?.recipientDomains,
    ["outbound", "recipientDomains"],
    "domains whose mail goes to the premises",
  );
  needs(outbound?.smartHosts, ["outbound", "smartHosts"], "hosts of the premises");
  needs(inbound?.senderDomains, ["inbound", "senderDomains"], "domains that the premises send for");
  if (inbound && "addresses" in inbound.by) {
    needs(inbound.by.addresses, ["inbound", "by", "addresses"], "addresses of the premises");
  }
  return faults;
}
