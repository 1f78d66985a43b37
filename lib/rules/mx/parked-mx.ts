import { isNullMx, mxOf, mxUnknown } from "../../posture/facts/mx";
import { domainRule } from "../rule";

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
