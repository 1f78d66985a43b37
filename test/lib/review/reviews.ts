import type { DnsName } from "../../../lib/dns/name";
import type { Review, SubjectReview } from "../../../lib/review/subject";
import type { Finding } from "../../../lib/rules/finding";

/** A review of one plan, in which nothing changes but what is given. */
export function reviewOf(more: Partial<Review> = {}): Review {
  return {
    subjects: [],
    unchanged: 0,
    exceeded: [],
    others: [],
    unread: [],
    incomplete: [],
    gone: [],
    checks: [],
    drift: [],
    plans: 1,
    accepted: [],
    passed: true,
    ...more,
  };
}

/** A domain of which nothing changes but what is given. */
export function subjectOf(name: string, more: Partial<SubjectReview> = {}): SubjectReview {
  return {
    of: "domain",
    name,
    risk: "low",
    why: "nothing that was delivered or refused is at stake",
    changes: [],
    states: [],
    findings: { added: [], fixed: [], unjudged: [], unchanged: [] },
    exceeded: [],
    touched: [],
    unknown: [],
    ...more,
  };
}

export const FINDING: Finding = {
  rule: "dmarc-policy-none",
  level: "warning",
  source: "planned",
  of: "domain",
  subject: "contoso.com",
  message: "the DMARC policy of contoso.com lets forgeries through",
  expected: "p=quarantine or p=reject",
  where: { address: "cloudflare_dns_record.dmarc" },
};

const CHANGED = {
  text: "DMARC reject → none",
  risk: "high",
  why: "forgeries that were refused get through",
} as const;

/** Everything that a review can say, once. */
export const FULL: Review = reviewOf({
  unchanged: 3,
  passed: false,
  subjects: [
    subjectOf("contoso.com", {
      risk: "high",
      why: "DMARC reject → none (forgeries that were refused get through)",
      changes: [CHANGED, { text: "DKIM s1 added", risk: "low" }],
      states: [
        { title: "MX", before: "mail.contoso.com", after: "mail.contoso.com" },
        { title: "DMARC", before: "reject", after: "none" },
        { title: "BIMI", before: "none", after: "none" },
      ],
      findings: {
        added: [{ ...FINDING, level: "error" }],
        fixed: [{ ...FINDING, rule: "dkim-missing", message: "contoso.com sends mail and has no DKIM key" }],
        unjudged: [{ ...FINDING, rule: "spf-missing", message: "contoso.com has no SPF record" }],
        unchanged: [
          {
            ...FINDING,
            rule: "tls-rpt-missing",
            level: "note",
            message: "contoso.com has no TLS-RPT record",
          },
        ],
      },
      touched: [
        { address: "cloudflare_dns_record.dmarc", action: "update" },
        { address: "cloudflare_dns_record.s1", action: "create" },
        { address: "cloudflare_dns_record.s2", action: "create" },
        { address: "cloudflare_dns_record.a", action: "replace" },
        { address: "cloudflare_dns_record.b", action: "delete" },
        { address: "cloudflare_dns_record.c", action: "forget" },
        { address: "cloudflare_dns_record.d", action: "import" },
        { address: "cloudflare_dns_record.e", action: "move", previousAddress: "cloudflare_record.e" },
      ],
      unknown: [
        {
          name: "s2._domainkey.contoso.com" as DnsName,
          type: "CNAME",
          why: "known after apply",
          where: { address: "cloudflare_dns_record.s2" },
        },
        { name: "lists.contoso.com" as DnsName, type: "A", why: "routed", where: {} },
      ],
    }),
    subjectOf("contoso", { of: "tenant", risk: "medium", why: "Inbound connector In removed", changes: [] }),
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
  drift: [
    {
      of: "domain",
      name: "fabrikam.com",
      risk: "high",
      changes: [CHANGED],
      touched: [{ address: "cloudflare_dns_record.dmarc", action: "update" }],
    },
  ],
  plans: 2,
  accepted: [{ ...FINDING, subject: "contoso.net", reason: "roll-out" }],
});
