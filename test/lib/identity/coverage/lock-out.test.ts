import { type EmergencyAccess, lockOutOf } from "../../../../lib/identity/coverage/lock-out";
import { AccessModel } from "../../../../lib/identity/coverage/model";
import type { TenantObjects } from "../../../../lib/identity/coverage/objects";
import type { AccessPolicy } from "../../../../lib/identity/coverage/policy";
import { BLOCK, MFA, policy, setOf } from "./support/policies";

const GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
const PLATFORMS = ["android", "iOS", "linux", "macOS", "windows", "windowsPhone"];

function lockOut(
  policies: readonly AccessPolicy[],
  emergency: EmergencyAccess = { groups: ["sg-break-glass"] },
  objects: TenantObjects = {},
) {
  return lockOutOf(new AccessModel([setOf(policies, objects)]), objects, emergency);
}

const everyone = (...policies: readonly string[]) => ({ of: "every user", policies });

describe("every user is locked out", () => {
  it("by a block without conditions, and however its conditions are spelled out", () => {
    expect(lockOut([policy({}, BLOCK)])).toEqual(everyone("policy 0"));
    expect(
      lockOut([
        policy(
          { clientAppTypes: ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"] },
          BLOCK,
        ),
      ]),
    ).toEqual(everyone("policy 0"));
    expect(lockOut([policy({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }, BLOCK)])).toEqual(
      everyone("policy 0"),
    );
    expect(lockOut([policy({ platforms: { includePlatforms: PLATFORMS } }, BLOCK)])).toEqual(
      everyone("policy 0"),
    );
    expect(lockOut([policy({ signInRiskLevels: ["none", "low", "medium", "high"] }, BLOCK)])).toEqual(
      everyone("policy 0"),
    );
    expect(lockOut([policy({ locations: { includeLocations: ["All"] } }, BLOCK)])).toEqual(
      everyone("policy 0"),
    );
  });

  it("by two halves, of which each leaves something open; a third that adds nothing is not named", () => {
    const on = (...includePlatforms: readonly string[]) => policy({ platforms: { includePlatforms } }, BLOCK);
    expect(lockOut([on("windows", "macOS"), policy(), on(...PLATFORMS), on("android")])).toEqual(
      everyone("policy 2"),
    );
    expect(lockOut([on("windows", "macOS"), on("android", "iOS", "linux", "windowsPhone")])).toEqual(
      everyone("policy 0", "policy 1"),
    );
    const rule = 'device.trustType -eq "ServerAD"';
    const devices = (mode: "include" | "exclude") =>
      policy({ devices: { deviceFilter: { mode, rule } } }, BLOCK);
    expect(lockOut([devices("include"), devices("exclude")])).toEqual(everyone("policy 0", "policy 1"));
  });

  it("whatever else other policies ask about", () => {
    const asking = [
      { authenticationFlows: { transferMethods: ["deviceCodeFlow"] } },
      { signInRiskLevels: ["high"] },
      { platforms: { includePlatforms: ["iOS"] } },
      { clientAppTypes: ["other"] },
      { applications: { includeAuthenticationContextClassReferences: ["c1"] } },
    ];
    expect(lockOut([policy({}, BLOCK), ...asking.map((conditions) => policy(conditions))])).toEqual(
      everyone("policy 0"),
    );
  });

  it("though guests may still sign in", () => {
    const users = {
      includeUsers: ["All"],
      excludeUsers: ["GuestsOrExternalUsers"],
      excludeGroups: ["sg-break-glass"],
    };
    expect(lockOut([policy({ users }, BLOCK)])).toEqual(everyone("policy 0"));
  });
});

test("a block counts with whatever bounds a session beside it, and policies are named in their order", () => {
  const on = (...includePlatforms: readonly string[]) =>
    policy({ platforms: { includePlatforms } }, BLOCK, { persistentBrowser: { mode: "never" } });
  const sets = [
    { key: "z", policy: on("windows", "macOS") },
    { key: "a", policy: on("android", "iOS", "linux", "windowsPhone") },
  ];
  const model = new AccessModel([{ policies: sets, objects: {} }]);
  expect(lockOutOf(model, {}, { groups: ["sg-break-glass"] })).toEqual(everyone("a", "z"));
  // The group that is excluded is open unless it is meant for emergencies; of another side nothing is said here.
  expect(lockOutOf(model, {})).toBeUndefined();
  expect(lockOutOf(model, {}, { groups: ["sg-break-glass"] }, 1)).toBeUndefined();
});

describe("every administrator is locked out", () => {
  it("by a block of the role, however many other roles may sign in", () => {
    const users = { includeRoles: [GLOBAL_ADMINISTRATOR], excludeGroups: ["sg-break-glass"] };
    expect(lockOut([policy({ users }, BLOCK)])).toEqual({
      of: "every administrator",
      policies: ["policy 0"],
    });
  });
});

describe("somebody gets in", () => {
  it.each<[string, AccessPolicy]>([
    [
      "another group is excluded",
      policy({ users: { includeUsers: ["All"], excludeGroups: ["sg-break-glass", "sg-admins"] } }, BLOCK),
    ],
    [
      "a place is left",
      policy({ locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } }, BLOCK),
    ],
    [
      "a platform is left",
      policy({ platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] } }, BLOCK),
    ],
    [
      "an application is left",
      policy({ applications: { includeApplications: ["All"], excludeApplications: ["Office365"] } }, BLOCK),
    ],
    ["only risky sign-ins are blocked", policy({ signInRiskLevels: ["low", "medium", "high"] }, BLOCK)],
    ["only legacy clients are blocked", policy({ clientAppTypes: ["exchangeActiveSync", "other"] }, BLOCK)],
    [
      "only a flow is blocked",
      policy({ authenticationFlows: { transferMethods: ["deviceCodeFlow"] } }, BLOCK),
    ],
    [
      "compliant devices are left",
      policy({ devices: { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } } }, BLOCK),
    ],
    ["something can be shown", policy({}, MFA)],
    [
      "it is a user action",
      policy({ applications: { includeUserActions: ["urn:user:registersecurityinfo"] } }, BLOCK),
    ],
    [
      "it is for workload identities",
      policy(
        {
          users: { includeUsers: ["None"] },
          clientApplications: { includeServicePrincipals: ["ServicePrincipalsInMyTenant"] },
        },
        BLOCK,
      ),
    ],
    ["it only reports", { ...policy({}, BLOCK), state: "enabledForReportingButNotEnforced" }],
  ])("%s", (_, one) => {
    expect(lockOut([one])).toBeUndefined();
  });

  it("accounts that are known not to be emergency access", () => {
    const objects = { groups: [{ id: "sg-break-glass", name: "sg-break-glass", members: ["bg1", "alex"] }] };
    expect(lockOut([policy({}, BLOCK)], { users: ["bg1", "alex"] }, objects)).toEqual(everyone("policy 0"));
    expect(lockOut([policy({}, BLOCK)], { users: ["bg1"] }, objects)).toBeUndefined();
  });
});
