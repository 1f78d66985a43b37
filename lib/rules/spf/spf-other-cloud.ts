import { effectiveTerms } from "../../mail/spf/effective";
import { CLOUDS } from "../../microsoft/clouds";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule } from "../rule";

export const spfOtherCloud = domainRule({
  id: "spf-other-cloud",
  title: "an include of another of Microsoft's clouds",
  why: "Each cloud sends from addresses of its own. The include of another one lets that cloud's customers send as the domain and none of its own mail.",
  level: "warning",
  sources: [
    {
      name: "Microsoft Learn: set up SPF",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure",
    },
  ],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const { domain, intent } = mail;
    if (!intent.tenant) return [];
    const cloud = CLOUDS[intent.tenant.cloud];
    const others = Object.values(CLOUDS)
      .map(({ spfInclude }): string => spfInclude)
      .filter((include) => include !== cloud.spfInclude);
    return effectiveTerms(spf.parsed).directives.flatMap((term) => {
      const include = term.kind === "include" ? term.domain.text.toLowerCase() : "";
      if (!others.includes(include)) return [];
      return [
        {
          message: `the SPF record of ${domain} includes another of Microsoft's clouds`,
          received: `include:${include}`,
          expected: `include:${cloud.spfInclude}`,
          fix: `write include:${cloud.spfInclude}`,
          where: spf.where,
        },
      ];
    });
  },
});
