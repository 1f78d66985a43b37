import { MFA as MFA_DEMAND, PHISHING_RESISTANT_MFA } from "../../../../lib/identity/coverage/demands/grant";
import { AccessModel } from "../../../../lib/identity/coverage/model";
import type { TenantObjects } from "../../../../lib/identity/coverage/objects";
import type { AccessPolicy } from "../../../../lib/identity/coverage/policy";
import { signInsWithout, type WithoutOptions } from "../../../../lib/identity/coverage/without";
import { formatSignIn, regionWords } from "../../../../lib/identity/coverage/words";
import { BLOCK, MFA, NO_LEGACY, policy, setOf } from "./support/policies";

/** Of whom the demand is not made, break-glass aside. */
function open(
  policies: readonly AccessPolicy[],
  demand = MFA_DEMAND,
  objects: TenantObjects = {},
): readonly string[] {
  const model = new AccessModel([setOf(policies, objects)]);
  const emergency = model.space.subject.among(["sg-break-glass"], [], objects);
  return regionWords(model, signInsWithout(model, demand, { except: [emergency] })).signIns.map(formatSignIn);
}

describe("MFA is demanded of everyone", () => {
  it.each<[string, readonly AccessPolicy[]]>([
    ["by one policy", [policy()]],
    [
      "by any strength of factors that are two",
      [policy({}, { authenticationStrength: { id: "00000000-0000-0000-0000-000000000003" } })],
    ],
    [
      "beside a device, both required",
      [policy({}, { operator: "AND", builtInControls: ["mfa", "compliantDevice"] })],
    ],
    ["or blocked", [policy({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }), NO_LEGACY]],
    [
      "by two policies that share the platforms",
      [
        policy({ platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] } }),
        policy({ platforms: { includePlatforms: ["iOS"] } }),
      ],
    ],
  ])("%s", (_, policies) => {
    expect(open(policies)).toEqual([]);
  });
});

describe("a password is enough", () => {
  it.each<[string, readonly AccessPolicy[], readonly string[]]>([
    ["without policies", [], ["everyone"]],
    ["in report-only", [{ ...policy(), state: "enabledForReportingButNotEnforced" }], ["everyone"]],
    [
      "with terms of use as an alternative",
      [policy({}, { ...MFA, termsOfUse: ["tou"] })],
      ["everyone except sg-break-glass"],
    ],
    [
      "with a custom control as an alternative",
      [policy({}, { ...MFA, customAuthenticationFactors: ["DuoMfa"] })],
      ["everyone except sg-break-glass"],
    ],
    [
      "on a compliant device",
      [policy({}, { operator: "OR", builtInControls: ["mfa", "compliantDevice"] })],
      ["everyone except sg-break-glass"],
    ],
    [
      "outside browsers",
      [policy({ clientAppTypes: ["browser"] }), NO_LEGACY],
      ["everyone except sg-break-glass, from mobile apps and desktop clients"],
    ],
    [
      "for a group that is excluded",
      [policy({ users: { includeUsers: ["All"], excludeGroups: ["sg-break-glass", "sg-scanners"] } })],
      ["the members of sg-scanners except sg-break-glass"],
    ],
    [
      "for guests, whom a policy for members leaves out",
      [
        policy({
          users: {
            includeUsers: ["All"],
            excludeUsers: ["GuestsOrExternalUsers"],
            excludeGroups: ["sg-break-glass"],
          },
        }),
      ],
      ["guests except sg-break-glass"],
    ],
  ])("%s", (_, policies, expected) => {
    expect(open(policies)).toEqual(expected);
  });

  it("with a strength of a password alone, and a strength of unknown content is not taken for MFA", () => {
    const own = policy({}, { operator: "OR", authenticationStrength: { id: "s1" } });
    const strengths = (...allowedCombinations: readonly string[]) => ({
      strengths: [{ id: "s1", name: "own", allowedCombinations }],
    });
    expect(open([own], MFA_DEMAND, strengths("password"))).toEqual(["everyone except sg-break-glass"]);
    expect(open([own], MFA_DEMAND, strengths("fido2", "password,sms"))).toEqual([]);
    expect(open([own])).toEqual(["everyone except sg-break-glass"]);
  });
});

describe("phishing-resistant MFA", () => {
  it("is not MFA by other methods, and a block is more than it", () => {
    expect(open([policy()], PHISHING_RESISTANT_MFA)).toEqual(["everyone except sg-break-glass"]);
    expect(open([policy({}, BLOCK)], PHISHING_RESISTANT_MFA)).toEqual([]);
    expect(
      open(
        [policy({}, { authenticationStrength: { id: "00000000-0000-0000-0000-000000000004" } })],
        PHISHING_RESISTANT_MFA,
      ),
    ).toEqual([]);
  });
});

describe("within some sign-ins", () => {
  const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  const words = (model: AccessModel, options: WithoutOptions) =>
    regionWords(model, signInsWithout(model, MFA_DEMAND, options)).signIns.map(formatSignIn);

  it("by the values of a condition, where a policy asks for it; else within all", () => {
    const model = new AccessModel([setOf([policy({ clientAppTypes: ["browser"] })])]);
    const { space } = model;
    expect(words(model, { within: space.among("client", ["other", "browser"]) })).toEqual([
      "the members of sg-break-glass, from browsers and other clients",
      "everyone, from other clients",
    ]);
    expect(space.among("platform", ["iOS"])).toEqual([]);
    expect(space.subject.holders(GLOBAL_ADMINISTRATOR)).toEqual([]);
  });

  it("of holders of a role that policies name", () => {
    const users = { includeUsers: ["All"], excludeRoles: [GLOBAL_ADMINISTRATOR] };
    const model = new AccessModel([setOf([policy({ users })])]);
    expect(words(model, { within: model.space.subject.holders(GLOBAL_ADMINISTRATOR) })).toEqual([
      "holders of Global Administrator",
    ]);
  });

  it("those whom policies leave out by name count as asked where that is wanted, roles and guests do not", () => {
    const left = (users: object) =>
      new AccessModel([setOf([policy({ users: { includeUsers: ["All"], ...users } })])]);
    const both = (users: object) => [words(left(users), {}), words(left(users), { exempted: true })];
    expect(both({ excludeGroups: ["sg-a"] })).toEqual([["the members of sg-a"], []]);
    expect(both({ excludeUsers: ["u1"] })).toEqual([["u1"], []]);
    expect(both({ excludeRoles: [GLOBAL_ADMINISTRATOR] })).toEqual([
      ["holders of Global Administrator"],
      ["holders of Global Administrator"],
    ]);
    expect(both({ excludeUsers: ["GuestsOrExternalUsers"] })).toEqual([["guests"], ["guests"]]);
  });

  it("of one side, and without exceptions unless they are given", () => {
    const model = new AccessModel([setOf([policy({ users: { includeUsers: ["All"] } })]), setOf([])]);
    expect([words(model, {}), words(model, { side: 1 }), words(model, { side: 2 })]).toEqual([
      [],
      ["everyone"],
      ["everyone"],
    ]);
  });
});
