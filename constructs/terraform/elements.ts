import {
  TerraformOutput as AnyOutput,
  dependable,
  Fn,
  type IResolvable,
  type ITerraformDependable,
  Lazy,
  TerraformElement,
  TerraformProvider,
  TerraformResource,
} from "cdktf";
import { gated } from "./gated";
import type { Reference, TerraformText } from "./text";

/** What Terraform's JSON syntax is made of; names of blocks and arguments are this project's own. */
export type TerraformJson =
  | TerraformText
  | number
  | boolean
  | readonly TerraformJson[]
  | { readonly [name: string]: TerraformJson };

/** An element whose blocks no class of cdktf's writes. */
export abstract class OwnElement extends TerraformElement {
  /** Its blocks, as they stand at the top of the file. */
  abstract override toTerraform(): { readonly [block: string]: TerraformJson };
}

/** An output of a stack. */
export const TerraformOutput = gated(AnyOutput);

export const { isTerraformResource } = TerraformResource;
export const { isTerraformProvider } = TerraformProvider;
export const { isTerraformElement } = TerraformElement;

/** The only one of a list of texts: the plan fails if there are more, or none. */
export function only(list: readonly TerraformText[]): Reference {
  return Fn.one(list);
}

/** An element's address, for `dependsOn` that is set later. */
export function addressOf(element: ITerraformDependable): Reference {
  return dependable(element) as Reference;
}

/** A value as YAML, written by Terraform. */
export function yaml(value: TerraformJson): Reference {
  return Fn.yamlencode(value) as Reference;
}

/** A value where a binding sees a map: given as it is, cdktf would copy the keys of a map that it has not got. */
export function untyped(value: number | TerraformText): IResolvable {
  return Lazy.anyValue({ produce: () => value });
}
