import { CLOUDS } from "../../microsoft/clouds";
import { mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxDerivedHost = domainRule({
  id: "mx-derived-host",
  title: "an EOP host that was derived where Microsoft documents no rule",
  why: "Microsoft documents what becomes of dots in the name of EOP's host, not of hyphens, which internationalised names hold too; and of GCC High and DoD only an example. A host that was derived there may be none, and mail to a host that does not exist comes back.",
  level: "note",
  sources: [
    {
      name: "Microsoft Graph: serviceConfigurationRecords",
      url: "https://learn.microsoft.com/graph/api/domain-list-serviceconfigurationrecords",
    },
  ],
  from: ["declared"],
  check(mail, posture) {
    const { domain, intent } = mail;
    if (!intent.mxDerived) return [];
    const cloud = CLOUDS[intent.tenant?.cloud ?? "worldwide"];
    const byTenant = cloud.mxLabel === "tenant";
    if (!byTenant && !domain.includes("-")) return [];
    const first = mxOf(mail, posture).find(({ eop }) => eop !== undefined);
    if (!first) return [];
    return [
      {
        message: byTenant
          ? `the MX host of ${domain} may be a guess: Microsoft documents its form in ${cloud.title} by an example only`
          : `the MX host of ${domain} may be a guess: Microsoft documents no rule for domains with hyphens`,
        received: first.record.exchange,
        expected: "the host that the admin center or Graph shows for the domain",
        fix: "compare, and write it as mx: { host: … }",
        where: first.where,
      },
    ];
  },
});
