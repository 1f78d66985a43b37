import { is, objectRule } from "../object-rule";

export const exchangeMailboxAuditOff = objectRule({
  id: "exchange-mailbox-audit-off",
  kind: "organization-config",
  title: "mailboxes are not audited",
  why: "Who read, forwarded or deleted mail in a mailbox that was broken into cannot be found out later.",
  level: "warning",
  controls: { scuba: ["MS.EXO.13.1v1"], cis: ["6.1.1"] },

  says: "switch mailbox auditing off",
  wants: [is("auditDisabled", false)],
});
