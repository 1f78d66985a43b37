import fc from "fast-check";
import { plannedPostures } from "../../../lib/review/before-after";
import { signInChanges } from "../../../lib/review/changes/sign-ins";
import { applies, outcome } from "../identity/coverage/support/naive";
import { AXIS_NAMES, pairsOver, type Side, signIns } from "../identity/coverage/support/random";
import { planOf, type ResourceJson } from "./plan-json";
import { CONTOSO, objectResources, policyResource } from "./tenant-plan";

const RUNS = Number(process.env.COVERAGE_RUNS ?? 40);

jest.setTimeout(3_600_000);

/** Everything that provider azuread can write: authentication contexts it cannot. */
const AXES = AXIS_NAMES.filter((axis) => axis !== "target");

/** What each sign-in is asked for, by the naive evaluator. */
function outcomes({ policies, objects }: Side, all: ReturnType<typeof signIns>): readonly string[] {
  const enabled = policies.filter(({ state }) => state === "enabled");
  const known = new Map<string, string>();
  return all.map((signIn) => {
    const applied = enabled.filter((policy) => applies(policy, signIn, objects));
    const key = applied.map((policy) => enabled.indexOf(policy)).join();
    const found = known.get(key) ?? outcome(applied, objects);
    known.set(key, found);
    return found;
  });
}

function resources([before, after]: readonly [Side, Side]): readonly ResourceJson[] {
  const named = ({ policies }: Side) =>
    policies.map((policy, at) => ({ ...policy, displayName: `policy ${at}` }));
  const [from, to] = [named(before), named(after)];
  const names = [...new Set([...from, ...to].map(({ displayName }) => displayName))];
  return [
    ...names.map((name) =>
      policyResource(
        from.find(({ displayName }) => displayName === name),
        to.find(({ displayName }) => displayName === name),
      ),
    ),
    ...objectResources(before.objects, after.objects),
  ];
}

let silent = 0;

test(`a review of ${RUNS} random pairs of policy sets is silent exactly where no sign-in is asked for anything else`, () => {
  fc.assert(
    fc.property(pairsOver(AXES), ({ axes, sides }) => {
      const { before, after } = plannedPostures([planOf("tenant-contoso", resources(sides))], CONTOSO);
      const [from, to] = [before.tenants[0], after.tenants[0]];
      // Without a policy on either side there is no tenant to tell of.
      if (!from || !to) return;
      const { changes, unjudged } = signInChanges(from, to);
      expect(unjudged).toEqual([]);
      const all = signIns(axes);
      const [old, now] = sides.map((side) => outcomes(side, all));
      const differs = all.some((_, at) => old?.[at] !== now?.[at]);
      if (!differs) silent += 1;
      expect(changes.length > 0).toBe(differs);
    }),
    { numRuns: RUNS },
  );
  expect(silent).toBeGreaterThan(0);
  expect(silent).toBeLessThan(RUNS);
});
