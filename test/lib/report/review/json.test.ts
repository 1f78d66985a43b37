import { reviewJson } from "../../../../lib/report/review/json";
import { FULL, reviewOf } from "../../review/reviews";

const finding = (rule: string, level: string, message: string) => ({
  rule,
  level,
  domain: "contoso.com",
  source: "planned",
  path: "cloudflare_dns_record.dmarc",
  message,
  expected: "p=quarantine or p=reject",
});

test("everything that a review says stands in its JSON, for programs", () => {
  expect(JSON.parse(reviewJson(FULL))).toEqual({
    passed: false,
    plans: 2,
    unchanged: 3,
    subjects: [
      {
        domain: "contoso.com",
        risk: "high",
        why: "DMARC reject → none (forgeries that were refused get through)",
        changes: [
          { text: "DMARC reject → none", risk: "high", why: "forgeries that were refused get through" },
          { text: "DKIM s1 added", risk: "low" },
        ],
        posture: [
          { title: "MX", before: "mail.contoso.com", after: "mail.contoso.com" },
          { title: "DMARC", before: "reject", after: "none" },
          { title: "BIMI", before: "none", after: "none" },
        ],
        findings: {
          new: [
            finding("dmarc-policy-none", "error", "the DMARC policy of contoso.com lets forgeries through"),
          ],
          fixed: [finding("dkim-missing", "warning", "contoso.com sends mail and has no DKIM key")],
          unjudged: [finding("spf-missing", "warning", "contoso.com has no SPF record")],
          unchanged: [finding("tls-rpt-missing", "note", "contoso.com has no TLS-RPT record")],
        },
        resources: FULL.subjects[0]?.touched,
        unknown: [
          {
            name: "s2._domainkey.contoso.com",
            type: "CNAME",
            why: "known after apply",
            address: "cloudflare_dns_record.s2",
          },
          { name: "lists.contoso.com", type: "A", why: "routed" },
        ],
      },
      {
        tenant: "contoso",
        risk: "medium",
        why: "Inbound connector In removed",
        changes: [],
        posture: [],
        findings: { new: [], fixed: [], unjudged: [], unchanged: [] },
        resources: [],
        unknown: [],
      },
    ],
    exceeded: [
      {
        limit: "dmarc-weakened",
        subject: "contoso.com",
        message: "the DMARC policy of contoso.com is milder than before",
      },
      {
        limit: "mx-removed",
        subject: "fabrikam.com",
        message: "fabrikam.com had an MX and has none any more",
        allowedBy: "--allow",
      },
    ],
    others: [
      { type: "azurerm_resource_group", action: "create", count: 2 },
      { type: "random_id", action: "delete", count: 1 },
    ],
    unread: [{ address: "cloudflare_dns_record.x", why: "its type is not known before apply" }],
    incomplete: ["contoso.net"],
    gone: ["tailspin.com"],
    checks: [],
    drift: [
      {
        domain: "fabrikam.com",
        risk: "high",
        changes: [
          { text: "DMARC reject → none", risk: "high", why: "forgeries that were refused get through" },
        ],
        resources: [{ address: "cloudflare_dns_record.dmarc", action: "update" }],
      },
    ],
    accepted: [
      {
        ...finding("dmarc-policy-none", "warning", "the DMARC policy of contoso.com lets forgeries through"),
        domain: "contoso.net",
        reason: "roll-out",
      },
    ],
  });
});

test("where a limit is exceeded in the estate is no key of the JSON; the text is indented and ends its last line", () => {
  const json = reviewJson(
    reviewOf({
      exceeded: [{ limit: "policy-on", subject: "contoso", message: "on", where: { file: "estate.yaml" } }],
    }),
  );
  expect(JSON.parse(json).exceeded).toEqual([{ limit: "policy-on", subject: "contoso", message: "on" }]);
  expect(json.startsWith('{\n  "passed": true,\n')).toBe(true);
  expect(json.endsWith("}\n")).toBe(true);
});
