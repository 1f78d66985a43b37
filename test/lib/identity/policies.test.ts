import { formatFault } from "../../../lib/fault";
import { BREAK_GLASS, faultsOf, planOf, withPolicies } from "./contoso";

describe("a change to a baseline policy", () => {
  it("turns it on and adds to its exclusions", () => {
    const [policy] = planOf(
      withPolicies({
        "mfa-all-users": { state: "on", exclude: { groups: ["sg-scanners"], roles: ["Directory Readers"] } },
      }),
    ).policies;
    expect(policy).toEqual({
      key: "mfa-all-users",
      state: "on",
      breakGlass: "sg-break-glass",
      policy: {
        displayName: "Require multifactor authentication for all users",
        include: "all",
        exclude: {
          groups: ["sg-scanners"],
          roles: ["Directory Readers", "Directory Synchronization Accounts"],
        },
        applications: "all",
        grant: { operator: "or", controls: ["mfa"] },
      },
    });
  });

  it("narrows it to a pilot group", () => {
    const [policy] = planOf(
      withPolicies({ "mfa-all-users": { state: "on", include: { groups: ["sg-pilot"] } } }),
    ).policies;
    expect(policy?.policy.include).toEqual({ groups: ["sg-pilot"] });
  });

  it("keeps the locations that the baseline excludes", () => {
    const [policy] = planOf(
      withPolicies(
        { "secure-security-info-registration": { excludeLocations: ["head-office"] } },
        { namedLocations: { "head-office": { ip: ["192.0.2.0/24"] } } },
      ),
    ).policies;
    expect(policy?.policy.excludeLocations).toEqual(["head-office", "all-trusted"]);
  });

  it("leaves what the policy does to the baseline", () => {
    expect(faultsOf(withPolicies({ "mfa-all-users": { grant: "block", clients: ["other"] } }))).toEqual(
      ["clients", "grant"].map(
        (option) =>
          `mfa.policies.mfa-all-users.${option}: ${option} of a baseline policy is the baseline's; expected state | displayName | include | exclude | excludeLocations; for other terms, write a policy under a name of your own and set this one's state to off`,
      ),
    );
  });

  it("takes a policy of another baseline by its name", () => {
    const plan = planOf({
      breakGlass: BREAK_GLASS,
      mfa: { baseline: "scuba", policies: { "sign-in-frequency-all-users": {} } },
    });
    expect(plan.policies.map(({ key }) => key)).toContain("sign-in-frequency-all-users");
  });

  it("needs P2 for a risk policy", () => {
    expect(
      faultsOf({ breakGlass: BREAK_GLASS, mfa: { policies: { "block-risky-users": { state: "on" } } } }),
    ).toEqual([
      "mfa.policies.block-risky-users: risk policies need Entra ID P2, got mfa.licence p1; write mfa: { licence: p2 } if every user whom the policy reaches has it",
    ]);
  });

  it("is suggested when its name is nearly right", () => {
    expect(faultsOf(withPolicies({ "block-legacy-authentification": { state: "on" } }))).toEqual([
      'mfa.policies.block-legacy-authentification: no baseline policy has this name, and a policy of your own says what it does, got "block-legacy-authentification"; expected grant or session; did you mean block-legacy-authentication?',
    ]);
  });
});

describe("a policy of one's own", () => {
  const blockAbroad = {
    displayName: "Block sign-in from abroad",
    include: "all",
    excludeLocations: ["home"],
    grant: "block",
  } as const;
  const namedLocations = { home: { countries: ["NL", "BE"] } };

  it("stands beside the baseline's", () => {
    const [policy] = planOf(withPolicies({ "block-abroad": blockAbroad }, { namedLocations })).policies;
    expect(policy).toEqual({
      key: "block-abroad",
      state: "report-only",
      breakGlass: "sg-break-glass",
      policy: { ...blockAbroad, applications: "all" },
    });
  });

  it("has a name of its own in the tenant", () => {
    expect(
      faultsOf(
        withPolicies(
          {
            "block-abroad": blockAbroad,
            "block-other": { ...blockAbroad, displayName: "block Sign-in from abroad" },
          },
          { namedLocations },
        ),
      ),
    ).toEqual([
      'mfa.policies.block-other.displayName: the policy block-abroad has the same name, got "block Sign-in from abroad"',
    ]);
  });

  it("has a key that can be an id", () => {
    expect(faultsOf(withPolicies({ "Block abroad": blockAbroad }, { namedLocations }))).toEqual([
      'mfa.policies["Block abroad"]: not a name for a policy, got "Block abroad"; expected lower-case letters, digits and inner hyphens',
    ]);
  });

  it("needs P2 for a risk condition", () => {
    const mfa = {
      baseline: "none",
      policies: { strict: { include: "all", userRisk: ["low"], grant: "block" } },
    } as const;
    expect(faultsOf({ breakGlass: BREAK_GLASS, mfa })).toEqual([
      "mfa.policies.strict.userRisk: risk policies need Entra ID P2, got mfa.licence p1; write mfa: { licence: p2 } if every user whom the policy reaches has it",
    ]);
  });
});

describe("advice on a policy that is on for all users", () => {
  const advice = (options: Parameters<typeof withPolicies>[0]) =>
    planOf(withPolicies(options)).advice.map(formatFault);

  it("says what to check before one blocks", () => {
    expect(advice({ "block-legacy-authentication": { state: "on" } })).toEqual([
      "mfa.policies.block-legacy-authentication.state: the policy block-legacy-authentication is on, blocks all users where it applies, and excludes nobody but break-glass, got on; check first: sign-in logs of the last 30 days, client app: legacy authentication clients; scanners and applications that send by SMTP AUTH need an exclusion or another relay",
    ]);
  });

  it("says so of policies that only the well equipped pass", () => {
    expect(
      advice({
        "managed-device-all-users": { state: "on" },
        "phishing-resistant-mfa-all-users": { state: "on" },
      }).map((fault) => fault.split(",")[1]),
    ).toEqual([
      " shuts out who has no managed device or application",
      " shuts out who has no phishing-resistant method",
    ]);
  });

  it("is silent in report-only, for some users, with an exclusion of one's own, and on MFA", () => {
    expect(
      advice({
        "block-device-code-flow": {},
        "block-legacy-authentication": { state: "on", exclude: { groups: ["sg-scanners"] } },
        "block-authentication-transfer": { state: "on", include: { groups: ["sg-pilot"] } },
        "mfa-all-users": { state: "on" },
      }),
    ).toEqual([]);
  });

  it("does not take break-glass itself for another exclusion", () => {
    expect(
      advice({ "block-device-code-flow": { state: "on", exclude: { groups: ["sg-break-glass"] } } }),
    ).toHaveLength(1);
  });
});
