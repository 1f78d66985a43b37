import type { ExchangePlan, PlannedObject } from "../../../lib/exchange/exchange-plan";
import { planFaults } from "../../../lib/exchange/sound-plan";
import { formatFault } from "../../../lib/fault";

const policy = (id: string, more: Partial<PlannedObject> = {}): PlannedObject => ({
  id,
  kind: "anti-phish-policy",
  values: { name: id },
  names: {},
  path: [],
  ...more,
});

const faultsOf = (objects: readonly PlannedObject[], orders: ExchangePlan["orders"] = []) =>
  planFaults({ objects, orders }).map(formatFault);

test("objects that name others, in whatever order, are sound", () => {
  const rule = policy("rule", {
    kind: "anti-phish-rule",
    values: { name: "rule", antiPhishPolicy: "policy" },
    names: { antiPhishPolicy: "policy" },
  });
  const orders = [{ kind: "anti-phish-rule" as const, rules: ["rule"] }];
  expect(faultsOf([rule, policy("policy")], orders)).toEqual([]);
});

test("what cannot be declared is told all at once", () => {
  const objects = [
    policy("twice"),
    policy("twice"),
    policy("itself", { names: { quarantineTag: "itself" } }),
    policy("one", { names: { quarantineTag: "other" } }),
    policy("other", { names: { quarantineTag: "one" } }),
    policy("before the ring", { names: { quarantineTag: "one" } }),
    policy("strange", {
      values: { name: "strange", provider: "m365.other" },
      names: { quarantineTag: "gone" },
    }),
  ];
  expect(faultsOf(objects, [{ kind: "anti-phish-rule", rules: ["nowhere"] }])).toEqual([
    'plan.objects: two objects have one id, got "twice"',
    'plan: there is no object with this id, got "nowhere"',
    'plan: there is no object with this id, got "gone"',
    'plan.objects: the object waits for itself, got "itself"',
    'plan.objects: the object waits for itself, got "one"',
    'plan.objects: the object waits for itself, got "other"',
    ...["itself", "one", "other", "before the ring"].map(
      (id) => `plan.objects: the kind has no such attribute, got "${id}.quarantineTag"`,
    ),
    'plan.objects: the kind has no such attribute, got "strange.provider"',
    'plan.objects: the kind has no such attribute, got "strange.quarantineTag"',
  ]);
});
