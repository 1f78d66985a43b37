import { isJson, type Json } from "../../http/answer";
import { CmdletError } from "../table";
import { AUDIT_SEVERITIES, ENUMERATIONS, WORDS_OF } from "./enumerations";

/** Members to add to a list and to take out of it. */
export interface ListChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

const INTEGERS: Readonly<Record<string, readonly [number, number]>> = {
  Int32: [-(2 ** 31), 2 ** 31 - 1],
  Int16: [-(2 ** 15), 2 ** 15 - 1],
  UInt32: [0, 2 ** 32 - 1],
  SclValue: [-1, 9],
};
/** Of rules: null empties them, and an empty list is an error. */
const RULE_LISTS = new Set([
  "Word[]",
  "Pattern[]",
  "RecipientIdParameter[]",
  "IncidentReportContent[]",
  "OverrideOption[]",
  "ReportContentOption[]",
]);
const LISTS = new Set(["MultiValuedProperty", "String[]", "RoleIdParameter[]", "SmtpAddress[]"]);
const LONGEST_WORD = 128;
/** Always one of their words. */
const SET = new Set(["PolicyMode", "RuleErrorAction", "RuleMode", "UnifiedAuditLogRetentionDuration"]);
/** Switches that may also be neither on nor off. */
const TRISTATE = new Set(["EwsEnabled", "TNEFEnabled", "AllowLegacyTLSClients"]);
const SIZE = /^(\d+)(?:\.\d+)?\s*(B|KB|MB|GB|TB)$/i;
const SPAN = /^(?:\d+\.)?(?:[01]?\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/**
 * A parameter's value as its type takes it.
 * @param type by Microsoft's reference
 * @throws CmdletError for what PowerShell would not convert
 */
export function convert(parameter: string, type: string, value: unknown): unknown {
  const kind = WORDS_OF[parameter] ?? type;
  if (kind in ENUMERATIONS && !RULE_LISTS.has(kind))
    return wordIn(parameter, ENUMERATIONS[kind] ?? [], value, SET.has(kind));
  if (kind in INTEGERS) return integer(parameter, INTEGERS[kind], value);
  if (RULE_LISTS.has(kind)) return ruleList(parameter, kind, value);
  if (LISTS.has(kind)) return list(parameter, kind, value);
  switch (kind) {
    case "Boolean":
      if (value === null && TRISTATE.has(parameter)) return null;
      return typeof value === "boolean" ? value : refused(parameter, value);
    case "SwitchParameter":
      return typeof value === "boolean" ? value : refused(parameter, value);
    case "ByteQuantifiedSize":
      return matching(parameter, SIZE, value);
    case "EnhancedTimeSpan":
    case "TimeSpan":
      return matching(parameter, SPAN, value);
    case "SmtpAddress":
      return matching(parameter, /^(?:<>|[^@\s]+@[^@\s]+)$/, value);
    case "SmtpDomainWithSubdomains":
      return matching(parameter, /^(?:\*|(?:\*\.)?[\w-]+(?:\.[\w-]+)+)$/, value);
    case "PswsHashtable[]":
      return tables(parameter, value);
    case "Byte[]":
      return value === null || (typeof value === "string" && /^[A-Za-z0-9+/]+={0,2}$/.test(value))
        ? value
        : refused(parameter, value);
    case "DateTime":
      if (value === null) return null;
      return typeof value === "string" && !Number.isNaN(Date.parse(value))
        ? Date.parse(value)
        : refused(parameter, value);
    default:
      if (parameter === "SetAuditSeverity") return wordIn(parameter, AUDIT_SEVERITIES, value);
      return value === null || typeof value === "string" ? value : refused(parameter, value);
  }
}

function wordIn(parameter: string, words: readonly string[], value: unknown, isSet = false): string | null {
  // Only what need not be set can be null.
  if (value === null && !isSet) return null;
  const found = words.find((word) => word.toLowerCase() === String(value).toLowerCase());
  return found ?? refused(parameter, value);
}

function integer(
  parameter: string,
  [least, most]: readonly [number, number] = [0, 0],
  value: unknown,
): number | null {
  if (value === null) return null;
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most
    ? value
    : refused(parameter, value);
}

function ruleList(parameter: string, type: string, value: unknown): readonly string[] | null {
  if (value === null) return null;
  const members = Array.isArray(value) ? value : [value];
  if (members.length === 0 || !members.every((one) => typeof one === "string" && one !== "")) {
    return refused(parameter, value);
  }
  const texts = members.map(String);
  const long = texts.find((one) => one.length > LONGEST_WORD);
  if (long !== undefined && type !== "RecipientIdParameter[]") {
    return refused(parameter, long);
  }
  const words = ENUMERATIONS[type];
  return words ? texts.map((one) => wordIn(parameter, words, one) ?? one) : texts;
}

function list(parameter: string, type: string, value: unknown): readonly string[] | ListChange {
  if (value === null) return [];
  if (isJson(value)) {
    // A plain object does not bind.
    if (value["@odata.type"] !== "#Exchange.GenericHashTable" || type === "String[]") {
      return refused(parameter, JSON.stringify(value));
    }
    return { add: texts(parameter, value.Add ?? []), remove: texts(parameter, value.Remove ?? []) };
  }
  return texts(parameter, value);
}

function texts(parameter: string, value: unknown): readonly string[] {
  const members = Array.isArray(value) ? value : [value];
  return members.every((one): one is string => typeof one === "string") ? members : refused(parameter, value);
}

/** Hash tables, of which a plain object is none. */
function tables(parameter: string, value: unknown): readonly Json[] | null {
  if (value === null) return null;
  const members = Array.isArray(value) ? value : [value];
  return members.map((one) => {
    if (!isJson(one) || one["@odata.type"] !== "#Exchange.GenericHashTable") {
      return refused(parameter, JSON.stringify(one));
    }
    const { "@odata.type": _, ...rest } = one;
    return rest;
  });
}

function matching(parameter: string, form: RegExp, value: unknown): string | null {
  if (value === null) return null;
  return typeof value === "string" && form.test(value) ? value : refused(parameter, value);
}

export function isListChange(value: unknown): value is ListChange {
  return isJson(value) && Array.isArray(value.add) && Array.isArray(value.remove);
}

function refused(parameter: string, value: unknown): never {
  throw new CmdletError(
    400,
    "System.Management.Automation.ParameterBindingArgumentTransformationException",
    `Cannot process argument transformation on parameter '${parameter}'. Cannot convert value "${String(value)}".`,
  );
}
