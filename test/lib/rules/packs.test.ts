import { RULE_PACK_NAMES } from "../../../lib/pack-names";
import { RULES } from "../../../lib/rules";
import { packRules, RULE_PACKS, type RulePack } from "../../../lib/rules/packs";

const packs = RULE_PACK_NAMES.map((name): RulePack => RULE_PACKS[name]);

test("every rule is in a pack, and no pack lists one twice", () => {
  const listed = new Set(packs.flatMap(({ rules }) => rules.map(({ rule }) => rule.id)));
  expect(RULES.filter(({ id }) => !listed.has(id))).toEqual([]);
  for (const { rules } of packs) {
    const ids = rules.map(({ rule }) => rule.id);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test("each entry of a control list names the controls that ask for it", () => {
  const lists = packs.filter(({ name }) => name !== "recommended");
  const without = lists.flatMap(({ rules }) => rules.filter(({ controls = [] }) => controls.length === 0));
  expect(without).toEqual([]);
});

test("the SCuBA pack covers the controls on DNS, sign-ins and forwarding", () => {
  const controls = new Set(RULE_PACKS.scuba.rules.flatMap((entry) => entry.controls ?? []));
  expect([...controls].sort()).toEqual([
    "MS.AAD.1.1v1",
    "MS.AAD.3.2v2",
    "MS.AAD.3.6v1",
    "MS.AAD.3.9v1",
    "MS.EXO.1.1v2",
    "MS.EXO.2.2v3",
    "MS.EXO.3.1v1",
    "MS.EXO.4.1v1",
    "MS.EXO.4.2v1",
    "MS.EXO.4.4v1",
  ]);
});

test("rules are sorted by id, and a rule says why in a paragraph and on whose word", () => {
  const ids = RULES.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  for (const { why, sources, title } of RULES) {
    expect(why).toMatch(/^\S.*\.$/s);
    expect(title).toMatch(/[^.]$/);
    expect(sources.length).toBeGreaterThan(0);
  }
  expect(packRules(["recommended"]).map(({ rule }) => rule.id)).toEqual(
    RULE_PACKS.recommended.rules.map(({ rule }) => rule.id),
  );
});
