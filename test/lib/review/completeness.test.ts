import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AccessPolicy } from "../../../lib/identity/coverage/policy";
import type { Block, Schema } from "../../support/provider-schema";
import { providerSchemas } from "../../support/schema-check";
import { accessBlocks } from "./access-blocks";
import { VERDICTS } from "./attributes-of-azuread";
import { type ResourceJson, resource } from "./plan-json";
import { GROUP, policy, policyResource, reviewTenant } from "./tenant-plan";

const [AZUREAD] = Object.values(providerSchemas("azuread-3.7.0").provider_schemas);

/** Beside the resources that the sandbox has: what `terraform providers schema -json` says of two more. */
const MORE: Readonly<Record<string, Schema>> = JSON.parse(
  readFileSync(join(__dirname, "fixtures/azuread-3.7.0-directory.json"), "utf8"),
);

/** All attributes of a block, by their paths through the blocks in it. */
function paths({ attributes = {}, block_types = {} }: Block, prefix = ""): readonly string[] {
  return [
    ...Object.keys(attributes).map((key) => `${prefix}${key}`),
    ...Object.entries(block_types).flatMap(([key, inner]) => paths(inner.block, `${prefix}${key}.`)),
  ];
}

test.each(Object.entries(VERDICTS))(
  "each attribute of %s has its verdict, and one",
  (type, { judged, told = [], apart }) => {
    const { block } = AZUREAD?.resource_schemas[type] ?? MORE[type] ?? {};
    const listed = [...judged, ...told, ...Object.values(apart).flat()];
    expect(listed.toSorted()).toEqual(block && [...paths(block)].sort());
  },
);

/** `{ a: [{ b: true }] }` for `a.b`: the mark of something unknown, as plans have it. */
function mark(path: string): Readonly<Record<string, unknown>> {
  const [first = "", ...rest] = path.split(".");
  return { [first]: rest.length === 0 ? true : [mark(rest.join("."))] };
}

/** The configuration of a resource that writes everything down. */
function written(address: string, path: string) {
  const [type = ""] = address.split(".");
  const [first = "", ...rest] = path.split(".");
  const expression = (keys: readonly string[]): unknown =>
    keys.length === 0 ? {} : { [keys[0] ?? ""]: keys.length === 1 ? {} : [expression(keys.slice(1))] };
  return {
    configuration: {
      root_module: {
        resources: [{ address, type, expressions: expression([first, ...rest]) }],
      },
    },
  };
}

async function asks(resources: readonly ResourceJson[], more = {}): Promise<boolean> {
  const { exceeded } = await reviewTenant(resources, undefined, more);
  return exceeded.some(({ limit }) => limit === "not-judged");
}

const OUTSIDE = policy("mfa-all", {
  users: { includeUsers: ["All"], excludeGroups: [GROUP] },
  locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted", "l1", "l2"] },
});
const OWN: AccessPolicy = policy("own", {}, { operator: "OR", authenticationStrength: { id: "s1" } });

describe("what is judged and not shown asks; what has no say does not", () => {
  const { azuread_conditional_access_policy: verdicts } = VERDICTS;
  const shown = accessBlocks(OUTSIDE);
  const address = "azuread_conditional_access_policy.mfa";

  test.each([
    ...(verdicts?.judged ?? []).map((path) => [path, true] as const),
    ...Object.values(verdicts?.apart ?? {})
      .flat()
      .map((path) => [path, false] as const),
  ])("%s of a policy", async (path, expected) => {
    const one = resource(address, shown, shown, { actions: ["update"], unknown: mark(path) });
    expect(await asks([one], written(address, path))).toBe(expected);
  });

  const location = {
    object_id: "l1",
    display_name: "office",
    ip: [{ ip_ranges: ["192.0.2.0/24"], trusted: true }],
  };
  const country = {
    object_id: "l2",
    display_name: "home",
    ip: [],
    country: [{ countries_and_regions: ["NL"], include_unknown_countries_and_regions: false }],
  };
  const strength = { id: "s1", display_name: "Own", allowed_combinations: ["fido2"] };
  const group = { object_id: GROUP, display_name: "sg-break-glass", members: ["bg1"] };
  const dynamic = { ...group, members: [], dynamic_membership: [{ enabled: true, rule: "user.city -eq 1" }] };

  test.each<[string, Readonly<Record<string, unknown>>, string, boolean]>([
    ["azuread_named_location", location, "ip.ip_ranges", true],
    ["azuread_named_location", location, "ip.trusted", true],
    ["azuread_named_location", location, "timeouts.read", false],
    ["azuread_named_location", country, "country.countries_and_regions", true],
    ["azuread_named_location", country, "country.country_lookup_method", true],
    ["azuread_named_location", country, "country.include_unknown_countries_and_regions", true],
    ["azuread_authentication_strength_policy", strength, "allowed_combinations", true],
    ["azuread_authentication_strength_policy", strength, "description", false],
    ["azuread_group", group, "members", true],
    ["azuread_group", dynamic, "dynamic_membership.rule", true],
    ["azuread_group", group, "mail", false],
  ])("%s %j: %s", async (type, values, path, expected) => {
    const own = `${type}.own`;
    const hidden = withHole(values, path);
    const resources = [
      policyResource(OUTSIDE, OUTSIDE),
      policyResource(OWN, OWN),
      resource(own, values, hidden, { actions: ["update"], unknown: mark(path) }),
    ];
    expect(await asks(resources, written(own, path))).toBe(expected);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ["group_object_id", { member_object_id: "alex" }],
    ["member_object_id", { group_object_id: GROUP }],
  ])("%s of azuread_group_member", async (path, values) => {
    const member = resource("azuread_group_member.one", undefined, values, { unknown: mark(path) });
    expect(
      await asks([policyResource(OUTSIDE, OUTSIDE), resource("azuread_group.bg", group, group), member]),
    ).toBe(true);
  });
});

