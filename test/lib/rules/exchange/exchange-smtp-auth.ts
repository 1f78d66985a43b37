import { exchangeSmtpAuth } from "../../../../lib/rules/exchange/exchange-smtp-auth";
import { objectCases } from "../fixture";

export default objectCases({
  rule: exchangeSmtpAuth,
  kind: "transport-config",
  name: "the transport settings",
  good: { smtpClientAuthenticationDisabled: true },
  bad: { smtpClientAuthenticationDisabled: false },
  finds: [
    {
      level: "warning",
      message: "the transport settings let mailboxes send by SMTP AUTH",
      received: "smtpClientAuthenticationDisabled: false",
      expected: "true",
      fix: "set smtpClientAuthenticationDisabled to true",
    },
  ],
});
