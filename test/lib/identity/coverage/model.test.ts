import { differenceOf } from "../../../../lib/identity/coverage/difference";
import { AccessModel } from "../../../../lib/identity/coverage/model";
import type { AccessPolicy } from "../../../../lib/identity/coverage/policy";
import { BLOCK, MFA, policy, setOf } from "./support/policies";

function demanded(
  policies: readonly AccessPolicy[],
  ...args: Parameters<AccessModel["demandsOf"]> extends [number, ...infer R] ? R : never
) {
  return new AccessModel([setOf(policies)]).demandsOf(0, ...args).map(({ words }) => words);
}

describe("what is demanded of one sign-in", () => {
  const device = policy({}, { operator: "OR", builtInControls: ["compliantDevice", "domainJoinedDevice"] });

  it("each policy that applies must be satisfied; a block leaves nothing else to ask", () => {
    expect(demanded([policy(), device], { user: {} })).toEqual([
      "a compliant device or a hybrid joined device",
      "MFA",
    ]);
    expect(demanded([policy(), device, policy({}, BLOCK)], { user: {} })).toEqual(["block"]);
    expect(demanded([policy()], { user: { groups: ["sg-break-glass"] } })).toEqual([]);
  });

  it("all users are guests too, and no workload identities", () => {
    expect(
      demanded([policy()], { user: { guest: { type: "serviceProvider", tenant: "fabrikam" } } }),
    ).toEqual(["MFA"]);
    expect(demanded([policy()], { workload: { id: "deploy" } })).toEqual([]);
  });

  it("all applications are no user actions", () => {
    expect(demanded([policy()], { user: {}, userAction: "urn:user:registersecurityinfo" })).toEqual([]);
  });

  it("report-only counts as if on where that is asked for", () => {
    const reporting: AccessPolicy = { ...policy(), state: "enabledForReportingButNotEnforced" };
    const off: AccessPolicy = { ...policy({}, BLOCK), state: "disabled" };
    const model = new AccessModel([setOf([reporting, off])], "as if on");
    expect(model.demandsOf(0, { user: {} }).map(({ words }) => words)).toEqual(["MFA"]);
    expect(demanded([reporting, off], { user: {} })).toEqual([]);
  });
});

describe("policies that are not judged", () => {
  it("are told with the reason, and count on neither side", () => {
    const known = { policies: [{ key: "a", policy: policy() }], objects: {} };
    const unknown = {
      policies: [{ key: "a", policy: policy(), unknown: ["who is excluded is known after apply"] }],
      objects: {},
    };
    const model = new AccessModel([known, unknown]);
    expect(model.unjudged).toEqual([
      { key: "a", name: "a policy", why: ["who is excluded is known after apply"] },
    ]);
    expect(differenceOf(model)).toEqual([]);
  });

  it.each<[string, AccessPolicy, string]>([
    ["a client", policy({ clientAppTypes: ["smartwatch"] }), "the client smartwatch is not known"],
    [
      "a platform",
      policy({ platforms: { includePlatforms: ["chromeOS"] } }),
      "the platform chromeOS is not known",
    ],
    ["a risk", policy({ signInRiskLevels: ["hidden"] }), "the sign-in risk hidden is not known"],
    [
      "a kind of guest",
      policy({
        users: { includeGuestsOrExternalUsers: { guestOrExternalUserTypes: ["unknownFutureValue"] } },
      }),
      "the kind of guest unknownFutureValue is not known",
    ],
    [
      "a control",
      policy({}, { ...MFA, builtInControls: ["verifiedId"] }),
      "the grant control verifiedId is not known",
    ],
    [
      "locations that include none",
      policy({ locations: { excludeLocations: ["AllTrusted"] } }),
      "a condition on locations that includes none",
    ],
    [
      "a frequency without a period",
      policy({}, "none", { signInFrequency: { isEnabled: true } }),
      "a sign-in frequency without a period",
    ],
    [
      "users and workload identities",
      policy({ clientApplications: { includeServicePrincipals: ["deploy"] } }),
      "users and workload identities in one policy",
    ],
  ])("%s that the model has no word for", (_, one, why) => {
    expect(new AccessModel([setOf([one])]).unjudged).toEqual([
      { key: "policy 0", name: "a policy", why: [why] },
    ]);
  });

  it("demand nothing of anybody, and are told in the order of their keys, each reason once", () => {
    const odd = policy({ clientAppTypes: ["browser", "smartwatch", "smartwatch"] });
    const keyed = (...keys: readonly string[]) => keys.map((key) => ({ key, policy: odd }));
    const model = new AccessModel([
      { policies: keyed("c", "a"), objects: {} },
      { policies: keyed("b", "a"), objects: {} },
    ]);
    expect(model.unjudged.map(({ key, why }) => [key, why])).toEqual(
      ["a", "b", "c"].map((key) => [key, ["the client smartwatch is not known"]]),
    );
    expect([0, 1, 2].map((side) => model.demandsOf(side, { user: {} }))).toEqual([[], [], []]);
  });

  it("a policy that is off is never told", () => {
    expect(
      new AccessModel([setOf([{ ...policy({ clientAppTypes: ["smartwatch"] }), state: "disabled" }])])
        .unjudged,
    ).toEqual([]);
  });
});
