import fc from "fast-check";
import { BASELINE_KEYS } from "../../../lib/identity/baselines";
import { graphPolicy } from "../../../lib/identity/graph";
import {
  BASELINES,
  type IdentityOptions,
  LICENCES,
  type PolicyOptions,
  type PrincipalsOptions,
} from "../../../lib/identity/options";
import { planIdentity } from "../../../lib/identity/plan";
import { CONTOSO } from "./contoso";

const GROUPS = ["sg-break-glass", "sg-pilot", "sg-scanners", "SSPRSecurityGroupUsers"];
const USERS = ["bg1", "bg2", "alex", "Kim", "pat"].map((name) => `${name}@contoso.onmicrosoft.com`);
const NAMED_LOCATIONS = { office: { ip: ["192.0.2.0/24"], trusted: true } };
const ids = {
  user: (upn: string) => upn,
  group: (name: string) => `id of ${name}`,
  location: (key: string) => key,
  strength: (key: string) => key,
};

const principals: fc.Arbitrary<PrincipalsOptions> = fc.record(
  {
    users: fc.subarray(USERS),
    groups: fc.subarray(GROUPS),
    roles: fc.subarray(["Global Administrator", "Directory Readers", "Global Reader"]),
    guests: fc.constant<true>(true),
  },
  { requiredKeys: [] },
);

const change: fc.Arbitrary<PolicyOptions> = fc.record(
  {
    state: fc.constantFrom("on", "off", "report-only"),
    include: fc.oneof(fc.constant<"all">("all"), principals),
    exclude: principals,
    excludeLocations: fc.constantFrom<("all-trusted" | readonly string[])[]>(
      "all-trusted",
      ["office"],
      ["nowhere"],
    ),
  },
  { requiredKeys: [] },
);

const own: fc.Arbitrary<PolicyOptions> = fc.record(
  {
    state: fc.constantFrom("on", "off", "report-only"),
    include: fc.oneof(fc.constant<"all">("all"), principals),
    exclude: principals,
    clients: fc.subarray(["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"] as const),
    signInRisk: fc.subarray(["low", "medium", "high"] as const),
    grant: fc.constantFrom<NonNullable<PolicyOptions["grant"]>[]>(
      "block",
      { controls: ["mfa"] },
      { controls: ["mfa", "compliantDevice"], operator: "and" },
      { strength: "phishing-resistant" },
      { controls: ["mfa"], strength: "mfa" },
    ),
    session: fc.constantFrom<NonNullable<PolicyOptions["session"]>[]>(
      { signInFrequency: "everyTime" },
      { signInFrequency: { hours: 4 } },
      {},
    ),
  },
  { requiredKeys: [] },
);

const options: fc.Arbitrary<IdentityOptions> = fc.record(
  {
    breakGlass: fc.record(
      {
        group: fc.constantFrom(...GROUPS),
        users: fc.array(fc.constantFrom(...USERS), { maxLength: 4 }),
        existing: fc.constant<true>(true),
      },
      { requiredKeys: ["group", "users"] },
    ),
    sspr: fc.record({ group: fc.constantFrom(...GROUPS), users: fc.subarray(USERS) }),
    mfa: fc.record(
      {
        baseline: fc.constantFrom(...BASELINES),
        licence: fc.constantFrom(...LICENCES),
        policies: fc
          .tuple(
            fc.dictionary(fc.constantFrom(...BASELINE_KEYS), change, { maxKeys: 4 }),
            fc.dictionary(fc.constantFrom("own-a", "own-b"), own, { maxKeys: 2 }),
          )
          .map(([changes, added]) => ({ ...changes, ...added })),
      },
      { requiredKeys: [] },
    ),
    namedLocations: fc.constant(NAMED_LOCATIONS),
  },
  { requiredKeys: [] },
);

/** Options that have what most plans fail for. */
const likely: fc.Arbitrary<IdentityOptions> = options.map((drawn) => ({
  breakGlass: { group: "sg-break-glass", users: USERS.slice(0, 2) },
  sspr: { group: "SSPRSecurityGroupUsers", users: USERS.slice(2) },
  mfa: { ...drawn.mfa, licence: "p2" },
  namedLocations: NAMED_LOCATIONS,
}));

describe("whatever the options", () => {
  it("no plan has a policy that does not exclude break-glass, whose group holds two accounts", () => {
    let planned = 0;
    fc.assert(
      fc.property(fc.oneof(options, likely), (drawn) => {
        const plan = planIdentity(drawn, CONTOSO);
        if (!plan.ok) return;
        for (const policy of plan.value.policies) {
          planned++;
          expect(plan.value.breakGlass?.users.length).toBeGreaterThanOrEqual(2);
          const { users } = graphPolicy(policy, ids).conditions;
          expect(users.excludeGroups?.[0]).toBe(`id of ${drawn.breakGlass?.group}`);
          expect(new Set(users.excludeGroups).size).toBe(users.excludeGroups?.length);
        }
      }),
      { numRuns: 500 },
    );
    expect(planned).toBeGreaterThan(500);
  });

  it("no policy is on that the options do not turn on by its name", () => {
    fc.assert(
      fc.property(likely, (drawn) => {
        const plan = planIdentity(drawn, CONTOSO);
        if (!plan.ok) return;
        for (const { key, state } of plan.value.policies) {
          expect(state).toBe(drawn.mfa?.policies?.[key]?.state ?? "report-only");
        }
      }),
    );
  });

  it("the order of lists and keys changes nothing", () => {
    fc.assert(
      fc.property(likely, (drawn) => {
        const plan = planIdentity(drawn, CONTOSO);
        const turned = planIdentity(reversed(drawn), CONTOSO);
        expect(turned.ok).toBe(plan.ok);
        if (!plan.ok || !turned.ok) return;
        const bodies = (policies: typeof plan.value.policies) =>
          policies.map((policy) => graphPolicy(policy, ids));
        expect(bodies(turned.value.policies)).toEqual(bodies(plan.value.policies));
        expect({ ...turned.value, policies: [], advice: [] }).toEqual({
          ...plan.value,
          policies: [],
          advice: [],
        });
      }),
    );
  });
});

/** The value with every list and every mapping in the opposite order. */
function reversed<T>(value: T): T;
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => reversed(item)).reverse();
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  );
}
