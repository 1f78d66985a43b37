import { recordData } from "../../dns/record";
import { occludedOf } from "../../posture/lookup";
import { domainRule } from "../rule";

export const occludedRecord = domainRule({
  id: "occluded-record",
  title: "a record below a delegation",
  why: "NS records hand a name and everything below it to other name servers. From then on the zone's own servers refer every question there to those, so that a record of the zone at or below that name is never seen, however often it is published.",
  level: "error",
  sources: [{ name: "RFC 1034 §4.2.1, §4.3.2", url: "https://www.rfc-editor.org/rfc/rfc1034#section-4.2.1" }],
  from: ["declared", "planned"],
  check(mail, posture) {
    return occludedOf(posture, mail.domain).map(({ entry, cut }) => {
      const hosts = cut.flatMap(({ record }) => (record ? [recordData(record)] : ["not known"])).sort();
      const at = cut[0]?.name ?? entry.name;
      return {
        message: `no name server answers with the ${entry.type} record of ${entry.name}: ${at} is delegated`,
        received: `NS ${hosts.join(", ")} at ${at}`,
        expected: `the record in the zone ${at}, on those name servers`,
        fix: `publish it there, or remove the NS records at ${at}`,
        where: entry.where,
      };
    });
  },
});
