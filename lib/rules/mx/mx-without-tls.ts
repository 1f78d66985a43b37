import { mtaStsMode } from "../../posture/facts/mta-sts-mode";
import { exchangeHits } from "../exchange-hits";
import { domainRule } from "../rule";

export const mxWithoutTls = domainRule({
  id: "mx-without-tls",
  title: "a mail exchange that takes mail without encryption alone",
  why: "A host that offers no STARTTLS, or with which no TLS comes about, is sent mail that anybody on the way reads and changes. Senders that ask for TLS, by MTA-STS, DANE or a connector, do not deliver at all.",
  level: "warning",
  sources: [
    { name: "RFC 3207", url: "https://www.rfc-editor.org/rfc/rfc3207" },
    { name: "RFC 8461 §5", url: "https://www.rfc-editor.org/rfc/rfc8461#section-5" },
  ],
  from: ["observed"],
  check(mail, posture) {
    const isEnforced = mtaStsMode(mail, posture) === "enforce";
    return exchangeHits(mail, posture, (answer) => {
      if (answer.kind !== "plain" && answer.kind !== "broken") return undefined;
      const said = answer.kind === "plain" ? "it offers no STARTTLS" : answer.why;
      return {
        level: isEnforced ? "error" : "warning",
        message: isEnforced
          ? `no TLS comes about with ${answer.host}, though the MTA-STS policy of ${mail.domain} demands it`
          : `no TLS comes about with ${answer.host}, which takes mail of ${mail.domain}`,
        received: said,
        expected: "STARTTLS on port 25, with TLS 1.2 or newer",
        fix: "switch STARTTLS on at the host, with a certificate for its name",
      };
    });
  },
});
