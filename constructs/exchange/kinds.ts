import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { ExchangeKind } from "../../lib/exchange/objects";
import type { Reference } from "../terraform/text";
import * as generated from "./m365/index";

// The binding of each kind is found by its type in Terraform: both are written from the provider's tables.

/** A resource of provider m365: its id, and its name where it has one. */
export interface ExchangeElement extends TerraformResource {
  readonly id: Reference;
  readonly name: Reference;
}

type Binding = new (
  scope: Construct,
  id: string,
  props: Readonly<Record<string, unknown>>,
) => ExchangeElement;

const BINDINGS: ReadonlyMap<string, Binding> = new Map(
  Object.values(generated).flatMap((one) =>
    "tfResourceType" in one ? [[one.tfResourceType, one as unknown as Binding] as const] : [],
  ),
);

/**
 * Declares an object of a kind.
 * @param props whose texts have passed the gate that only Terraform text passes
 */
export function exchangeObject(
  kind: ExchangeKind,
  scope: Construct,
  id: string,
  props: Readonly<Record<string, unknown>>,
): ExchangeElement {
  return new (bindingOf(kind))(scope, id, props);
}

/** Declares the order of rules of a kind. */
export function exchangeOrder(
  kind: ExchangeKind,
  scope: Construct,
  id: string,
  props: Readonly<Record<string, unknown>>,
): ExchangeElement {
  return new (bindingOf(`${kind}-order`))(scope, id, props);
}

function bindingOf(kind: string): Binding {
  const binding = BINDINGS.get(`m365_${kind.replaceAll("-", "_")}`);
  if (!binding) throw new RangeError(`provider m365 has no resource for ${kind}`);
  return binding;
}
