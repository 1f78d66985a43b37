import { Names } from "../../../../lib/review/resources/names";
import { planOf, type ResourceJson, resource } from "../plan-json";

type Values = Readonly<Record<string, unknown>>;
const both = (address: string, values: Values): ResourceJson => resource(address, values, values);
const data = (address: string, values: Values) => ({
  address,
  mode: "data",
  type: address.split(".")[1],
  values,
});
const namesOf = (resources: readonly ResourceJson[], ...looked: readonly object[]) =>
  new Names(
    planOf("stack", resources, { prior_state: { values: { root_module: { resources: looked } } } }),
    "after",
  );

test.each<[string, Values, string]>([
  ["cloudflare_zone.a", { id: "z", name: "contoso.com" }, "z"],
  ["cloudflare_zone.a", { id: "z", zone: "contoso.com" }, "z"],
  ["cloudflare_zone.a", { zone_id: "z", name: "contoso.com" }, "z"],
  ["aws_route53_zone.a", { zone_id: "z", name: "contoso.com." }, "z"],
  ["aws_route53_zone.a", { id: "z", name: "contoso.com" }, "z"],
])("a zone %s %j has a name by its id, and by its address", (address, values, id) => {
  const names = namesOf([both(address, values)]);
  expect([
    names.zone(id, []),
    names.zone(undefined, [address]),
    names.zone("other", [address]),
    names.zone("other", []),
  ]).toEqual(["contoso.com", "contoso.com", "contoso.com", undefined]);
});

test("an object of the directory has a name by its id; one that the plan makes is known by its address", () => {
  const names = namesOf(
    [
      both("azuread_group.a", { object_id: "1", display_name: "sg-a" }),
      resource("azuread_group.new", undefined, { display_name: "sg-new" }, { unknown: { object_id: true } }),
      both("azuread_user.u", { object_id: "4", user_principal_name: "alex@contoso.com" }),
    ],
    data("data.azuread_group.b", { object_id: "2", display_name: "sg-b" }),
    data("data.azuread_groups.c", { object_ids: ["3"], display_names: ["sg-c"] }),
  );
  expect(names.directory).toEqual([
    { id: "2", name: "sg-b" },
    { id: "3", name: "sg-c" },
    { id: "1", name: "sg-a" },
    { id: "azuread_group.new", name: "sg-new" },
    { id: "4", name: "alex@contoso.com" },
  ]);
  expect([
    names.idsOf(["azuread_group.a", "data.azuread_group.b", "azuread_group.new"]),
    names.idsOf(["azuread_group.a", "azuread_group.gone"]),
    names.idsOf([]),
  ]).toEqual([["1", "2", "azuread_group.new"], undefined, []]);
});

test("several objects of one address have no one name; several addresses of one name have it", () => {
  const names = namesOf([
    both('cloudflare_zone.all["a"]', { id: "1", name: "contoso.com" }),
    both('cloudflare_zone.all["b"]', { id: "2", name: "contoso.net" }),
    both("cloudflare_zone.same[0]", { id: "3", name: "fabrikam.com" }),
    both("cloudflare_zone.again", { id: "4", name: "fabrikam.com" }),
  ]);
  expect([
    names.zone(undefined, ["cloudflare_zone.all"]),
    names.zone("1", ["cloudflare_zone.all"]),
    names.zone(undefined, ["cloudflare_zone.same", "cloudflare_zone.again"]),
  ]).toEqual([undefined, "contoso.com", "fabrikam.com"]);
});

test("a name is that of the side that is asked for, and no other type has one", () => {
  const plan = planOf("stack", [
    resource(
      "azuread_group.a",
      { object_id: "1", display_name: "sg-old" },
      { object_id: "1", display_name: "sg-new" },
    ),
    both("random_pet.a", { id: "7", name: "dog" }),
  ]);
  const groups = (side: "before" | "after") => new Names(plan, side).directory.map(({ name }) => name);
  expect([groups("before"), groups("after"), new Names(plan, "after").zone("7", ["random_pet.a"])]).toEqual([
    ["sg-old"],
    ["sg-new"],
    undefined,
  ]);
});
