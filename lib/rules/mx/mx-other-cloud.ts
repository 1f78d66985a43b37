import { CLOUDS } from "../../microsoft/clouds";
import { mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxOtherCloud = domainRule({
  id: "mx-other-cloud",
  title: "an EOP host of another cloud",
  why: "Each of Microsoft's clouds has mail hosts of its own, and the German ones are gone. Mail sent to the hosts of a cloud in which the domain does not live is refused.",
  level: "error",
  sources: [
    {
      name: "Microsoft Learn: DNS records for Office 365 GCC High",
      url: "https://learn.microsoft.com/microsoft-365/enterprise/dns-records-for-office-365-gcc-high",
    },
  ],
  check(mail, posture) {
    const cloud = mail.intent.tenant?.cloud;
    return mxOf(mail, posture).flatMap(({ record, eop, where }) => {
      if (!eop || (!eop.retired && (cloud === undefined || eop.clouds.includes(cloud)))) return [];
      return [
        {
          message: eop.retired
            ? `the MX host of ${mail.domain} belongs to the German cloud, which is gone`
            : `the MX host of ${mail.domain} belongs to another of Microsoft's clouds`,
          received: record.exchange,
          ...(cloud === undefined ? {} : { expected: `a host below ${CLOUDS[cloud].mxSuffix}` }),
          fix: "write the host that Microsoft shows for the domain",
          where,
        },
      ];
    });
  },
});
