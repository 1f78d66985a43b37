import fc from "fast-check";
import { conditionsOf, isIn, without } from "../../../../lib/identity/coverage/conditions";
import { coverOf } from "../../../../lib/identity/coverage/cover";
import { MFA } from "../../../../lib/identity/coverage/demands/grant";
import { differenceOf } from "../../../../lib/identity/coverage/difference";
import { lockOutOf } from "../../../../lib/identity/coverage/lock-out";
import { AccessModel, type PolicySet } from "../../../../lib/identity/coverage/model";
import type { SignIn } from "../../../../lib/identity/coverage/sign-in";
import { holds, isEmpty } from "../../../../lib/identity/coverage/solve";
import { signInsWithout } from "../../../../lib/identity/coverage/without";
import { applies, demandsMfa, outcome } from "./support/naive";
import { BREAK_GLASS, GLOBAL_ADMINISTRATOR, pairs, type Side, signIns } from "./support/random";

/** How many pairs of policy sets are drawn; the full proof takes 20,000. */
const RUNS = Number(process.env.COVERAGE_RUNS ?? 60);

jest.setTimeout(1_800_000);

function setOf({ policies, objects }: Side): PolicySet {
  return { policies: policies.map((policy, at) => ({ key: `${at}`, policy })), objects };
}

/** Asks the naive evaluator about each sign-in, once for sign-ins to which the same policies apply. */
class Naive {
  private readonly outcomes = new Map<string, string>();
  private readonly factors = new Map<string, boolean>();
  private readonly enabled;

  constructor(private readonly side: Side) {
    this.enabled = side.policies.filter(({ state }) => state === "enabled");
  }

  outcome(signIn: SignIn): string {
    return this.asked(this.outcomes, signIn, outcome);
  }

  demandsMfa(signIn: SignIn): boolean {
    return this.asked(this.factors, signIn, demandsMfa);
  }

  private asked<T>(
    known: Map<string, T>,
    signIn: SignIn,
    ask: (policies: Side["policies"], objects: Side["objects"]) => T,
  ): T {
    const applied = this.enabled.map((policy) => applies(policy, signIn, this.side.objects));
    const key = applied.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = ask(
      this.enabled.filter((_, at) => applied[at]),
      this.side.objects,
    );
    known.set(key, answer);
    return answer;
  }
}

const DAILY_CLIENTS: readonly unknown[] = [undefined, "browser", "mobileAppsAndDesktopClients"];

/** A sign-in as users of the tenant have them day by day; without an axis of platforms any will do. */
function isEveryday(signIn: SignIn, axes: readonly string[]): boolean {
  return (
    signIn.user !== undefined &&
    signIn.user.guest === undefined &&
    signIn.userAction === undefined &&
    signIn.authenticationContexts === undefined &&
    DAILY_CLIENTS.includes(signIn.client) &&
    (signIn.platform !== undefined || !axes.includes("platform")) &&
    [signIn.signInRisk, signIn.userRisk, signIn.insiderRisk, signIn.authenticationFlow].every(
      (risk) => risk === undefined,
    )
  );
}

/** How often a run showed something: a property that never meets its case proves nothing. */
const met = { difference: 0, none: 0, lockOut: 0, openWithoutMfa: 0 };

describe("against an evaluator of single sign-ins", () => {
  it(`${RUNS} pairs of policy sets: each sign-in in a region if and only if it is told so one by one`, () => {
    fc.assert(
      fc.property(pairs, ({ axes, sides }) => {
        const [before, after] = sides;
        const model = new AccessModel([setOf(before), setOf(after)]);
        const { space } = model;
        expect(model.unjudged).toEqual([]);
        const changes = differenceOf(model);
        const open = signInsWithout(model, MFA);
        const all = signIns(axes);
        const [from, to] = [new Naive(before), new Naive(after)];
        let differences = 0;
        for (const signIn of all) {
          const differs = from.outcome(signIn) !== to.outcome(signIn);
          if (differs) differences++;
          const point = space.pointOf(signIn);
          if (changes.some(({ region }) => isIn(region, point)) !== differs) {
            throw new Error(`difference: ${differs} for ${JSON.stringify(signIn)}`);
          }
          const isAsked = signIn.user !== undefined && signIn.userAction === undefined;
          if (isIn(open, point) !== (isAsked && !from.demandsMfa(signIn))) {
            throw new Error(`MFA: ${from.demandsMfa(signIn)} for ${JSON.stringify(signIn)}`);
          }
        }
        met[differences > 0 ? "difference" : "none"]++;
        if (!isEmpty(open, space.everything)) met.openWithoutMfa++;
        if (differences === 0) expect(changes).toEqual([]);

        const emergency = before.objects.groups?.find(({ id }) => id === BREAK_GLASS)?.members ?? [];
        const people = all.filter(
          (signIn) => isEveryday(signIn, axes) && !emergency.includes(signIn.user?.id ?? ""),
        );
        const isBlocked = (signIn: SignIn) => from.outcome(signIn) === "blocked";
        const everyone = people.every(isBlocked);
        const administrators = people
          .filter(({ user }) => user?.roles?.includes(GLOBAL_ADMINISTRATOR))
          .every(isBlocked);
        const lockOut = lockOutOf(model, before.objects, { groups: [BREAK_GLASS] });
        expect(lockOut?.of).toBe(
          everyone ? "every user" : administrators ? "every administrator" : undefined,
        );
        if (lockOut) met.lockOut++;

        for (const { region } of changes) {
          const { boxes, more } = coverOf(region, space.everything);
          expect(more).toBe(false);
          for (const box of boxes) expect(holds(region, box)).toBe(true);
          const missed = without(
            region,
            boxes.map((box) => conditionsOf(box, space.everything)),
          );
          expect(isEmpty(missed, space.everything)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    // In a short run some cases are too rare to count on.
    expect(met.difference).toBeGreaterThan(0);
    if (RUNS >= 200) for (const times of Object.values(met)) expect(times).toBeGreaterThan(RUNS / 200);
  });
});
