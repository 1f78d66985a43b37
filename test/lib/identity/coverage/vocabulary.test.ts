import type { AccessPolicy } from "../../../../lib/identity/coverage/policy";
import { notUnderstood } from "../../../../lib/identity/coverage/vocabulary";
import { policy } from "./support/policies";

const notKnown = (what: string) => `the ${what} hidden is not known`;
const WORDS = ["hidden"];
const guests = { guestOrExternalUserTypes: WORDS };
const CONTROLLED = { operator: "OR", builtInControls: ["mfa", ...WORDS] } as const;
const session = (controls: AccessPolicy["sessionControls"]) => policy({}, "none", controls);

test.each<[AccessPolicy, string]>([
  [policy({ clientAppTypes: ["browser", ...WORDS] }), notKnown("client")],
  [policy({ platforms: { includePlatforms: WORDS } }), notKnown("platform")],
  [policy({ platforms: { includePlatforms: ["all"], excludePlatforms: WORDS } }), notKnown("platform")],
  [policy({ signInRiskLevels: WORDS }), notKnown("sign-in risk")],
  [policy({ userRiskLevels: WORDS }), notKnown("user risk")],
  [policy({ servicePrincipalRiskLevels: WORDS }), notKnown("service principal risk")],
  [policy({ insiderRiskLevels: WORDS }), notKnown("insider risk")],
  [policy({ authenticationFlows: { transferMethods: WORDS } }), notKnown("authentication flow")],
  [policy({}, CONTROLLED), notKnown("grant control")],
  [session({ persistentBrowser: { mode: "hidden" } }), notKnown("browser session")],
  [session({ cloudAppSecurity: { cloudAppSecurityType: "hidden" } }), notKnown("app control")],
  [policy({ users: { includeGuestsOrExternalUsers: guests } }), notKnown("kind of guest")],
  [
    policy({ users: { includeUsers: ["All"], excludeGuestsOrExternalUsers: guests } }),
    notKnown("kind of guest"),
  ],
  [policy({ locations: { includeLocations: [] } }), "a condition on locations that includes none"],
  ...[undefined, 0, -1, 1.5].map((value): [AccessPolicy, string] => [
    session({ signInFrequency: { type: "hours", ...(value === undefined ? {} : { value }) } }),
    "a sign-in frequency without a period",
  ]),
  [
    policy({
      users: { includeUsers: ["None", "u1"] },
      clientApplications: { includeServicePrincipals: ["deploy"] },
    }),
    "users and workload identities in one policy",
  ],
  [
    policy({ clientApplications: { includeServicePrincipals: ["deploy"] } }),
    "users and workload identities in one policy",
  ],
  [
    policy({
      applications: {
        includeApplications: ["Office365"],
        applicationFilter: { mode: "include", rule: 'CustomSecurityAttribute.App_Kind -eq "x"' },
      },
    }),
    "a filter that includes, beside a list",
  ],
  [
    policy({
      users: {},
      clientApplications: {
        includeServicePrincipals: ["deploy"],
        servicePrincipalFilter: { mode: "include", rule: 'CustomSecurityAttribute.App_Kind -eq "x"' },
      },
    }),
    "a filter that includes, beside a list",
  ],
])("%j is not judged: %s", (one, why) => {
  expect(notUnderstood(one)).toEqual([why]);
});

test.each<[AccessPolicy]>([
  [policy()],
  [policy({ locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } })],
  [session({ persistentBrowser: { mode: "always" } })],
  [session({ persistentBrowser: { mode: "never" } })],
  ...["blockDownloads", "mcasConfigured", "monitorOnly"].map((kind): [AccessPolicy] => [
    session({ cloudAppSecurity: { cloudAppSecurityType: kind } }),
  ]),
  [session({ signInFrequency: { value: 1, type: "hours" } })],
  [session({ signInFrequency: { frequencyInterval: "everyTime" } })],
  [session({ signInFrequency: { isEnabled: false } })],
  // Portals write None for a policy of workload identities.
  [
    policy({
      users: { includeUsers: ["None"] },
      clientApplications: { includeServicePrincipals: ["deploy"] },
    }),
  ],
  [policy({ applications: { applicationFilter: { mode: "include", rule: "r" } } })],
  [
    policy({
      applications: { includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: "r" } },
    }),
  ],
  [
    policy({
      users: {},
      clientApplications: {
        includeServicePrincipals: ["ServicePrincipalsInMyTenant"],
        servicePrincipalFilter: { mode: "exclude", rule: "r" },
      },
    }),
  ],
])("%j is understood", (one) => {
  expect(notUnderstood(one)).toEqual([]);
});

test("all that is not understood is told, each once", () => {
  expect(
    notUnderstood(
      policy({ platforms: { includePlatforms: WORDS, excludePlatforms: WORDS }, signInRiskLevels: WORDS }),
    ),
  ).toEqual([notKnown("platform"), notKnown("sign-in risk")]);
});
