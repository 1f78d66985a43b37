import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { type GatedClass, gated } from "../terraform/gated";
import type { TerraformText } from "../terraform/text";
import * as generated from "./m365/index";

// What managed Exchange declares, behind the gate that only Terraform text passes. Programs are given the classes as
// they are: the generated ones refuse templates as they run.

export const M365Provider = gated(generated.M365Provider);
export const M365DkimSigning = gated(generated.M365DkimSigning);
export const M365DkimSigningConfig = gated(generated.M365DkimSigningConfig);
export const M365DnsPropagation = gated(generated.M365DnsPropagation);
export const M365InboundConnector = gated(generated.M365InboundConnector);
export const M365OutboundConnector = gated(generated.M365OutboundConnector);
export const DataM365DomainServiceRecords = gated(generated.DataM365DomainServiceRecords);

/** What an object of Exchange is declared with. */
export type ObjectConfig = Readonly<
  Record<string, TerraformText | readonly TerraformText[] | number | boolean | generated.M365Provider>
>;

/** A class of provider m365 that any kind of object may be declared by. */
type ObjectBinding = GatedClass<
  new (
    scope: Construct,
    id: string,
    config: object,
  ) => TerraformResource & { readonly id: string; readonly name: string }
>;

/** Makes one object of Exchange. */
type MakeObject = (scope: Construct, id: string, config: ObjectConfig) => InstanceType<ObjectBinding>;

/**
 * How each kind of object is made, by its type in Terraform: both are written from the provider's tables, so that no list of
 * them stands here.
 */
const OBJECTS: ReadonlyMap<string, MakeObject> = new Map(
  Object.values(generated).flatMap((one) => {
    if (!("tfResourceType" in one)) return [];
    const Binding = one as unknown as new (...args: Parameters<MakeObject>) => InstanceType<ObjectBinding>;
    return [[one.tfResourceType, (scope, id, config) => new Binding(scope, id, config)]];
  }),
);

/** @throws RangeError if the provider has no such resource */
export function makerOf(type: string): MakeObject {
  const make = OBJECTS.get(type);
  if (!make) throw new RangeError(`provider m365 has no resource ${type}`);
  return make;
}
