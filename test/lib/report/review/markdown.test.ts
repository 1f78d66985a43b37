import fc from "fast-check";
import { MARKDOWN_LIMIT, reviewMarkdown } from "../../../../lib/report/review/markdown";
import type { Review, SubjectReview } from "../../../../lib/review/subject";
import { FINDING, FULL, reviewOf, subjectOf } from "../../review/reviews";

test("everything that a review says stands in the comment, details folded", () => {
  expect(reviewMarkdown(FULL)).toBe(`## Mail review: **stopped**

2 of 5 domains and tenants change: 1 high, 1 medium risk.

**Before this can go on:**

- the DMARC policy of contoso.com is milder than before: if this is intended, --allow dmarc-weakened=contoso.com
- new error: the DMARC policy of contoso.com lets forgeries through \\[dmarc-policy-none\\]

**Allowed:**

- fabrikam.com had an MX and has none any more: allowed by --allow

| Risk | What | Why |
| --- | --- | --- |
| 🔴 high | contoso.com | DMARC reject → none (forgeries that were refused get through) |
| 🟠 medium | tenant contoso | Inbound connector In removed |

**Changed outside Terraform since its last run:**

- fabrikam.com: DMARC reject → none (forgeries that were refused get through)

- The plan of contoso.net is incomplete: Terraform could not finish it, deferred changes, or planned a part
- tailspin.com has left the estate: what it published stays, and nobody looks after it; mail-hygiene destroy --orphans takes it away
- Other resources: 2 azurerm\\_resource\\_group created, 1 random\\_id deleted
- Not read: cloudflare\\_dns\\_record.x: its type is not known before apply

1 finding is accepted by the estate.

### contoso.com (🔴 high)

- DMARC reject → none (forgeries that were refused get through)
- DKIM s1 added

Values that nobody can see yet:

- s2.\\_domainkey.contoso.com CNAME: known after apply
- lists.contoso.com A: chosen by its host

**New findings:**

- error: the DMARC policy of contoso.com lets forgeries through; expected p=quarantine or p=reject \\[dmarc-policy-none\\]

Can no longer be judged:

- contoso.com has no SPF record \\[spf-missing\\]

<details><summary>Before and after, findings, resources (1 changed, 2 created, 1 replaced, 1 deleted, 1 no longer managed, 1 imported, 1 moved)</summary>

| | before | after |
| --- | --- | --- |
| **DMARC** | reject | none |
| MX | mail.contoso.com | mail.contoso.com |

Fixed:

- contoso.com sends mail and has no DKIM key \\[dkim-missing\\]

As before:

- note: contoso.com has no TLS-RPT record \\[tls-rpt-missing\\]

Resources:

- changed: cloudflare\\_dns\\_record.dmarc
- created: cloudflare\\_dns\\_record.s1
- created: cloudflare\\_dns\\_record.s2
- replaced: cloudflare\\_dns\\_record.a
- deleted: cloudflare\\_dns\\_record.b
- no longer managed: cloudflare\\_dns\\_record.c
- imported: cloudflare\\_dns\\_record.d
- moved: cloudflare\\_dns\\_record.e, was cloudflare\\_record.e

</details>

### tenant contoso (🟠 medium)
`);
});

test("a review in which nothing changes is two lines", () => {
  expect(reviewMarkdown(reviewOf({ unchanged: 4 }))).toBe(`## Mail review: nothing stops this

Nothing of mail or sign-ins changes.
`);
});

const MX = { title: "MX", before: "none", after: "mail.contoso.com" };
const many = (count: number): Review =>
  reviewOf({
    subjects: Array.from({ length: count }, (_, index) => subjectOf(`contoso${index}.com`, { states: [MX] })),
  });
const rows = (markdown: string) =>
  markdown.split("\n").filter((line) => line.startsWith("| 🟢 low |")).length;

test.each([
  [50, 50, undefined],
  [51, 50, "| | and 1 more | |"],
  [70, 50, "| | and 20 more | |"],
])("of %d subjects the table at the top has %d", (count, shown, more) => {
  const markdown = reviewMarkdown(many(count));
  expect([rows(markdown), markdown.split("\n").find((line) => line.startsWith("| | and "))]).toEqual([
    shown,
    more,
  ]);
});

test.each([
  [40, undefined],
  [41, "- … and 1 more"],
])("of %d changes a list shows 40", (count, more) => {
  const changes = Array.from({ length: count }, (_, index) => ({
    text: `DKIM s${index} added`,
    risk: "low" as const,
  }));
  const lines = reviewMarkdown(reviewOf({ subjects: [subjectOf("contoso.com", { changes })] })).split("\n");
  expect([
    lines.filter((line) => line.startsWith("- DKIM")).length,
    lines.find((line) => line.includes("more")),
  ]).toEqual([40, more]);
});

