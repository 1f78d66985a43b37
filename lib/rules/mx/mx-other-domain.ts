import { CLOUDS } from "../../microsoft/clouds";
import { eopToken } from "../../microsoft/token";
import { mxOf } from "../../posture/facts/mx";
import { domainRule, type Level } from "../rule";

export const mxOtherDomain = domainRule({
  id: "mx-other-domain",
  title: "an EOP host that belongs to another domain or tenant",
  why: "EOP's host names hold the domain, or in GCC High and DoD the tenant. A record copied from another domain works until that domain leaves its tenant; then the name is gone and mail comes back.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: DNS records for Microsoft 365",
      url: "https://learn.microsoft.com/microsoft-365/enterprise/external-domain-name-system-records",
    },
  ],
  check(mail, posture) {
    const { domain, intent } = mail;
    const own = eopToken(domain);
    const prefix = intent.tenant?.initialDomain.split(".", 1)[0];
    return mxOf(mail, posture).flatMap(({ record, eop, where }) => {
      if (!eop) return [];
      // Which clouds name hosts after the tenant is known; whose tenant it is only an estate says.
      const byTenant = eop.clouds.some((cloud) => CLOUDS[cloud].mxLabel === "tenant");
      const fits = byTenant
        ? prefix === undefined || eop.token === prefix || (own.ok && eop.token === own.value)
        : !own.ok || eop.token === own.value;
      if (fits) return [];
      return [
        {
          message: `the MX host of ${domain} is that of another ${byTenant ? "tenant" : "domain"}`,
          received: record.exchange,
          expected: `${byTenant ? prefix : own.ok ? own.value : ""}.${record.exchange.slice(record.exchange.indexOf(".") + 1)}`,
          fix: "write the host that Microsoft shows for this domain",
          where,
          // The rule for hyphens is not documented: what Microsoft shows may differ from what is derived.
          ...(domain.includes("-") ? { level: "warning" satisfies Level } : {}),
        },
      ];
    });
  },
});
