import { randomUUID } from "node:crypto";
import type { Given } from "../cmdlets/cmdlet";
import type { TenantState } from "../state";
import { CmdletError, type Row, Table } from "../table";
import { convert } from "./convert";
import { ORGANIZATION } from "./facts/organization";
import { PROTECTION } from "./facts/protection";
import { PURVIEW } from "./facts/purview";
import { REPORTING } from "./facts/reporting";
import { EXCHANGE_ROLE_GROUPS } from "./facts/role-groups";
import { transportRule } from "./facts/transport-rule";
import { withKept } from "./kept";
import type { Kind, Service } from "./kind";
import purviewReference from "./purview-reference.json";
import reference from "./reference.json";

/** By cmdlet: the type of each parameter, with an exclamation mark where it is required. */
type Reference = Readonly<Record<string, Readonly<Record<string, string>>>>;
const REFERENCES: Readonly<Record<Service, Reference>> = { exchange: reference, purview: purviewReference };
const TASKS = "Microsoft.Exchange.Configuration.Tasks";
const BINDING = "System.Management.Automation.ParameterBindingException";
const LONGEST_NAME = 64;
/** Of `New-TransportRule` and no property of a rule. */
const NOT_SHOWN = new Set(["Confirm", "Enabled", "ExceptIfMessageContainsDataClassifications", "Name"]);

const KINDS: Readonly<Record<Service, Readonly<Record<string, Kind>>>> = {
  exchange: {
    ...ORGANIZATION,
    ...PROTECTION,
    ...REPORTING,
    RoleGroup: EXCHANGE_ROLE_GROUPS,
    TransportRule: transportRule(
      Object.keys(REFERENCES.exchange["New-TransportRule"] ?? {}).filter((name) => !NOT_SHOWN.has(name)),
    ),
  },
  purview: PURVIEW,
};

/**
 * Runs a cmdlet of the kinds that only the reference describes; undefined if it is none of them. What no licence shows is
 * not there.
 * @throws CmdletError
 */
export function runObjectCmdlet(
  given: string,
  parameters: Row,
  state: TenantState,
  service: Service = "exchange",
): Given | undefined {
  const known = REFERENCES[service];
  const cmdlet = Object.keys(known).find((one) => one.toLowerCase() === given.toLowerCase());
  const [verb = "", noun = ""] = cmdlet?.split("-") ?? [];
  const kind = KINDS[service][noun];
  if (cmdlet === undefined || kind === undefined || state.withheld.has(noun)) return undefined;
  const types = Object.fromEntries(
    Object.entries(known[cmdlet] ?? {}).filter(([name]) => !state.withheld.has(`${noun}.${name}`)),
  );
  const bound = bind(cmdlet, types, parameters);
  const table = objectsOf(noun, state, service);
  if (verb === "Get") return { rows: shown(table, kind, bound, state, noun) };
  if (state.dehydrated && service === "exchange") {
    throw new CmdletError(
      400,
      `${TASKS}.InvalidOperationInDehydratedContextException`,
      "The command you tried to run isn't currently allowed in your organization. To run this command, you first need to run the command: Enable-OrganizationCustomization.",
    );
  }
  return { rows: changed({ verb, noun, kind, types, table, state, service }, bound) };
}

interface Change {
  readonly verb: string;
  readonly noun: string;
  readonly kind: Kind;
  readonly types: Readonly<Record<string, string>>;
  readonly table: Table;
  readonly state: TenantState;
  readonly service: Service;
}

function changed(change: Change, { Identity, Confirm: _, ...given }: Row): readonly Row[] {
  const { verb, kind, table } = change;
  if (verb === "New") return [made(change, kind.named === "Identity" ? { ...given, Name: Identity } : given)];
  // A singleton has no other: whatever Identity is given, it is the one that is changed.
  const row = kind.singleton ? table.all()[0] : table.get(Identity);
  if (row === undefined) return [];
  if (verb === "Remove") {
    const marks = [row.IsDefault, row.IsBuiltInProtection, row.Default, row.IsSystemRule, row.$builtIn];
    if (marks.includes(true)) {
      refuse(`The object '${row.Name}' can't be removed.`);
    }
    removeAt(change, row);
  } else if (verb === "Enable" || verb === "Disable") row.State = `${verb}d`;
  else settle(change, row, given);
  return [];
}

