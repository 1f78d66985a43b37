import type { Incident } from "../../../lib/incident/incident";

/** An incident of which a stranger has written what could be written. */
export const HOSTILE: Incident = {
  version: 1,
  account: "alex@contoso.com",
  tenant: "contoso",
  opened: "2026-11-28T03:00:00Z",
  hasMailbox: true,
  evidence: "evidence@contoso.com",
  keep: { delegates: ["jo@contoso.com FullAccess"] },
  found: {
    forwarding: [],
    "inbox rules": ['inbox rule "<script>alert(1)</script> | @everyone\n# no\u001b[2J\u202e" deletes'],
  },
  log: [
    { at: "2026-11-28T03:00:00Z", what: "opened" },
    { at: "2026-11-28T03:01:00Z", what: "done: block the sign-in", proof: "accountEnabled false" },
    { at: "2026-11-28T03:01:00Z", what: "came back: end forwarding", proof: "[x](http://example.net)" },
  ],
};
