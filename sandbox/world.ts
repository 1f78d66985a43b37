import * as v from "valibot";
import { cloudflareId as id } from "../hosts/cloudflare/zone-schema";
import { type Fault, fail, ok, type Result } from "../lib/fault";
import { CLOUDS } from "../lib/microsoft/clouds";
import { read } from "../lib/schema/explain";
import { flag, guid, text } from "../lib/schema/scalars";
import { closed, word } from "../lib/schema/shapes";
import type { World } from "../lib/world/world";

const may = v.exactOptional;
const object = v.record(v.string(), v.unknown());

const record = closed({
  id: may(id),
  type: text,
  name: text,
  content: may(v.string()),
  data: may(object),
  priority: may(v.number()),
  ttl: may(v.number()),
  proxied: may(v.boolean()),
  comment: may(v.string()),
  tags: may(v.array(v.string())),
  settings: may(object),
  meta: may(object),
  createdOn: may(text),
  modifiedOn: may(text),
});

const zone = closed({
  name: text,
  id: may(id),
  accountId: may(id),
  records: may(v.array(record)),
  dnssec: may(v.boolean()),
  active: may(v.boolean()),
  createdOn: may(text),
});

const user = closed({ userPrincipalName: text, displayName: may(text), id: may(guid) });

const group = closed({
  displayName: text,
  id: may(guid),
  members: may(v.array(text)),
  isAssignableToRole: may(v.boolean()),
});

const tenant = closed({
  tenantId: guid,
  initialDomain: text,
  cloud: may(word(Object.keys(CLOUDS))),
  domains: may(v.array(text)),
  users: may(v.array(user)),
  groups: may(v.array(group)),
  applications: may(v.array(guid)),
  partitions: may(closed({ mx: may(text), dkim: may(text) })),
  hosts: may(v.record(text, closed({ mx: may(text), selector1: may(text), selector2: may(text) }))),
  signed: may(v.array(text)),
  permissions: may(v.array(text)),
  synchronized: may(flag),
  objects: may(object),
});

const credentials = closed({
  prefix: may(text),
  accounts: v.array(id),
  tenants: v.array(guid),
  permissions: may(v.array(text)),
});

const world = closed({
  zones: v.array(zone),
  tenants: v.array(tenant),
  credentials: may(v.array(credentials)),
  objects: may(object),
});

/** Reads a world from JSON text: what it holds, or every fault with its path. */
export function parseWorld(json: string): Result<World> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return fail({
      message: `not JSON: ${error instanceof Error ? error.message : String(error)}`,
      expected: '{ "zones": [], "tenants": [] }',
    });
  }
  const result = read(world, value, []);
  return result.ok ? ok(result.value) : fail(...result.faults.map(inJson));
}

/** The schema's reader speaks of YAML, where quotes may be left out. */
function inJson({ unquoted, atKey: _, ...fault }: Fault & { unquoted?: boolean; atKey?: boolean }): Fault {
  return unquoted ? { ...fault, message: "text belongs here" } : fault;
}
