import {
  canonicalId,
  type Group,
  nestedGroups,
  objectWith,
  peopleIn,
} from "../../../../lib/identity/coverage/objects";

const group = (id: string, ...members: readonly string[]): Group => ({ id, name: `sg-${id}`, members });
const UNKNOWN: Group = { id: "unknown", name: "sg-unknown" };

const GROUPS = [
  group("All-Staff", "ADA", "eu", "us", "gone-account"),
  group("eu", "bea", "de", "unknown"),
  group("DE", "cem", "bea"),
  // One that leads back.
  group("us", "dan", "all-staff"),
  group("empty"),
  UNKNOWN,
];

test("ids are compared without regard to case", () => {
  expect(canonicalId("0F9A7F5E-0000-4000-8000-00000000000A")).toBe("0f9a7f5e-0000-4000-8000-00000000000a");
  expect([objectWith(GROUPS, "de")?.id, objectWith(GROUPS, "fr"), objectWith(undefined, "de")]).toEqual([
    "DE",
    undefined,
    undefined,
  ]);
});

test.each<[string, readonly string[]]>([
  ["ALL-STAFF", ["all-staff", "eu", "us", "de", "unknown"]],
  ["eu", ["eu", "de", "unknown"]],
  ["us", ["us", "all-staff", "eu", "de", "unknown"]],
  ["empty", ["empty"]],
  ["unknown", ["unknown"]],
  ["not-there", ["not-there"]],
])("the groups inside %s, itself among them", (id, inside) => {
  expect(nestedGroups(GROUPS, id)).toEqual(inside);
  expect(nestedGroups(undefined, id)).toEqual([id.toLowerCase()]);
});

test.each<[string, readonly string[] | undefined]>([
  ["All-staff", ["ada", "bea", "cem", "dan", "gone-account"]],
  ["eu", ["bea", "cem"]],
  ["de", ["bea", "cem"]],
  ["empty", []],
  // Who is in it is another question than whether somebody is.
  ["unknown", undefined],
  ["not-there", undefined],
])("the people in %s and in the groups inside it, each once", (id, people) => {
  const found = peopleIn(GROUPS, id);
  expect(found && [...found].sort()).toEqual(people);
  expect(peopleIn(undefined, id)).toBeUndefined();
});
