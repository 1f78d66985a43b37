import { coloursBy } from "../../../../lib/report/paint";
import { reviewText } from "../../../../lib/report/review/terminal";
import { FINDING, FULL, reviewOf, subjectOf } from "../../review/reviews";

test("everything that a review says stands on the terminal, the highest risk first, what stops it last", () => {
  expect(
    reviewText(FULL),
  ).toBe(`contoso.com high risk: DMARC reject → none (forgeries that were refused get through)
  DMARC reject → none (forgeries that were refused get through)
  DKIM s1 added
  DMARC  reject → none
  s2._domainkey.contoso.com CNAME: known after apply
  lists.contoso.com A: chosen by its host
  new error: the DMARC policy of contoso.com lets forgeries through; expected p=quarantine or p=reject [dmarc-policy-none]
  fixed: contoso.com sends mail and has no DKIM key [dkim-missing]
  can no longer be judged: contoso.com has no SPF record [spf-missing]
  1 finding as before
  1 changed, 2 created, 1 replaced, 1 deleted, 1 no longer managed, 1 imported, 1 moved
    ~ cloudflare_dns_record.dmarc
    + cloudflare_dns_record.s1
    + cloudflare_dns_record.s2
    ± cloudflare_dns_record.a replaced
    - cloudflare_dns_record.b deleted
    ○ cloudflare_dns_record.c no longer managed
    ← cloudflare_dns_record.d
    → cloudflare_dns_record.e, was cloudflare_record.e

tenant contoso medium risk: Inbound connector In removed

Changed outside Terraform since its last run:
  fabrikam.com: DMARC reject → none (forgeries that were refused get through)

The plan of contoso.net is incomplete: Terraform could not finish it, deferred changes, or planned a part
tailspin.com has left the estate: what it published stays, and nobody looks after it; mail-hygiene destroy --orphans takes it away
Other resources: 2 azurerm_resource_group created, 1 random_id deleted
Not read: cloudflare_dns_record.x: its type is not known before apply
stopped:
  the DMARC policy of contoso.com is milder than before: if this is intended, --allow dmarc-weakened=contoso.com
  new error: the DMARC policy of contoso.com lets forgeries through [dmarc-policy-none]
fabrikam.com had an MX and has none any more: allowed by --allow
1 finding is accepted by the estate
2 of 5 domains and tenants change: 1 high, 1 medium risk
`);
});

test("a review in which nothing changes is one line", () => {
  expect(
    reviewText(
      reviewOf({ unchanged: 4 }),
      coloursBy((text) => `\u001b[${text}`),
    ),
  ).toBe("Nothing of mail or sign-ins changes\n");
});

test("several findings as before are counted, states have one width", () => {
  const unchanged = [FINDING, FINDING];
  const states = [
    { title: "MX", before: "none", after: "mail.contoso.com" },
    { title: "MTA-STS", before: "none", after: "announced" },
  ];
  expect(
    reviewText(
      reviewOf({
        subjects: [
          subjectOf("contoso.com", { states, findings: { added: [], fixed: [], unjudged: [], unchanged } }),
        ],
      }),
    ),
  ).toBe(`contoso.com low risk: nothing that was delivered or refused is at stake
  MX       none → mail.contoso.com
  MTA-STS  none → announced
  2 findings as before

1 of 1 domains and tenants change: 1 low risk
`);
});

test("colours show names, risks, levels and what stops", () => {
  const painted = reviewText(
    FULL,
    coloursBy((text) => `\u001b[${text}`),
  );
  const esc = "\u001b";
  for (const part of [
    `${esc}[1mcontoso.com${esc}[0m ${esc}[31mhigh risk${esc}[0m: `,
    `${esc}[1mtenant contoso${esc}[0m ${esc}[33mmedium risk${esc}[0m: `,
    `  ${esc}[31mnew error${esc}[0m: `,
    `  ${esc}[32mfixed${esc}[0m: `,
    `${esc}[2m  DMARC  reject → none${esc}[0m`,
    `${esc}[2m    + cloudflare_dns_record.s1${esc}[0m`,
    `${esc}[31mstopped:${esc}[0m`,
  ]) {
    expect(painted).toContain(part);
  }
  expect(
    reviewText(
      reviewOf({ subjects: [subjectOf("contoso.com")] }),
      coloursBy((text) => `\u001b[${text}`),
    ),
  ).toContain(`${esc}[36mlow risk${esc}[0m`);
});

test("control characters of values do not reach the terminal", () => {
  const evil = "\u001b[2J\u0007\r";
  const finding = { ...FINDING, message: evil };
  const text = reviewText(
    reviewOf({
      subjects: [
        subjectOf("contoso.com", {
          why: evil,
          changes: [{ text: evil, risk: "low", why: evil }],
          states: [
            { title: "MX", before: evil, after: "none" },
            { title: "SPF", before: "none", after: evil },
          ],
          findings: { added: [finding], fixed: [finding], unjudged: [], unchanged: [] },
          touched: [{ address: evil, action: "delete", previousAddress: evil }],
        }),
      ],
      exceeded: [
        { limit: "deletions", subject: evil, message: evil },
        { limit: "deletions", subject: evil, message: evil, allowedBy: "--allow" },
      ],
      unread: [{ address: evil, why: evil }],
      incomplete: [evil],
    }),
  );
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});
