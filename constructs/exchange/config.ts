import * as v from "valibot";
import { type Fault, shown } from "../../lib/fault";
import { isMapping } from "../../lib/mapping";
import { closed, guarded } from "../../lib/schema/shapes";
import { dataProps, type LiveProp, optionalLiveProp, readProps } from "../read-props";
import { isTerraformElement, isTerraformProvider } from "../terraform/elements";
import { holdsTemplate } from "../terraform/text";
import { isToken } from "../tokens";

// What the generated bindings of provider m365 take: the values of Terraform's types, or tokens in their place.

/**
 * Text, literal or with cdktf's own references in it. What Terraform would evaluate beside them is refused: whoever
 * writes a connector's comment would write Terraform.
 */
export const text = guarded(
  (value): value is string => typeof value === "string" && templateFault(value) === undefined,
  (value) =>
    typeof value === "string"
      ? [templateFault(value) ?? { message: "text" }]
      : [{ message: "text belongs here", received: shown(value), expected: "text" }],
);
/** One of some words, in Exchange's spelling. */
export function word(choices: readonly string[]) {
  return orToken(v.picklist(choices));
}
/** A list of them. */
export function words(choices: readonly string[]) {
  return orToken(v.array(word(choices)));
}
/** A number. */
export const number = orToken(v.pipe(v.number(), v.finite()));
/** True or false. */
export const flag = orToken(v.boolean());
/** A list of texts. */
export const texts = orToken(v.array(text));

/** A list of objects. */
export function listOf<E extends v.ObjectEntries>(entries: E) {
  return orToken(v.array(closed(entries)));
}

/** What cdktf takes beside a resource's own attributes. */
const META: Readonly<Record<string, LiveProp<unknown>>> = {
  provider: {
    is: (value): value is unknown => isTerraformProvider(value),
    expected: "an M365Provider",
  },
  dependsOn: {
    is: (value): value is readonly unknown[] =>
      Array.isArray(value) && value.every((one) => isTerraformElement(one) || isMapping(one)),
    expected: "a list of resources",
  },
  lifecycle: { is: isMapping, expected: "an object" },
  count: {
    is: (value): value is unknown => typeof value === "number" || isMapping(value),
    expected: "a number",
  },
  forEach: { is: isMapping, expected: "an iterator" },
  provisioners: { is: (value): value is unknown[] => Array.isArray(value), expected: "a list" },
  connection: { is: isMapping, expected: "an object" },
};

/**
 * The props of a binding, if they have the form that Terraform will ask for.
 * @throws FaultError with every fault of the props
 */
export function readConfig<P extends object>(kind: string, attributes: v.ObjectEntries, props: P): P {
  for (const [key, prop] of Object.entries(META)) optionalLiveProp(kind, props, key, prop);
  readProps(kind, closed(attributes), dataProps(kind, props, Object.keys(META)));
  return { ...props };
}

function templateFault(value: string): Fault | undefined {
  if (!holdsTemplate(value)) return undefined;
  return {
    message: "text that Terraform would evaluate",
    received: shown(value),
    expected: "text, or a reference of cdktf's",
    fix: "write $${ for ${, and %%{ for %{",
  };
}

function orToken<S extends v.GenericSchema>(schema: S): S {
  return {
    ...schema,
    "~run"(dataset: v.UnknownDataset, config: v.Config<v.BaseIssue<unknown>>) {
      return isToken(dataset.value) ? { typed: true, value: dataset.value } : schema["~run"](dataset, config);
    },
  };
}
