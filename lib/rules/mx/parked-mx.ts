import { isNullMx, mxOf, mxUnknown, type PublishedMx } from "../../posture/facts/mx";
import { answer } from "../../posture/lookup";
import type { MailPosture, Posture } from "../../posture/model";
import { domainRule, type Hit } from "../rule";

export const parkedMx = domainRule({
  id: "parked-mx",
  title: "a parked domain without the null MX",
  why: "A domain without mail that names no MX is still tried at its own address, for days; one with an MX takes mail that nobody reads. The null MX ends both at once with a clear error to the sender.",
  level: "warning",
  sources: [{ name: "RFC 7505", url: "https://www.rfc-editor.org/rfc/rfc7505" }],
  check(mail, posture) {
    if (mail.intent.profile !== "parked" || mxUnknown(mail, posture)) return [];
    const records = mxOf(mail, posture);
    const hosts = records.filter((record) => !isNullMx(record));
    const [host] = hosts;
    if (records.length > 0 && !host) return [];
    if (mail.intent.noNullMx) return withoutNullMx(mail, posture, hosts);
    return [
      {
        message: host
          ? `${mail.domain} is parked, and names hosts that receive its mail`
          : `${mail.domain} is parked, and does not say that it receives no mail`,
        ...(host ? { received: hosts.map(({ record }) => record.exchange).join(", ") } : {}),
        expected: "the null MX alone",
        instead: [{ type: "MX", name: mail.domain, ttl: 3600, preference: 0, exchange: "." }],
        where: host?.where ?? mail.where,
        ...(host ? { level: "error" as const } : {}),
      },
    ];
  },
});

/** Where the zone's host takes no null MX, a domain without MX and without an address is what there is. */
function withoutNullMx(mail: MailPosture, posture: Posture, hosts: readonly PublishedMx[]): readonly Hit[] {
  const [host] = hosts;
  if (host) {
    return [
      {
        level: "error",
        message: `${mail.domain} is parked, and names hosts that receive its mail`,
        received: hosts.map(({ record }) => record.exchange).join(", "),
        expected: "no MX: the host of the zone takes no null MX",
        where: host.where,
      },
    ];
  }
  const addresses = (["A", "AAAA"] as const).flatMap((type) => {
    const found = answer(posture, mail.domain, type);
    return found.kind === "records" || found.kind === "unknown" ? found.entries : [];
  });
  const [first] = addresses;
  if (!first) return [];
  return [
    {
      message: `${mail.domain} is parked, and has an address, where senders deliver to a domain without MX`,
      expected: "no address at the domain itself, or a host of zones that takes the null MX",
      where: first.where,
    },
  ];
}
