import { actsIn } from "../../../cli/incident/acts";
import { HOSTILE } from "../../lib/incident/incident";

it("says when each step was done, in UTC, and passes over what is no line of an apply", () => {
  const line = (addr: string, time: unknown, type = "apply_complete") =>
    JSON.stringify({ "@timestamp": time, type, hook: { resource: { addr }, action: "create" } });
  const log = [
    line("m365_mailbox_hold.Hold", "2026-11-28T04:00:01.123456+01:00"),
    line("m365_user_sign_in_block.SignInBlock", "2026-11-28T03:00:00Z", "apply_start"),
    line("m365_user_sign_in_block.SignInBlock", "2026-11-28T03:00:02.9Z"),
    line("m365_user_sign_in_block.Other", "2026-11-28T03:00:02.9Z"),
    line("m365_mailbox_delegates.Delegates", "soon"),
    '{"type":"apply_complete","hook":{"resource":1}}',
    '{"type":"apply_complete","hook":1}',
    '{"type":"apply_complete",',
  ];
  expect(actsIn(log.join("\n"), HOSTILE)).toEqual([
    { at: "2026-11-28T03:00:01Z", what: "did: hold the mailbox" },
    { at: "2026-11-28T03:00:02Z", what: "did: block the sign-in" },
  ]);
  expect(actsIn("", HOSTILE)).toEqual([]);
});
