import { type Hit, tenantRule } from "../rule";

const GLOBAL = "Global Administrator";
const FEWEST = 2;
const MOST = { scuba: 8, cis: 4 } as const;

export const globalAdministrators = tenantRule({
  id: "global-administrators",
  title: "too few or too many Global Administrators",
  why: "With one, the tenant is lost with that account; each one more is one more account whose takeover gives everything.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: best practices for Microsoft Entra roles",
      url: "https://learn.microsoft.com/entra/identity/role-based-access-control/best-practices",
    },
  ],
  controls: { scuba: ["MS.AAD.7.1v1", "MS.AAD.7.2v1"], cis: ["1.1.3"] },
  recommended: false,
  from: ["declared"],
  reads: "roleHolders",
  check({ roleHolders = [] }, _, packs) {
    const global = roleHolders.find(({ role }) => role === GLOBAL);
    if (!global) return [];
    const { accounts, groups, where } = global;
    const hits: Hit[] = [];
    const most = packs.includes("cis") ? MOST.cis : MOST.scuba;
    // Nobody here knows who is in a group: those who are named are the least there are.
    if (accounts.length > most || (accounts.length < FEWEST && groups.length === 0)) {
      hits.push({
        message: `${accounts.length} accounts have the role ${GLOBAL}`,
        received: String(accounts.length),
        expected: `${FEWEST} to ${most}`,
        where,
      });
    }
    const others = new Set(roleHolders.filter(({ role }) => role !== GLOBAL).flatMap((one) => one.accounts));
    for (const account of accounts) others.delete(account);
    const unknown = roleHolders.some(({ role, groups: some }) => role !== GLOBAL && some.length > 0);
    if (packs.includes("scuba") && !unknown && accounts.length > others.size) {
      hits.push({
        message: `more accounts have the role ${GLOBAL} than other privileged roles`,
        received: `${accounts.length} and ${others.size}`,
        fix: "give people the role that their work needs, and name who has it under privilegedRoles.holders",
        where,
      });
    }
    return hits;
  },
});