test("a long reason is cut in the table, not in the section", () => {
  const why = `SPF now also allows ${"192.0.2.1, ".repeat(40)}and 192.0.2.2`;
  const markdown = reviewMarkdown(
    reviewOf({ subjects: [subjectOf("contoso.com", { why, changes: [{ text: why, risk: "low" }] })] }),
  );
  expect(markdown).toContain(`| 🟢 low | contoso.com | ${why.slice(0, 159)}… |`);
  expect(markdown).toContain(`- ${why}`);
});

describe("a comment at its limit", () => {
  /** What is kept free for the lines that say what is left out. */
  const ROOM = 300;
  const whole = reviewMarkdown(many(5), Number.MAX_SAFE_INTEGER);
  const wholeLimit = whole.length + 1 + ROOM;

  test("is whole where it just fits", () => {
    expect(reviewMarkdown(many(5), wholeLimit)).toBe(whole);
  });

  test("leaves out the details of the last section where one character is missing", () => {
    const short = reviewMarkdown(many(5), wholeLimit - 1);
    const last = whole.lastIndexOf("\n\n<details>");
    expect(short).toBe(`${whole.slice(0, last)}\n`);
  });

  test("leaves out whole sections from the end, and counts them", () => {
    const first = whole.indexOf("\n\n### contoso1.com");
    expect(reviewMarkdown(many(5), first + 2 + ROOM)).toBe(
      `${whole.slice(0, first)}\n\n… and 4 more of the 5 domains and tenants that change; \`review --format json\` has them all.\n`,
    );
  });

  test("says that the summary is not whole", () => {
    const text = "x".repeat(500);
    const exceeded = Array.from(
      { length: 40 },
      () => ({ limit: "deletions", subject: text, message: text }) as const,
    );
    const markdown = reviewMarkdown(reviewOf({ exceeded, subjects: [subjectOf("contoso.com")] }), 2_000);
    expect(markdown).toBe(`## Mail review: nothing stops this

1 of 1 domains and tenants change: 1 low risk.

| Risk | What | Why |
| --- | --- | --- |
| 🟢 low | contoso.com | nothing that was delivered or refused is at stake |

### contoso.com (🟢 low)

… and parts of the summary at the top, which are too long for a comment.
`);
  });

  test("is 65,000 characters where nobody says another", () => {
    expect(MARKDOWN_LIMIT).toBe(65_000);
    const long = reviewMarkdown(many(2_000));
    expect(long.length).toBeLessThanOrEqual(65_000);
    expect(long.length).toBeGreaterThan(64_000);
  });
});

const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: fc.constantFrom("|", "\n", "`", "<", "\\", "a", "-"), maxLength: 80 }),
  fc.constantFrom("v=spf1 -all", "| a | b |", "x".repeat(700)),
);
const subjects: fc.Arbitrary<SubjectReview> = fc
  .record({
    name: text,
    of: fc.constantFrom("domain", "tenant"),
    risk: fc.constantFrom("high", "medium", "low"),
    why: text,
    changes: fc.array(fc.record({ text, risk: fc.constant("low" as const) }), { maxLength: 50 }),
    states: fc.array(fc.record({ title: fc.constantFrom("MX", "SPF"), before: text, after: text }), {
      maxLength: 3,
    }),
    messages: fc.array(text, { maxLength: 3 }),
    addresses: fc.array(text, { maxLength: 3 }),
  })
  .map(({ name, messages, addresses, ...one }) => {
    const list = messages.map((message) => ({ ...FINDING, message }));
    const touched = addresses.map((address) => ({ address, action: "create" as const }));
    return subjectOf(name, {
      ...one,
      findings: { added: list, fixed: list, unjudged: list, unchanged: list },
      touched,
    });
  });
const reviews = fc
  .record({
    subjects: fc.array(subjects, { maxLength: 6 }),
    messages: fc.array(text, { maxLength: 45 }),
    incomplete: fc.array(text, { maxLength: 3 }),
  })
  .map(({ messages, ...one }) =>
    reviewOf({
      ...one,
      exceeded: messages.map((message) => ({ limit: "deletions", subject: message, message })),
    }),
  );

test("whatever the review and the limit, no comment is longer, no table is broken, and all details are closed", () => {
  fc.assert(
    fc.property(reviews, fc.integer({ min: 300, max: 12_000 }), (review, limit) => {
      const markdown = reviewMarkdown(review, limit);
      expect(markdown.length).toBeLessThanOrEqual(limit);
      const blocks = markdown.trimEnd().split("\n\n");
      for (const block of blocks.filter((one) => /^\|/m.test(one))) {
        const lines = block.split("\n");
        const columns = lines.map(cells);
        expect(lines[1]).toMatch(/^\|(?: --- \|)+$/);
        expect(new Set(columns)).toEqual(new Set([columns[0]]));
      }
      const count = (pattern: RegExp) => markdown.match(pattern)?.length ?? 0;
      expect(count(/^<\/details>$/gm)).toBe(count(/^<details><summary>.*<\/summary>$/gm));
    }),
    { numRuns: 150 },
  );
});

/** The cells of a row: bars that are not escaped. */
function cells(line: string): number {
  return line.replace(/\\[\\|]/g, "").split("|").length - 2;
}