describe("what a later provider adds to a policy", () => {
  const shown = accessBlocks(OUTSIDE);
  const address = "azuread_conditional_access_policy.mfa";
  const [conditions] = [shown.conditions].flat();
  const more = (levels: readonly string[] | undefined) => ({
    ...shown,
    conditions: [
      { ...(typeof conditions === "object" ? conditions : {}), agent_id_risk_levels: levels ?? [] },
    ],
  });
  const notJudged = async (before: object, after: object) =>
    (await reviewTenant([resource(address, { ...before }, { ...after }, { actions: ["update"] })])).exceeded
      .filter(({ limit }) => limit === "not-judged")
      .map(({ message }) => message);

  test("is not judged, and asks where it changes", async () => {
    const message = (level: string) =>
      `conditions.agent_id_risk_levels is ["${level}"], which this review does not know`;
    expect(await notJudged(shown, more(["high"]))).toEqual([
      `not judged: the policy "mfa-all": ${message("high")}`,
    ]);
    expect(await notJudged(more(["high"]), more(["low"]))).toEqual([
      `not judged: the policy "mfa-all": ${message("low")}, ${message("high")}`,
    ]);
  });

  test("has no say where it holds nothing, and does not ask where it stays", async () => {
    expect(await notJudged(shown, more(undefined))).toEqual([]);
    expect(await notJudged(more(["high"]), more(["high"]))).toEqual([]);
  });

  test("everything that provider 3.7.0 has is known", async () => {
    const { block } = AZUREAD?.resource_schemas.azuread_conditional_access_policy ?? {};
    const values = block ? filled(block) : {};
    const facts = await notJudged(values, { ...values, display_name: "another name" });
    expect(facts.filter((message) => message.includes("does not know"))).toEqual([]);
  });
});

