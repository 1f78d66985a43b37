import { tenantRule } from "../rule";

export const caNoBreakGlass = tenantRule({
  id: "ca-no-break-glass",
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
  check({ policies = [], breakGlass }) {
    return policies.flatMap(({ policy, where }) => {
      const { excludeGroups, excludeUsers = [] } = policy.conditions.users;
      const spared =
        breakGlass === undefined
          ? excludeGroups.length > 0 || excludeUsers.length > 0
          : excludeGroups.some((group) => group.toLowerCase() === breakGlass.toLowerCase());
      if (policy.state === "disabled" || spared) return [];
      return [
        {
          message: `the policy "${policy.displayName}" spares no emergency account`,
          expected:
            breakGlass === undefined
              ? "a group of emergency accounts among the exclusions"
              : `the group ${breakGlass} among the exclusions`,
          fix: "exclude the break-glass group before the policy is switched on",
          where,
        },
      ];
    });
  },
});
