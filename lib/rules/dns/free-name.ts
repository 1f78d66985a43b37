import { claimableHost } from "../../posture/claimable";
import { leadsOf } from "../../posture/facts/leads";
import { domainRule, type Hit } from "../rule";

export const freeName = domainRule({
  id: "free-name",
  title: "mail hangs on a name that anybody can have",
  why: "An include, an MX, an alias, a name server or an address of reports leads to a name outside the domain. Whoever has that name sends as the domain, reads its mail or answers for it. Where its registrable domain is not registered, or the name is one that a cloud gives to whoever asks first, that is anybody. Thousands of domains were used for spam so in 2024.",
  level: "error",
  sources: [
    { name: "RFC 8020", url: "https://www.rfc-editor.org/rfc/rfc8020" },
    {
      name: "Microsoft Learn: prevent dangling DNS entries",
      url: "https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover",
    },
    { name: "Public Suffix List", url: "https://publicsuffix.org" },
  ],
  check(mail, posture) {
    if (posture.source === "observed") {
      return (mail.freeNames ?? []).map(({ name, what, power, free, service, where }): Hit => {
        const isRegistered = service !== undefined;
        return {
          message: isRegistered
            ? `${what} leads to ${name}, which does not exist at ${service}: anybody can claim it, and then ${power}`
            : `${what} leads to ${name}, and ${free} is not delegated by its registry: whoever registers it ${power}`,
          received: name,
          expected: "a name that is yours, or your vendor's",
          fix: isRegistered
            ? "remove what leads there, or claim the name again"
            : `remove what leads there, or register ${free}`,
          where,
        };
      });
    }
    // Whether it is there, only the live world tells.
    return leadsOf(mail, posture).flatMap(({ name, what, power, where }): readonly Hit[] => {
      const host = claimableHost(name);
      if (!host) return [];
      return [
        {
          level: "note",
          message: `${what} leads to ${name} at ${host.service}: once that is given up anybody can claim it, and then ${power}`,
          received: name,
          expected:
            "a name that is kept for as long as something leads there; verify and audit look whether it is there",
          where,
        },
      ];
    });
  },
});
