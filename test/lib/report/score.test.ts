import type { MailPosture, Posture } from "../../../lib/posture/model";
import { scores, scoreText } from "../../../lib/report/score";
import { nameOf } from "../rules/fixture";

function domain(name: string, more: Partial<MailPosture> = {}): MailPosture {
  return {
    domain: nameOf(name),
    intent: { declared: false, sends: true, receives: true, exchangeOnline: true, eop: true, egress: [] },
    records: [],
    unknown: [],
    where: {},
    ...more,
  };
}

const posture = (...domains: readonly MailPosture[]): Posture => ({
  source: "observed",
  domains,
  tenants: [],
  outside: [],
});

test("a domain of which a question stayed open meets no control, and fails none", () => {
  const answered = domain("contoso.com", { unanswered: [] });
  const silent = domain("contoso.net", { unanswered: [{ name: nameOf("contoso.net"), type: "TXT" }] });
  const [alone] = scores(posture(answered), [], ["bulk-sender"]);
  expect(alone?.judged).toBeGreaterThan(0);
  expect(scores(posture(answered, silent), [], ["bulk-sender"])).toEqual([alone]);
  expect(scoreText(scores(posture(silent), [], ["bulk-sender"]))).toBe("");
});
