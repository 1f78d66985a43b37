import { mxOf, mxUnknown } from "../../posture/facts/mx";
import { domainRule } from "../rule";

export const mxMissing = domainRule({
  id: "mx-missing",
  title: "a domain that receives mail has no MX",
  why: "Without an MX record senders try the domain's own address, where mostly a web server answers. Mail is refused, or waits for days and comes back.",
  level: "error",
  sources: [{ name: "RFC 5321 §5.1", url: "https://www.rfc-editor.org/rfc/rfc5321#section-5.1" }],
  check(mail, posture) {
    if (!mail.intent.receives || mxOf(mail, posture).length > 0 || mxUnknown(mail, posture)) return [];
    return [
      {
        message: `${mail.domain} receives mail and has no MX record`,
        expected: mail.intent.eop ? "an MX record of EOP's host for the domain" : "an MX record",
        fix: mail.intent.eop
          ? "publish the MX record that Microsoft shows for the domain"
          : "publish the MX record that the estate names",
      },
    ];
  },
});
