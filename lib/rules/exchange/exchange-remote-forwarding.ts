import { is, objectRule } from "../object-rule";

export const exchangeRemoteForwarding = objectRule({
  id: "exchange-remote-forwarding",
  kind: "remote-domain",
  title: "remote domains let mail be forwarded by itself",
  why: "An intruder's inbox rule or mailbox setting sends everything that arrives to the outside, long after the password has been changed. A remote domain that forbids it stops that whatever the mailbox says.",
  level: "warning",
  controls: { scuba: ["MS.EXO.1.1v2"], cis: ["6.2.1"] },

  says: "lets mail be forwarded to it by itself",
  wants: [is("autoForwardEnabled", false)],
});