describe("what a later provider adds to what policies rest on", () => {
  const notJudged = async (type: string, before: object, after: object, policies = [OUTSIDE, OWN]) =>
    (
      await reviewTenant([
        ...policies.map((one) => policyResource(one, one)),
        resource(`${type}.own`, { ...before }, { ...after }, { actions: ["update"] }),
      ])
    ).exceeded
      .filter(({ limit }) => limit === "not-judged")
      .map(({ message }) => message);
  const location = {
    object_id: "l1",
    display_name: "office",
    ip: [{ ip_ranges: ["192.0.2.0/24"], trusted: false }],
    compliant_network: [] as readonly object[],
  };
  const compliant = { ...location, compliant_network: [{ network_type: "allTenantCompliantNetworks" }] };
  const strength = { id: "s1", display_name: "Own", allowed_combinations: ["fido2"] };
  const keys = { ...strength, combination_configurations: [{ allowed_aaguids: ["90a3ccdf"] }] };
  const group = { object_id: GROUP, display_name: "sg-break-glass", members: ["bg1"] };

  test("is not judged with the policies that name it, and asks where it changes", async () => {
    const words =
      'of office, compliant_network.network_type is "allTenantCompliantNetworks", which this review does not know';
    expect(await notJudged("azuread_named_location", location, compliant)).toEqual([
      `not judged: the policy "mfa-all": ${words}`,
    ]);
    expect(await notJudged("azuread_authentication_strength_policy", keys, strength)).toEqual([
      'not judged: the policy "own": of Own, combination_configurations.allowed_aaguids is ["90a3ccdf"], which this review does not know',
    ]);
  });

  test("of a trusted place concerns every policy that leaves out the trusted ones", async () => {
    const trusted = [
      policy("trusted", { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } }),
    ];
    const of = (one: typeof location) => ({ ...one, object_id: "l9", ip: [{ ...one.ip[0], trusted: true }] });
    expect(await notJudged("azuread_named_location", of(location), of(compliant), trusted)).toHaveLength(1);
    expect(
      await notJudged(
        "azuread_named_location",
        { ...location, object_id: "l9" },
        { ...compliant, object_id: "l9" },
        trusted,
      ),
    ).toEqual([]);
  });

  test("asks without the policies, too", async () => {
    expect(await notJudged("azuread_named_location", location, compliant, [])).toEqual([
      'not judged: the named location "office": no plan shows the policies that rest on it',
    ]);
    expect(await notJudged("azuread_authentication_strength_policy", strength, keys, [])).toEqual([
      'not judged: the authentication strength "Own": no plan shows the policies that rest on it',
    ]);
  });

  test("of a group may decide who is in it: it is told and asks; of the emergency accounts by their own limit", async () => {
    const { subjects, exceeded } = await reviewTenant([
      policyResource(OUTSIDE, OUTSIDE),
      resource("azuread_group.own", group, { ...group, source_of_authority: "onPremises" }),
    ]);
    expect(subjects.flatMap(({ changes }) => changes.map(({ text }) => text))).toEqual([
      "Break-glass group sg-break-glass: source_of_authority (which this review does not know) changed",
    ]);
    expect(exceeded.map(({ limit }) => limit)).toEqual(["break-glass"]);
    const sales = { object_id: "g9", display_name: "sg-sales", members: ["alex"] };
    const named = policy("sales", { users: { includeGroups: ["g9"], excludeGroups: [GROUP] } });
    expect(
      await notJudged("azuread_group", sales, { ...sales, source_of_authority: "onPremises" }, [named]),
    ).toEqual([
      'not judged: the group "sg-sales": source_of_authority (which this review does not know) changed',
    ]);
  });

  test("has no say where it holds nothing, and does not ask where it stays", async () => {
    expect(
      await notJudged("azuread_named_location", location, { ...location, display_name: "home" }),
    ).toEqual([]);
    expect(await notJudged("azuread_named_location", compliant, compliant)).toEqual([]);
    expect(await notJudged("azuread_authentication_strength_policy", keys, keys)).toEqual([]);
    expect(await notJudged("azuread_group", { ...group, x: "y" }, { ...group, x: "y" })).toEqual([]);
  });

  test.each(["azuread_named_location", "azuread_authentication_strength_policy", "azuread_group"])(
    "everything that %s has in provider 3.7.0 is known",
    async (type) => {
      const { block } = AZUREAD?.resource_schemas[type] ?? {};
      const ids = { object_id: type === "azuread_group" ? GROUP : "l1", id: "s1" };
      const values = { ...(block ? filled(block) : {}), ...ids };
      const about = async (after: object) =>
        JSON.stringify(
          await reviewTenant([
            ...[OUTSIDE, OWN].map((one) => policyResource(one, one)),
            resource(`${type}.own`, { ...ids, display_name: "x" }, { ...after }),
          ]),
        );
      expect(await about(values)).not.toContain("does not know");
      expect(await about({ ...values, later: "x" })).toContain("does not know");
    },
  );
});

/** A value for each attribute of a block. */
function filled({ attributes = {}, block_types = {} }: Block): Readonly<Record<string, unknown>> {
  return Object.fromEntries([
    ...Object.keys(attributes).map((key) => [key, "x"] as const),
    ...Object.entries(block_types).map(([key, { block }]) => [key, [filled(block)]] as const),
  ]);
}

/** The values as a plan has them where one is unknown: it is not there. */
function withHole(
  values: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, unknown>> {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) return Object.fromEntries(Object.entries(values).filter(([key]) => key !== first));
  const inner = values[first];
  if (!Array.isArray(inner)) return values;
  return { ...values, [first]: inner.map((one) => withHole(one, rest.join("."))) };
}
