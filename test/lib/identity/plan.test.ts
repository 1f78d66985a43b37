import { formatFault } from "../../../lib/fault";
import { BREAK_GLASS, faultsOf, planOf } from "./contoso";

describe("a tenant that declares nothing", () => {
  it("has an empty plan", () => {
    expect(planOf({})).toEqual({
      namedLocations: [],
      policies: [],
      scubaGearExclusions: [],
      advice: [],
    });
  });
});

describe("the microsoft baseline", () => {
  const plan = planOf({ breakGlass: BREAK_GLASS, mfa: {} });

  it("is what mfa stands for, with the policies that Entra ID P1 has", () => {
    expect(plan.policies.map(({ key }) => key)).toEqual([
      "block-authentication-transfer",
      "block-device-code-flow",
      "block-legacy-authentication",
      "mfa-admin-portals",
      "mfa-admins",
      "mfa-all-users",
      "mfa-azure-management",
      "mfa-guests",
      "phishing-resistant-mfa-admins",
      "secure-security-info-registration",
    ]);
  });

  it("starts in report-only", () => {
    expect(new Set(plan.policies.map(({ state }) => state))).toEqual(new Set(["report-only"]));
  });

  it("excludes break-glass from every policy", () => {
    expect(new Set(plan.policies.map(({ breakGlass }) => breakGlass))).toEqual(new Set(["sg-break-glass"]));
  });

  it("adds the risk policies where P2 is there", () => {
    const keys = planOf({ breakGlass: BREAK_GLASS, mfa: { licence: "p2" } }).policies.map(({ key }) => key);
    expect(keys.filter((key) => key.includes("risky"))).toEqual([
      "mfa-risky-sign-ins",
      "password-change-risky-users",
    ]);
  });
});

describe("security defaults", () => {
  it("stand beside policies that only report", () => {
    const plan = planOf({ breakGlass: BREAK_GLASS, securityDefaults: true, mfa: {} });
    expect(plan.securityDefaults).toBe(true);
    expect(planOf({ securityDefaults: false }).securityDefaults).toBeUndefined();
  });

  it("exclude policies that are on", () => {
    const mfa = {
      policies: { "mfa-all-users": { state: "on" }, "block-legacy-authentication": { state: "on" } },
    } as const;
    expect(faultsOf({ breakGlass: BREAK_GLASS, securityDefaults: true, mfa })).toEqual([
      "securityDefaults: security defaults and a policy that is on exclude each other, got true, with block-legacy-authentication, mfa-all-users on; expected security defaults, or policies that are on; write securityDefaults: false, or leave the policies in report-only",
    ]);
  });
});

describe("break-glass", () => {
  it("is required with any policy", () => {
    expect(faultsOf({ mfa: { baseline: "cis" } })).toEqual([
      "breakGlass: policies without break-glass accounts could lock everyone out; expected breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }",
    ]);
  });

  it("is not required for self-service password reset alone", () => {
    expect(planOf({ sspr: { group: "SSPRSecurityGroupUsers", existing: true } }).breakGlass).toBeUndefined();
  });

  it("is two accounts at least, and one listed twice is one", () => {
    const twice = ["bg1@contoso.onmicrosoft.com", "BG1@Contoso.onmicrosoft.com"];
    expect(faultsOf({ breakGlass: { group: "sg-break-glass", users: twice }, mfa: {} })).toEqual([
      'breakGlass.users[1]: listed twice, got "BG1@Contoso.onmicrosoft.com"',
      "breakGlass.users: one break-glass account; expected at least two: one of them may be the one that fails; create another cloud-only account and list it",
    ]);
  });

  it("is no account that may reset its own password", () => {
    expect(
      faultsOf({
        breakGlass: BREAK_GLASS,
        sspr: { group: "SSPRSecurityGroupUsers", users: ["alex@contoso.com", "Bg2@contoso.onmicrosoft.com"] },
      }),
    ).toEqual([
      'breakGlass.users[1]: a break-glass account may reset its own password, got "bg2@contoso.onmicrosoft.com"; expected an account that is not listed under sspr.users; whoever holds its second factor could take it over; remove it from sspr.users',
    ]);
  });

  it("has a group of its own", () => {
    expect(
      faultsOf({ breakGlass: BREAK_GLASS, sspr: { group: "SG-Break-Glass", users: ["alex@contoso.com"] } }),
    ).toEqual([
      'breakGlass.group: the break-glass group is the group for self-service password reset, got "sg-break-glass"; expected a group of its own',
    ]);
  });

  it("had better be in the initial domain", () => {
    const users = ["bg1@contoso.onmicrosoft.com", "bg2@contoso.com", "bg3@notcontoso.onmicrosoft.com"];
    expect(planOf({ breakGlass: { group: "sg-break-glass", users } }).advice.map(formatFault)).toEqual(
      ["bg2@contoso.com", "bg3@notcontoso.onmicrosoft.com"].map(
        (user) =>
          `breakGlass.users: a break-glass account outside the initial domain, got "${user}"; expected a cloud-only account such as bg1@contoso.onmicrosoft.com; a custom domain can expire, be federated or be synchronized; the initial domain cannot`,
      ),
    );
  });
});

it("reports the faults of all parts at once", () => {
  expect(
    faultsOf({
      sspr: { group: " Sales" },
      mfa: { policies: { "mfa-all-user": { state: "on" } } },
      namedLocations: { all: { countries: ["UK"] } },
    }).map((fault) => fault.split(":")[0]),
  ).toEqual([
    "sspr.group",
    "sspr",
    "namedLocations.all",
    "namedLocations.all.countries[0]",
    "mfa.policies.mfa-all-user",
  ]);
});
