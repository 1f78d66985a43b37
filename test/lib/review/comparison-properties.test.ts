import fc from "fast-check";
import type { Plan } from "../../../lib/plan/plan";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { packRules } from "../../../lib/rules/packs";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, resource, txt } from "./plan-json";

const OPTIONS = { rules: packRules(["recommended"]), limits: reviewLimits() };

type Values = Readonly<Record<string, unknown>>;

const domains = fc.constantFrom("contoso.com", "lists.contoso.com", "fabrikam.com");
const addresses = fc.constantFrom("192.0.2.1", "192.0.2.128", "198.51.100.7");

/** Attributes of one record of some mail domain. */
const records: fc.Arbitrary<Values> = domains.chain((domain) =>
  fc.oneof(
    fc
      .constantFrom("mail.contoso.com", "aspmx.l.google.com", "contoso-com.mail.protection.outlook.com", ".")
      .map((host) => mx(domain, host)),
    fc
      .tuple(
        fc.array(
          fc.constantFrom("mx", "a", "ip4:192.0.2.0/24", "include:fabrikam.com", "include:sendgrid.net"),
          { maxLength: 3 },
        ),
        fc.constantFrom("-all", "~all", "?all"),
      )
      .map(([terms, all]) => txt(domain, ["v=spf1", ...new Set(terms), all].join(" "))),
    fc
      .tuple(
        fc.constantFrom("none", "quarantine", "reject"),
        fc.constantFrom("", " sp=none;", " rua=mailto:dmarc@contoso.com;"),
      )
      .map(([policy, more]) => txt(`_dmarc.${domain}`, `v=DMARC1; p=${policy};${more}`)),
    fc
      .constantFrom("s1", "s2")
      .map((selector) => cloudflare("CNAME", `${selector}._domainkey.${domain}`, `${selector}.contoso.net`)),
    fc
      .tuple(fc.constantFrom("", "www.", "mail."), addresses)
      .map(([label, address]) => cloudflare("A", `${label}${domain}`, address)),
    fc
      .constantFrom("letsencrypt.org", "digicert.com")
      .map((value) => cloudflare("CAA", domain, { flags: 0, tag: "issue", value })),
  ),
);

/** A side of a plan: what stands at some addresses. */
const sides = fc.array(records, { maxLength: 8 });

function plan(before: readonly Values[], after: readonly Values[]): Plan {
  const length = Math.max(before.length, after.length);
  const resources = Array.from({ length }, (_, index): readonly ResourceJson[] =>
    before[index] || after[index] ? [dnsRecord(`r${index}`, before[index], after[index])] : [],
  ).flat();
  return planOf("stack", resources);
}

test("a plan that leaves everything as it is says nothing, whatever is there", async () => {
  await fc.assert(
    fc.asyncProperty(sides, async (side) => {
      const { subjects, exceeded, others, unread, passed } = await reviewPlans([plan(side, side)], OPTIONS);
      expect({ subjects, exceeded, others, unread, passed }).toEqual({
        subjects: [],
        exceeded: [],
        others: [],
        unread: [],
        passed: true,
      });
    }),
    { numRuns: 60 },
  );
});

test("a plan that only gives resources other addresses changes no domain, and is not stopped", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(records, { minLength: 1, maxLength: 8 }), async (side) => {
      const moved = side.map((values, index) =>
        resource(`cloudflare_dns_record.r${index}`, values, values, {
          previousAddress: `cloudflare_record.r${index}`,
        }),
      );
      const { subjects, exceeded } = await reviewPlans([planOf("stack", moved)], OPTIONS);
      expect(
        subjects.flatMap(({ changes, findings: { added, fixed } }) => [...changes, ...added, ...fixed]),
      ).toEqual([]);
      expect(exceeded).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** What is said to come, and what to go, each text once with the other's words in their place. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^SPF now also allows (.*)$/, /^SPF no longer allows (.*)$/],
  [/^MX now also (.*)$/, /^MX no longer (.*)$/],
  [/^Other records added: (.*)$/, /^Other records removed: (.*)$/],
  [/^DMARC reports now also to (.*)$/, /^DMARC reports no longer to (.*)$/],
];

test("a plan the other way round takes away what the plan adds, mends what it breaks, and shows the same states", async () => {
  const bothManaged = fc
    .tuple(sides, sides)
    // A side without a domain is one of which nothing is known, which is not the same as a domain without records.
    .map(([before, after]) => {
      const stays = ["contoso.com", "lists.contoso.com", "fabrikam.com"].map((domain) =>
        cloudflare("A", `stays.${domain}`, "192.0.2.9"),
      );
      return [
        [...stays, ...before],
        [...stays, ...after],
      ] as const;
    });
  await fc.assert(
    fc.asyncProperty(bothManaged, async ([before, after]) => {
      const there = await reviewPlans([plan(before, after)], OPTIONS);
      const back = await reviewPlans([plan(after, before)], OPTIONS);
      const subjects = new Map(back.subjects.map((one) => [one.name, one]));
      expect([...subjects.keys()].sort()).toEqual(there.subjects.map(({ name }) => name).sort());
      for (const { name, findings, states, changes } of there.subjects) {
        const other = subjects.get(name);
        // What is not asked for any more, or can no longer be seen, is not mended.
        expect(sorted(other?.findings.added)).toEqual(expect.arrayContaining([...sorted(findings.fixed)]));
        expect(sorted(findings.added)).toEqual(expect.arrayContaining([...sorted(other?.findings.fixed)]));
        expect(other?.states.map((row) => ({ ...row, before: row.after, after: row.before }))).toEqual(
          states,
        );
        // What a record that ends in permerror allows is not compared: the error is all that is said of it.
        const isBroken = [...changes, ...(other?.changes ?? [])].some(({ text }) =>
          text.includes("permerror"),
        );
        for (const [comes, goes] of OPPOSITES) {
          if (isBroken && comes.source.startsWith("^SPF")) continue;
          expect(matches(other?.changes ?? [], goes)).toEqual(matches(changes, comes));
          expect(matches(other?.changes ?? [], comes)).toEqual(matches(changes, goes));
        }
      }
    }),
    { numRuns: 60 },
  );
});

function sorted(
  findings: readonly { readonly rule: string; readonly message: string }[] = [],
): readonly string[] {
  return findings.map(({ rule, message }) => `${rule}: ${message}`).sort();
}

function matches(changes: readonly { readonly text: string }[], pattern: RegExp): readonly string[] {
  return changes.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
}
