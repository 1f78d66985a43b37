import { counted } from "../../counted";
import { mtaStsMode } from "../../posture/facts/mta-sts-mode";
import { exchangeHits } from "../exchange-hits";
import { domainRule } from "../rule";

/** Days before its end at which a certificate that is renewed by a machine has long been. */
const SOON = 14;

const LEVELS = { enforce: "error", testing: "warning", none: "note" } as const;

export const mxCertificate = domainRule({
  id: "mx-certificate",
  title: "a mail exchange whose certificate does not hold, or not for long",
  why: "Most senders take any certificate. Those that ask for TLS by MTA-STS, and connectors that check it, deliver only to hosts with one that is valid for their name; where the policy enforces, mail of all of them comes back.",
  level: "warning",
  sources: [
    { name: "RFC 8461 §4.2", url: "https://www.rfc-editor.org/rfc/rfc8461#section-4.2" },
    { name: "RFC 7435 §3", url: "https://www.rfc-editor.org/rfc/rfc7435#section-3" },
  ],
  from: ["observed"],
  check(mail, posture) {
    const level = LEVELS[mtaStsMode(mail, posture)];
    return exchangeHits(mail, posture, (answer) => {
      if (answer.kind !== "tls") return undefined;
      const expected = `a certificate for ${answer.host}, in force, of an authority that senders know`;
      if (answer.fault !== undefined) {
        return {
          level,
          message: `the certificate of ${answer.host}, which takes mail of ${mail.domain}, does not hold`,
          received: answer.fault,
          expected,
          fix: "have the host show such a certificate, with its whole chain",
        };
      }
      if (answer.days > SOON) return undefined;
      return {
        level: "note",
        message: `the certificate of ${answer.host}, which takes mail of ${mail.domain}, ends soon`,
        received: `${counted(Math.max(answer.days, 0), "day")} left`,
        expected,
        fix: "renew it",
      };
    });
  },
});
