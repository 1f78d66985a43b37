import { isJson } from "../../http/answer";
import type { DnsView } from "../dns-view";
import type { Service } from "../objects/kind";
import type { TenantState } from "../state";
import { CmdletError, type Row } from "../table";

/** What a cmdlet works on. */
export interface Tenant {
  readonly state: TenantState;
  readonly dns: DnsView;
  /** Who was asked. */
  readonly service: Service;
}

/** What a cmdlet gives. */
export interface Given {
  readonly rows: readonly Row[];
  readonly warnings?: readonly string[];
}

/** `name` and what may be given for it: one of some words, or a kind of value. */
export type ParameterKind = "text" | "flag" | "number" | "texts" | "members" | "instant" | readonly string[];

export interface Cmdlet {
  readonly parameters: Readonly<Record<string, ParameterKind>>;
  readonly required?: readonly string[];
  run(parameters: Row, tenant: Tenant): Given;
}

const PARAMETER_BINDING = "System.Management.Automation.ParameterBindingException";

/** Exchange's refusal of parameters that each are right by themselves. */
export function refuse(message: string): never {
  throw new CmdletError(400, "Microsoft.Exchange.Configuration.Tasks.TaskException", message);
}

/**
 * The parameters by their documented spelling.
 * @throws CmdletError for one that is unknown, missing or of the wrong kind
 */
export function bind(name: string, { parameters, required = [] }: Cmdlet, given: Row): Row {
  const bound: Row = {};
  for (const [key, value] of Object.entries(given)) {
    const known = Object.keys(parameters).find((parameter) => parameter.toLowerCase() === key.toLowerCase());
    if (known === undefined) {
      const message = `A parameter cannot be found that matches parameter name '${key}'.`;
      throw new CmdletError(400, PARAMETER_BINDING, message);
    }
    const kind = parameters[known];
    if (kind !== undefined) bound[known] = converted(known, kind, value);
  }
  const missing = required.filter((parameter) => bound[parameter] === undefined || bound[parameter] === null);
  if (missing.length > 0) {
    const message = `Cannot process command because of one or more missing mandatory parameters: ${missing.join(" ")}.`;
    throw new CmdletError(400, PARAMETER_BINDING, `${name}: ${message}`);
  }
  return bound;
}

function converted(name: string, kind: ParameterKind, value: unknown): unknown {
  if (value === null) return kind === "texts" ? [] : null;
  if (kind === "texts") {
    const list = Array.isArray(value) ? value : [value];
    if (list.every((member) => typeof member === "string")) return list;
  } else if (kind === "members") {
    // The whole list, or who comes and goes: a hash table has to say that it is one.
    if (Array.isArray(value) || (isJson(value) && value["@odata.type"] === "#Exchange.GenericHashTable"))
      return value;
  } else if (kind === "text") {
    if (typeof value === "string") return value;
  } else if (kind === "instant") {
    if (typeof value === "string" && !Number.isNaN(Date.parse(value))) return new Date(value).toISOString();
  } else if (kind === "flag") {
    if (typeof value === "boolean") return value;
  } else if (kind === "number") {
    if (Number.isInteger(value)) return value;
  } else {
    const word = kind.find((one) => one.toLowerCase() === String(value).toLowerCase());
    if (word !== undefined) return word;
  }
  const message = `Cannot process argument transformation on parameter '${name}'. Cannot convert value "${value}".`;
  throw new CmdletError(
    400,
    "System.Management.Automation.ParameterBindingArgumentTransformationException",
    message,
  );
}
