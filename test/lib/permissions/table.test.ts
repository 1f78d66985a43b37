import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rightsToApply, unknownKeys } from "../../../lib/permissions/needs";
import type { Part, Right } from "../../../lib/permissions/row";
import { ROWS } from "../../../lib/permissions/table";
import { GRAPH_TABLES } from "../../../provider/objects/graph/tables/index";
import { typeName } from "../../../provider/objects/table";
import { TABLES } from "../../../provider/objects/tables/index";
import { m365 } from "../../../provider/provider";
import { ROUTES } from "../../../sandbox/microsoft/graph/graph";
import { findRoute, segmentsOf } from "../../../sandbox/microsoft/graph/routing";
import graphsOwn from "./graph-permissions.json";

const ROOT = join(__dirname, "../../..");
const PROVIDER = m365("0.0.0");
const OURS = [
  ...Object.keys(PROVIDER.resources),
  ...Object.keys(PROVIDER.dataSources).map((type) => `data.${type}`),
];

/** What constructs take of others' providers, by the files that hold all of it. */
const OTHERS = [
  "constructs/identity/bindings.ts",
  "hosts/cloudflare/constructs/bindings.ts",
  "hosts/azure/constructs/bindings.ts",
].flatMap((path) =>
  [...readFileSync(join(ROOT, path), "utf8").matchAll(/@cdktf\/provider-(\w+)\/lib\/([\w-]+)/g)].flatMap(
    ([, provider, name = ""]) => {
      if (name === "provider") return [];
      const type = name.replaceAll("-", "_");
      return type.startsWith("data_") ? `data.${type.slice("data_".length)}` : `${provider}_${type}`;
    },
  ),
);

const parts = (api: Part["api"]) =>
  [...ROWS].flatMap(([key, row]) =>
    row.parts.filter((part) => part.api === api).map((part) => ({ key, part })),
  );
const names = (right: Right) => (typeof right === "string" ? [right] : [...right]);

test("every resource and data source has its row, and no row is of something else", () => {
  expect(OTHERS).toEqual(
    expect.arrayContaining([
      "azuread_group",
      "data.azuread_user",
      "cloudflare_dns_record",
      "azurerm_dns_zone",
    ]),
  );
  const all = [...OURS, ...OTHERS];
  expect(unknownKeys(all.map((key) => ({ key, stack: "", credentials: "" })))).toEqual([]);
  const types = [...ROWS.keys()].map((key) => key.replace(/ (?:with owners|of Purview)$/, ""));
  expect(types.filter((type) => !/^(?:state|aws) /.test(type) && !all.includes(type))).toEqual([]);
});

test.each(GRAPH_TABLES.map((table) => [typeName(table), table.graph] as const))(
  "%s takes what its table says",
  (type, { read, write }) => {
    expect(ROWS.get(type)?.parts).toEqual([expect.objectContaining({ plan: [read], apply: [write] })]);
  },
);

test.each(TABLES.map((table) => [typeName(table), table] as const))(
  "%s names the role groups that its page names",
  (type, { role = "Organization Management", service = "exchange" }) => {
    const api = service === "purview" ? "purview-roles" : "exchange-roles";
    const [part] = ROWS.get(type)?.parts.filter((one) => one.api === api) ?? [];
    const [last] = part ? rightsToApply(part).slice(-1) : [];
    // Of Organization Configuration it is the role that the page names: the role group has it.
    const named =
      role === "Organization Configuration of Security & Compliance" ? "Organization Management" : role;
    expect(last).toBeDefined();
    for (const name of names(last ?? "")) expect(named).toContain(name);
  },
);

/** Calls that Graph's table does not have: its pages, by the sandbox. */
const NOT_IN_GRAPHS_TABLE = [
  "GET /groups/{id}/transitiveMembers",
  "GET /subscribedSkus",
  // Its page names no permission for applications; the permission itself is one of applications too.
  "PATCH /policies/roleManagementPolicies/{id}/rules/{id}",
  "POST /groups/{id}/members/$ref",
];
/** An application may change a group that it owns: azuread's page of the resource. */
const BY_OWNERS = ["PATCH /groups/{id}"];
const GRAPHS: Readonly<Record<string, readonly string[]>> = graphsOwn.calls;

test.each(parts("graph").map(({ key, part }) => [key, part] as const))(
  "%s: Graph's own table permits its calls with what the row says",
  (_, part) => {
    const { plan = [], apply = [] } = part.calls ?? {};
    expect(plan.length).toBeGreaterThan(0);
    const refused = (calls: readonly string[], rights: readonly Right[]) =>
      calls.filter(
        (call) =>
          !NOT_IN_GRAPHS_TABLE.includes(call) &&
          !(BY_OWNERS.includes(call) && rights.includes("Group.Create")) &&
          !rights.flatMap(names).some((right) => GRAPHS[call]?.includes(right)),
      );
    expect(refused(plan, part.plan)).toEqual([]);
    expect(refused([...plan, ...apply], rightsToApply(part))).toEqual([]);
  },
);

/** The sandbox does not know that an application may make groups with less, and change those that it owns. */
const NOT_IN_SANDBOX = ["Group.Create"];

/** Without these the call is answered, and what is needed of its answer is not shown. */
const FOR_PROPERTIES: Readonly<Record<string, readonly Right[]>> = {
  "data.m365_sspr_registration": ["User.Read.All"],
  "data.m365_account_exposure": ["User.Read.All", "Device.Read.All"],
  m365_user_app_consents: ["User.Read.All"],
  m365_user_devices: ["Device.Read.All"],
};

/** The permissions of which the sandbox takes one. */
function askedInSandbox(call: string): readonly string[] {
  const [method = "", path = ""] = call.split(" ");
  return findRoute(ROUTES, method, segmentsOf(path)).route.permissions;
}

test.each(parts("graph").map(({ key, part }) => [key, part] as const))(
  "%s: the sandbox permits its calls with what the row says, and refuses some without any one of it",
  (key, part) => {
    const { plan = [], apply = [] } = part.calls ?? {};
    const refused = (calls: readonly string[], rights: readonly Right[]) =>
      calls.filter((call) => !rights.flatMap(names).some((right) => askedInSandbox(call).includes(right)));
    expect(refused(plan, part.plan)).toEqual([]);
    if (part.apply.some((right) => names(right).some((name) => NOT_IN_SANDBOX.includes(name)))) return;
    expect(refused([...plan, ...apply], rightsToApply(part))).toEqual([]);
    const spare = (calls: readonly string[], rights: readonly Right[], kept: readonly Right[]) =>
      rights.filter(
        (one) => refused(calls, [...kept, ...rights.filter((other) => other !== one)]).length === 0,
      );
    expect(spare(plan, part.plan, [])).toEqual(FOR_PROPERTIES[key] ?? []);
    expect(spare(apply, part.apply, part.plan)).toEqual([]);
  },
);
