import { tenantRule } from "../rule";

export const caReportOnly = tenantRule({
  id: "ca-report-only",
  reads: "policies",
  title: "a Conditional Access policy that only reports",
  why: "Report-only writes to the sign-in log what the policy would have done, and lets everyone in. It is for the week or two in which one looks; after that the tenant seems protected and is not.",
  level: "note",
  sources: [
    {
      name: "Microsoft Learn: report-only mode",
      url: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-report-only",
    },
  ],
  check({ policies = [] }) {
    return policies.flatMap(({ policy, where }) =>
      policy.state === "enabledForReportingButNotEnforced"
        ? [
            {
              message: `the policy "${policy.displayName}" only reports`,
              alike: { name: policy.displayName, several: "policies only report" },
              fix: "look at its results in the sign-in log, then write state: on",
              where,
            },
          ]
        : [],
    );
  },
});
