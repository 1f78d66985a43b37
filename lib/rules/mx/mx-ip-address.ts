import { canonicalIp4 } from "../../dns/address";
import { mxOf } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxIpAddress = domainRule({
  id: "mx-ip-address",
  title: "an MX that names an address instead of a host",
  why: "An MX record holds a name. Senders look an address up as if it were one, find nothing under it, and return the mail; a few connect all the same, which hides the fault.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 5321 §5.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-5.1" }],
  check(mail, posture) {
    return mxOf(mail, posture).flatMap(({ record: { exchange, preference }, where }) =>
      canonicalIp4(exchange) === undefined
        ? []
        : [
            {
              message: `the MX of ${mail.domain} is an address, which no sender can look up`,
              received: `${preference} ${exchange}`,
              expected: "the name of a host",
              fix: `make an A record with ${exchange}, and point the MX to its name`,
              where,
            },
          ],
    );
  },
});
