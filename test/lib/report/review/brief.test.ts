import { reviewBrief } from "../../../../lib/report/review/brief";
import type { Exceeded } from "../../../../lib/review/limits";
import { FULL, reviewOf, subjectOf } from "../../review/reviews";
import { SPF } from "../support/findings";

test("a few domains are told one by one, with what stops the change, and without what stays", () => {
  const lines = reviewBrief(FULL).split("\n");
  expect(lines.slice(0, 8)).toEqual([
    "contoso.com high risk",
    "  DMARC reject → none (forgeries that were refused get through)",
    "  DKIM s1 added",
    "  s2._domainkey.contoso.com CNAME: known after apply",
    "  lists.contoso.com A: chosen by its host",
    "  new error: the DMARC policy of contoso.com lets forgeries through; expected p=quarantine or p=reject [dmarc-policy-none]",
    "  records and resources: 1 changed, 2 created, 1 replaced, 1 deleted, 1 no longer managed, 1 imported, 1 moved",
    "tenant contoso medium risk",
  ]);
  expect(lines).toContain(
    "  the DMARC policy of contoso.com is milder than before: if this is intended, --allow dmarc-weakened=contoso.com",
  );
});

test("the same change of three hundred domains is one line with their number, the highest risk first", () => {
  const subjects = Array.from({ length: 300 }, (_, index) => {
    const name = `brand-${index}.example`;
    return subjectOf(name, {
      risk: "medium",
      changes: [
        { text: `MX not managed → ${name.replaceAll(".", "-")}.mail.protection.outlook.com`, risk: "low" },
        ...(index === 7
          ? [{ text: "DMARC reject → none", risk: "high", why: "forgeries get through" } as const]
          : []),
      ],
      states: [{ title: "SPF", before: "v=spf1 ~all", after: "v=spf1 -all" }],
    });
  });
  expect(
    reviewBrief(reviewOf({ subjects })),
  ).toBe(`high    brand-7.example: DMARC reject → none (forgeries get through)
low     300, such as brand-0.example, brand-1.example, brand-2.example: MX not managed → brand-0-example.mail.protection.outlook.com
low     300, such as brand-0.example, brand-1.example, brand-2.example: SPF v=spf1 ~all → v=spf1 -all
300 of 300 domains and tenants change: 300 medium risk
`);
});

test("however much changes and stops, the text stays short, and what is left out is counted", () => {
  const names = Array.from({ length: 300 }, (_, index) => `brand-${index}.example`);
  const subjects = names.map((name, index) =>
    subjectOf(name, {
      changes: [{ text: `SPF now also allows 192.0.2.${index % 256}, ${index}`, risk: "low" }],
    }),
  );
  const exceeded = names.map(
    (subject): Exceeded => ({ limit: "mx-removed", subject, message: `${subject} had an MX` }),
  );
  const lines = reviewBrief(reviewOf({ subjects, exceeded, passed: false }))
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(94);
  expect(lines[60]).toBe("… and 240 more; mail-hygiene review tells all");
  expect(lines[92]).toBe("  … and 270 more");
});

test("no value steers the terminal", () => {
  const subject = subjectOf("contoso.com", { changes: [{ text: "SPF \u001b[2J", risk: "low" }] });
  expect(reviewBrief(reviewOf({ subjects: [subject] }))).not.toContain("\u001b");
});

test("a new finding that several of a few domains have is said at the first of them", () => {
  const subjects = ["contoso.com", "fabrikam.com", "adatum.com"].map((name) => {
    const finding = {
      ...SPF,
      subject: name,
      message: `${name} has no SPF record`,
      expected: "v=spf1",
      instead: [],
    };
    const alone = { ...SPF, subject: name, rule: "mx-missing", message: "no MX", expected: name };
    return subjectOf(name, {
      findings: {
        added: [finding, ...(name === "adatum.com" ? [alone] : [])],
        fixed: [],
        unchanged: [],
        unjudged: [],
      },
    });
  });
  expect(reviewBrief(reviewOf({ subjects })).match(/^ .*new warning.*$/gm)).toEqual([
    "  new warning: contoso.com has no SPF record, and so it is with 2 more: fabrikam.com, adatum.com; expected v=spf1 [spf-missing]",
    expect.stringMatching(/^ {2}new warning: no MX; expected adatum\.com/),
  ]);
});
