import { isGroup, nameOfObject } from "../../posture/facts/policies";
import { tenantRule } from "../rule";

export const caNoBreakGlass = tenantRule({
  id: "ca-no-break-glass",
  reads: "policies",
  title: "a Conditional Access policy that spares no emergency account",
  why: "A policy that reaches everybody reaches the people who could undo it. One mistake in it, or an outage of the second factor, then locks the tenant's administrators out for good; Microsoft's support takes days.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: emergency access accounts",
      url: "https://learn.microsoft.com/entra/identity/role-based-access-control/security-emergency-access",
    },
  ],
  controls: { cis: ["1.1.2"] },
  check(tenant) {
    const { policies = [], breakGlass } = tenant;
    return policies.flatMap(({ policy, unknown, where }) => {
      const { users = {}, clientApplications } = policy.conditions;
      const { excludeGroups = [], excludeUsers = [] } = users;
      const isSpared =
        breakGlass === undefined
          ? excludeGroups.length > 0 || excludeUsers.length > 0
          : excludeGroups.some((group) => isGroup(group, breakGlass, tenant));
      // Workload identities are no people; what cannot be seen is told where the plan is read.
      if (policy.state === "disabled" || isSpared || clientApplications || unknown) return [];
      return [
        {
          message: `the policy "${policy.displayName}" spares no emergency account`,
          expected:
            breakGlass === undefined
              ? "a group of emergency accounts among the exclusions"
              : `the group ${nameOfObject(breakGlass, tenant)} among the exclusions`,
          fix: "exclude the break-glass group before the policy is switched on",
          where,
        },
      ];
    });
  },
});
