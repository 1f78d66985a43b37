import { effectiveTerms } from "../../mail/spf";
import { CLOUDS } from "../../microsoft/clouds";
import { soleSpf } from "../../posture/facts/spf";
import { domainRule, type Level } from "../rule";

/** The German cloud, switched off on 29 October 2021. */
const GERMANY = "spf.protection.outlook.de";

export const spfOtherCloud = domainRule({
  id: "spf-other-cloud",
  title: "an include of another of Microsoft's clouds",
  why: "Each cloud sends from addresses of its own. The include of another one lets that cloud's customers send as the domain and none of its own mail; that of the German cloud, which is gone, makes the check a permanent error.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: set up SPF",
      url: "https://learn.microsoft.com/defender-office-365/email-authentication-spf-configure",
    },
    { name: "RFC 7208 §5.2", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.2" },
  ],
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    if (!spf) return [];
    const { domain, intent } = mail;
    const cloud = intent.tenant && CLOUDS[intent.tenant.cloud];
    const others = Object.values(CLOUDS)
      .map(({ spfInclude }): string => spfInclude)
      .filter((include) => cloud !== undefined && include !== cloud.spfInclude);
    return effectiveTerms(spf.parsed).directives.flatMap((term) => {
      const include = term.kind === "include" ? term.domain.text.toLowerCase() : "";
      if (include !== GERMANY && !others.includes(include)) return [];
      return [
        {
          message:
            include === GERMANY
              ? `the SPF record of ${domain} includes Microsoft's German cloud, which is gone`
              : `the SPF record of ${domain} includes another of Microsoft's clouds`,
          received: `include:${include}`,
          expected: `include:${(cloud ?? CLOUDS.worldwide).spfInclude}`,
          fix: `write include:${(cloud ?? CLOUDS.worldwide).spfInclude}`,
          where: spf.where,
          ...(include === GERMANY ? {} : { level: "warning" satisfies Level }),
        },
      ];
    });
  },
});
