import { isListValue, isObjectValue, type ObjectValue, type Value } from "../../../provider/plugin/index";

/** The one block of a kind that may be written once. */
export function onlyBlock(value: Value | undefined): ObjectValue | undefined {
  const first = isListValue(value) ? value[0] : undefined;
  return isObjectValue(first) ? first : undefined;
}

/** The texts of a list or set; none for null. */
export function texts(value: Value | undefined): string[] {
  return isListValue(value) ? value.filter((one) => typeof one === "string") : [];
}

/** A text, unless it is null, unknown or empty. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
