import { is, objectRule } from "../object-rule";

export const exchangeSmtpAuth = objectRule({
  id: "exchange-smtp-auth",
  kind: "transport-config",
  title: "mailboxes may send by SMTP AUTH",
  why: "SMTP AUTH takes a password alone. Whoever has guessed or phished one sends as its owner, past every policy that asks for a second factor.",
  level: "warning",
  controls: { scuba: ["MS.EXO.5.1v1"], cis: ["6.5.4"] },

  says: "let mailboxes send by SMTP AUTH",
  wants: [is("smtpClientAuthenticationDisabled", true)],
});
