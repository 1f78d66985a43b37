import type { AccessConditions } from "../../../../lib/identity/coverage/policy";
import { caUsersWithoutMfa } from "../../../../lib/rules/conditional-access/ca-users-without-mfa";
import { type Fixture, type FixtureTenant, type RuleCases, tenant } from "../fixture";
import { forRoles, GRAPH_LEGACY, GRAPH_MFA, inState, withGrant } from "../support/policies";

type FixturePolicy = NonNullable<FixtureTenant["policies"]>[number];

/** MFA for all, under these conditions beside. */
function mfaWhen(conditions: AccessConditions): FixturePolicy {
  return {
    ...GRAPH_MFA,
    policy: { ...GRAPH_MFA.policy, conditions: { ...GRAPH_MFA.policy.conditions, ...conditions } },
  };
}

function open(fixture: Fixture, received: string) {
  return {
    ...fixture,
    finds: [
      {
        level: "warning" as const,
        at: "contoso",
        message: "a password is enough at contoso",
        received,
        expected: "mfa, or a strength of more than one factor, for all users, applications and clients",
        fix: "switch mfa-all-users on, after its time in report-only",
      },
    ],
  };
}

const cases: RuleCases = {
  rule: caUsersWithoutMfa,
  compliant: {
    "mfa for all": tenant({ policies: [GRAPH_MFA] }),
    "a strength for all": tenant({
      policies: [
        withGrant({ operator: "OR", authenticationStrength: { id: "00000000-0000-0000-0000-000000000002" } }),
      ],
    }),
    "some clients are asked, and the others blocked": tenant({
      policies: [mfaWhen({ clientAppTypes: ["browser", "mobileAppsAndDesktopClients"] }), GRAPH_LEGACY],
    }),
    "platforms shared out between two policies": tenant({
      policies: [
        mfaWhen({ platforms: { includePlatforms: ["all"], excludePlatforms: ["iOS"] } }),
        { ...mfaWhen({ platforms: { includePlatforms: ["iOS"] } }), key: "mfa-ios" },
      ],
    }),
    "directory synchronization is left out": tenant({
      breakGlass: "sg-break-glass",
      policies: [
        mfaWhen({
          users: {
            includeUsers: ["All"],
            excludeGroups: ["sg-break-glass"],
            excludeRoles: ["d29b2b05-8046-44ba-8758-1e26182fcf32"],
          },
        }),
      ],
    }),
    "policies are not known": tenant({}),
  },
  violating: {
    "report-only": open(
      tenant({ policies: [inState(GRAPH_MFA, "enabledForReportingButNotEnforced")] }),
      "everyone",
    ),
    "a managed device will do instead": open(
      tenant({ policies: [withGrant({ operator: "OR", builtInControls: ["compliantDevice", "mfa"] })] }),
      "everyone",
    ),
    "accepted terms of use will do instead": open(
      tenant({ policies: [withGrant({ operator: "OR", builtInControls: ["mfa"], termsOfUse: ["tou"] })] }),
      "everyone",
    ),
    "browsers alone are asked": open(
      tenant({ policies: [mfaWhen({ clientAppTypes: ["browser"] }), GRAPH_LEGACY] }),
      "everyone, from mobile apps and desktop clients",
    ),
    "only insiders at elevated risk are asked": open(
      tenant({ policies: [mfaWhen({ insiderRiskLevels: ["elevated"] })] }),
      "everyone, at no, minor or moderate insider risk",
    ),
    "administrators alone are asked": open(
      tenant({ policies: [forRoles(["62e90394-69f5-4237-9190-012177145e10"])] }),
      "everyone except the role Global Administrator",
    ),
    "guests are left out": open(
      tenant({
        policies: [
          mfaWhen({
            users: {
              includeUsers: ["All"],
              excludeUsers: ["GuestsOrExternalUsers"],
              excludeGroups: ["sg-break-glass"],
            },
          }),
        ],
      }),
      "guests",
    ),
    "security defaults ask users when Microsoft finds it necessary": {
      ...tenant({ policies: [], objects: { securityDefaults: true } }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "Microsoft decides when users of contoso are asked for a second factor",
          received:
            "everyone except the role Global Administrator, the role Application Administrator, the role Authentication Administrator, the role Authentication Policy Administrator, the role Billing Administrator and 11 more, at every application but Windows Azure Service Management API, from modern clients",
          expected: "mfa, or a strength of more than one factor, for all users, applications and clients",
          fix: "with Entra ID P1 for every user, turn security defaults off and switch mfa-all-users on, after its time in report-only; they cannot ask for more",
        },
      ],
    },
    "no policy": open(tenant({ policies: [] }), "everyone"),
    "a group is left out by name": {
      ...tenant({
        breakGlass: "sg-break-glass",
        policies: [
          mfaWhen({ users: { includeUsers: ["All"], excludeGroups: ["sg-break-glass", "sg-scanners"] } }),
        ],
      }),
      finds: [
        {
          level: "note",
          at: "contoso",
          message: "a password is enough at contoso for some who are left out by name",
          received: "the members of sg-scanners",
          expected: "mfa, or a strength of more than one factor, for all users, applications and clients",
          fix: "switch mfa-all-users on, after its time in report-only",
        },
      ],
    },
  },
};

export default cases;
