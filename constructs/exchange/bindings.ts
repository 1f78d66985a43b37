import type { TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";
import { type AnyConfig, type GatedElement, gated, gatedAlike } from "../terraform/gated";
import * as generated from "./m365/index";

// What managed Exchange declares, behind the gate that only Terraform text passes. Programs are given the classes as
// they are: the generated ones refuse templates as they run.

export const M365Provider = gated(generated.M365Provider);
export const M365AcceptedDomain = gated(generated.M365AcceptedDomain);
export const M365DeviceCredsspPolicy = gated(generated.M365DeviceCredsspPolicy);
export const M365DkimSigning = gated(generated.M365DkimSigning);
export const M365DkimSigningConfig = gated(generated.M365DkimSigningConfig);
export const M365DnsPropagation = gated(generated.M365DnsPropagation);
export const M365Domain = gated(generated.M365Domain);
export const M365InboundConnector = gated(generated.M365InboundConnector);
export const M365OutboundConnector = gated(generated.M365OutboundConnector);
export const M365VerifiedDomain = gated(generated.M365VerifiedDomain);
export const DataM365DirectorySync = gated(generated.DataM365DirectorySync);
export const DataM365AccountExposure = gated(generated.DataM365AccountExposure);
export const DataM365DomainServiceRecords = gated(generated.DataM365DomainServiceRecords);

export const DataM365SystemAlerts = gated(generated.DataM365SystemAlerts);

/** What an object of Exchange is declared with. */
export type ObjectConfig = AnyConfig;

/** Makes one object of Exchange. */
type MakeObject = (
  scope: IConstruct,
  id: string,
  config: ObjectConfig,
) => GatedElement<TerraformResource & { readonly id: string; readonly name: string }>;

/**
 * How each kind of object is made, by its type in Terraform: both are written from the provider's tables, so that no list of
 * them stands here.
 */
const OBJECTS: ReadonlyMap<string, MakeObject> = new Map(
  Object.values(generated).flatMap((one) =>
    "tfResourceType" in one ? [[one.tfResourceType, gatedAlike(one)] as const] : [],
  ),
);

/** @throws RangeError if the provider has no such resource */
export function makerOf(type: string): MakeObject {
  const make = OBJECTS.get(type);
  if (!make) throw new RangeError(`provider m365 has no resource ${type}`);
  return make;
}