function made(change: Change, { Name, Enabled, Priority, ...given }: Row): Row {
  const { kind, types, table, state } = change;
  const name = String(kind.only ?? Name);
  const taken = kind.taken?.(given, kind.defaults) ?? given;
  if (name.length > LONGEST_NAME) refuse(`The length of the property is too long: '${name}'.`);
  // Where it is a setting of a policy, not the state of a rule.
  const own = kind.rule
    ? {}
    : { ...(Enabled !== undefined && { Enabled }), ...(Priority !== undefined && { Priority }) };
  const row = withKept(
    { ...structuredClone(kind.defaults), ...directory(kind, name) },
    { ...taken, ...own },
    types,
  );
  checkReferences(change, row);
  kind.check?.(row, state);
  const place = kind.rule ? placeOf(Priority, table.size) : undefined;
  const added = table.add(name, row);
  if (place !== undefined) {
    added.State = Enabled === false ? "Disabled" : "Enabled";
    added.Priority = table.size - 1;
    added.ImmutableId = added.Guid;
    reorder(table, added, place);
  }
  return added;
}

function settle(change: Change, row: Row, { Name, Priority, Force: _, ...given }: Row): void {
  const { kind, types, table, state } = change;
  const own = kind.rule || Priority === undefined ? {} : { Priority };
  const next = withKept(row, { ...(kind.taken?.(given, row) ?? given), ...own }, types);
  checkReferences(change, next);
  kind.check?.(next, state);
  const place = Priority === undefined || !kind.rule ? undefined : placeOf(Priority, table.size - 1);
  Object.assign(row, next, { WhenChanged: `/Date(${Date.now()})/` });
  if (Name !== undefined && Name !== row.Name) {
    if (String(Name).toLowerCase() !== String(row.Name).toLowerCase() && table.find(Name) !== undefined) {
      refuse(`The name '${Name}' is already in use.`);
    }
    table.rename(row.Name, String(Name));
  }
  if (place !== undefined) reorder(table, row, place);
}

function placeOf(priority: unknown, most: number): number {
  const place = priority === undefined ? most : Number(priority);
  if (place >= 0 && place <= most) return place;
  return refuse(`The specified rule priority is invalid. Use a value between '0' and '${most}'.`);
}

/** A used number pushes that rule and all below it by one. */
function reorder(table: Table, row: Row, place: number): void {
  const others = [...table.all()]
    .filter((one) => one !== row)
    .sort((a, b) => Number(a.Priority) - Number(b.Priority));
  others.splice(place, 0, row);
  for (const [priority, one] of others.entries()) one.Priority = priority;
}

function removeAt({ kind, table, noun, state, service }: Change, row: Row): void {
  for (const [other, { refersTo = {} }] of Object.entries(KINDS[service])) {
    for (const [property, referred] of Object.entries(refersTo)) {
      if (referred !== noun) continue;
      const users = state.objects.get(keyOf(other, service))?.all() ?? [];
      if (users.some((one) => lower(one[property]) === lower(row.Name))) {
        refuse(`The object '${row.Name}' is in use by a rule and can't be removed.`);
      }
    }
  }
  table.remove(row.Name);
  kind.removed?.(row, state);
  if (kind.rule) {
    const left = [...table.all()].sort((a, b) => Number(a.Priority) - Number(b.Priority));
    for (const [priority, one] of left.entries()) one.Priority = priority;
  }
}

function checkReferences({ kind, table, state, service }: Change, row: Row): void {
  for (const [property, noun] of Object.entries(kind.refersTo ?? {})) {
    row[property] = objectsOf(noun, state, service).get(row[property]).Name;
  }
  const { onePer } = kind;
  if (onePer === undefined) return;
  const other = table.all().find((one) => one.Guid !== row.Guid && lower(one[onePer]) === lower(row[onePer]));
  if (other !== undefined)
    refuse(`The policy '${row[onePer]}' is already in use by the rule '${other.Name}'.`);
}

