import {
  isListValue,
  isObjectValue,
  isUnknown,
  type ObjectValue,
  planResource,
  type SchemaFromJson,
  type Value,
} from "../../../provider/plugin/index";

/**
 * A plan as Terraform's older SDK makes it: to it null, `false`, `""`, 0 and an empty list are the same, so that what a
 * configuration leaves out is no change where state has the zero.
 */
export function sdkPlan(
  { attributes, blocks }: SchemaFromJson,
  config: ObjectValue,
  prior: ObjectValue | undefined,
): ObjectValue {
  return planResource({ ...attributes, ...blocks }, prior ? asStored(config, prior) : config, prior);
}

/** The configuration, with the zeros of state. */
function asStored(config: ObjectValue, prior: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => [name, stored(value, prior[name] ?? null)]),
  );
}

function stored(value: Value, prior: Value): Value {
  if (isUnknown(value)) return value;
  if (isZero(value) && isZero(prior)) return prior;
  if (isListValue(value) && isListValue(prior)) {
    return value.map((one, index) => stored(one, prior[index] ?? null));
  }
  return isObjectValue(value) && isObjectValue(prior) ? asStored(value, prior) : value;
}

function isZero(value: Value): boolean {
  return (
    value === null ||
    value === false ||
    value === "" ||
    value === 0 ||
    (isListValue(value) && value.length === 0)
  );
}