/** Reads give lists beside their type; a read of nothing gives a row that only says so. */
function shown(
  table: Table,
  kind: Kind,
  { Identity, ...asked }: Row,
  state: TenantState,
  noun: string,
): readonly Row[] {
  const found = Identity === undefined || Identity === null ? undefined : table.find(Identity);
  if (Identity !== undefined && Identity !== null && found === undefined && !kind.rule) table.get(Identity);
  // Of rules, one that does not exist gives all there are.
  const all = table.all().filter((row) => kind.shown?.(row, asked) ?? true);
  const rows = found ? [found] : all;
  if (kind.rule) rows.sort((a, b) => Number(a.Priority) - Number(b.Priority));
  if (rows.length === 0) return [{ ErrorCode: 0, Success: true }];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(kind.identityIsPath ? withPath(row, state) : row)
        .filter(([name]) => !state.withheld.has(`${noun}.${name}`))
        .flatMap(([name, value]) =>
          Array.isArray(value)
            ? [
                [`${name}@data.type`, "#Collection(String)"],
                [name, value],
              ]
            : [[name, value]],
        ),
    ),
  );
}

function withPath(row: Row, { tenantId }: TenantState): Row {
  const path = `FFO.extest.microsoft.com/Microsoft Exchange Hosted Organizations/${tenantId}/Configuration/${row.Name}`;
  return { ...row, Identity: path, Id: path };
}

/** What a tenant has of a kind, with what every tenant has. */
export function objectsOf(noun: string, state: TenantState, service: Service = "exchange"): Table {
  const key = keyOf(noun, service);
  const there = state.objects.get(key);
  if (there !== undefined) return there;
  const table = new Table(noun);
  const kind = KINDS[service][noun];
  for (const [name, facts] of Object.entries(kind?.initial ?? {})) {
    if (kind) table.add(name, { ...structuredClone(kind.defaults), ...directory(kind, name), ...facts });
  }
  state.objects.set(key, table);
  return table;
}

const keyOf = (noun: string, service: Service) => (service === "exchange" ? noun : `${service}.${noun}`);

function directory({ container }: Kind, name: string): Row {
  const now = `/Date(${Date.now()})/`;
  const parent = `CN=${container},CN=Transport Settings,CN=Configuration,CN=contoso.onmicrosoft.com`;
  return {
    DistinguishedName: `CN=${name},${parent},CN=ConfigurationUnits,DC=NAMPR09A006,DC=PROD,DC=OUTLOOK,DC=COM`,
    ExchangeVersion: "0.20 (15.0.0.0)",
    ExchangeObjectId: randomUUID(),
    WhenChanged: now,
    WhenCreated: now,
    ObjectState: "Unchanged",
  };
}

function bind(cmdlet: string, types: Readonly<Record<string, string>>, given: Row): Row {
  const bound: Row = {};
  for (const [key, value] of Object.entries(given)) {
    const known = Object.keys(types).find((one) => one.toLowerCase() === key.toLowerCase());
    if (known === undefined) {
      throw new CmdletError(
        400,
        BINDING,
        `A parameter cannot be found that matches parameter name '${key}'.`,
      );
    }
    bound[known] = convert(known, (types[known] ?? "").replace("!", ""), value);
  }
  const missing = Object.entries(types)
    .filter(([name, type]) => type.endsWith("!") && (bound[name] === undefined || bound[name] === null))
    .map(([name]) => name);
  if (missing.length > 0) {
    const message = `Cannot process command because of one or more missing mandatory parameters: ${missing.join(" ")}.`;
    throw new CmdletError(400, BINDING, `${cmdlet}: ${message}`);
  }
  return bound;
}

function refuse(message: string): never {
  throw new CmdletError(400, `${TASKS}.ValidationException`, message);
}

const lower = (value: unknown) => String(value).toLowerCase();
