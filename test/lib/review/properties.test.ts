import fc from "fast-check";
import { readPlan } from "../../../lib/plan/read-plan";
import { reviewJson } from "../../../lib/report/review/json";
import { MARKDOWN_LIMIT, reviewMarkdown } from "../../../lib/report/review/markdown";
import { inline } from "../../../lib/report/review/markdown-text";
import { reviewText } from "../../../lib/report/review/terminal";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { packRules } from "../../../lib/rules/packs";
import { cloudflare, planJson, type ResourceJson } from "./plan-json";

const OPTIONS = { rules: packRules(["recommended"]), limits: reviewLimits() };

const TYPES = [
  "cloudflare_dns_record",
  "cloudflare_record",
  "aws_route53_record",
  "azuread_conditional_access_policy",
  "azuread_group",
  "m365_dkim_signing",
  "m365_outbound_connector",
  "m365_inbound_connector",
  "cloudflare_workers_script",
  "exo_hosted_outbound_spam_filter_policy",
];
const KEYS = [
  "type",
  "name",
  "content",
  "data",
  "records",
  "conditions",
  "users",
  "state",
  "zone_id",
  "domain",
  "excluded_groups",
];

const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("MX", "TXT", "contoso.com", "@", "enabled", '"', "v=spf1 +all", null, true, 0),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    tie("object"),
  ),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie("value"), { maxKeys: 6 }),
}));

const resource = fc.record({
  address: fc.string(),
  type: fc.constantFrom(...TYPES),
  mode: fc.constantFrom("managed", "data", undefined),
  change: fc.record({
    actions: fc.constantFrom(["create"], ["delete"], ["update"], ["delete", "create"], ["forget"], ["no-op"]),
    before: values.value,
    after: values.value,
    after_unknown: values.value,
    before_sensitive: values.value,
    after_sensitive: values.value,
  }),
});

test("whatever JSON a plan is, it is read or refused, and reviewed without an exception", async () => {
  const plans = fc.oneof(
    fc.jsonValue(),
    fc.record({
      format_version: fc.constantFrom("1.2", "0.1", 2),
      resource_changes: fc.oneof(
        fc.jsonValue(),
        fc.array(fc.oneof(fc.jsonValue(), resource), { maxLength: 4 }),
        fc.array(resource, { maxLength: 4 }),
      ),
      prior_state: fc.oneof(
        fc.jsonValue(),
        fc.constant({ values: { root_module: { resources: [null, {}] } } }),
      ),
      configuration: fc.jsonValue(),
    }),
  );
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const read = readPlan("contoso.com", JSON.stringify(plan));
      if (!read.ok) return;
      const told = await reviewPlans([read.value], OPTIONS);
      expect(typeof reviewText(told) + typeof reviewJson(told)).toBe("stringstring");
      expect(reviewMarkdown(told).length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
    }),
    { numRuns: 400 },
  );
});

const HOSTILE = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      "<",
      ">",
      "&",
      "`",
      "|",
      "\\",
      "[",
      "]",
      "(",
      ")",
      "!",
      "@",
      "#",
      "\n",
      "a",
      "-",
      "*",
      "_",
      "~",
    ),
    maxLength: 40,
  }),
  fc.constantFrom(
    "</details><script>alert(1)</script>",
    "<!-- ",
    "![x](https://evil.example/p.png)",
    "@octocat",
    "| a |",
    "```",
    "\u202egnp.exe",
  ),
);

/** What ends a word that would be a link; an empty comment of HTML. */
const BREAK = "<!-- -->";

/** Markdown's own signs in a text, without those that are escaped. */
function bare(markdown: string): string {
  return markdown
    .replaceAll(BREAK, "")
    .replace(/\\[\\`*_[\]|~$#+=.)-]/g, "")
    .replace(/&(?:amp|lt|gt);/g, "");
}

test("a text from outside is neither markup nor HTML, stays on its line, and calls nobody", () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const shown = inline(text);
      expect(bare(shown)).not.toMatch(/[<>&`*_[\]|~$\n\r\u202e]/);
      expect(shown).not.toMatch(/(?:^|[^\p{L}\p{N}])@[A-Za-z0-9]/u);
    }),
    { numRuns: 500, examples: [["@@a"]] },
  );
});

test("only the review's own tags are in a comment, whatever records and names hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(HOSTILE, HOSTILE), { minLength: 1, maxLength: 5 }), async (texts) => {
      const resources = texts.flatMap(([value, name], index): readonly ResourceJson[] => [
        {
          address: `cloudflare_dns_record.all["${name}"]`,
          type: "cloudflare_dns_record",
          after: cloudflare("TXT", "contoso.com", index === 0 ? "v=spf1 -all" : value),
        },
        {
          address: `m365_outbound_connector.${index}`,
          type: "m365_outbound_connector",
          after: { name, smart_hosts: [value], connector_type: "OnPremises" },
        },
      ]);
      const read = readPlan("contoso.com", planJson(resources));
      if (!read.ok) throw new Error("the plan is sound");
      const tags = reviewMarkdown(await reviewPlans([read.value], OPTIONS)).match(/<[^>]*>?/g) ?? [];
      expect(
        tags.filter((tag) => !["<details>", "</details>", "<summary>", "</summary>", BREAK].includes(tag)),
      ).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("a comment on 1,000 domains fits, begins with the highest risk, and says how many it leaves out", async () => {
  const resources = Array.from({ length: 1000 }, (_, index): ResourceJson => {
    const name = `contoso${String(index).padStart(4, "0")}.com`;
    const policy = (rest: string) => cloudflare("TXT", `_dmarc.${name}`, `"v=DMARC1; ${rest};"`);
    const [before, after] =
      index === 999 ? ["p=reject", "p=none"] : ["p=none", "p=none; rua=mailto:dmarc@contoso.com"];
    return {
      address: `cloudflare_dns_record.d${index}`,
      type: "cloudflare_dns_record",
      before: policy(before ?? ""),
      after: policy(after ?? ""),
    };
  });
  const read = readPlan("all", planJson(resources));
  if (!read.ok) throw new Error("the plan is sound");
  const text = reviewMarkdown(await reviewPlans([read.value], OPTIONS));
  expect(text.length).toBeLessThanOrEqual(MARKDOWN_LIMIT);
  expect(text.length).toBeGreaterThan(MARKDOWN_LIMIT - 3000);
  expect(text.match(/^### .*/m)?.[0]).toBe("### contoso0999.com (🔴 high)");
  const shown = text.match(/^### /gm)?.length ?? 0;
  expect(text.trimEnd().split("\n").at(-1)).toBe(
    `… and ${1000 - shown} more of the 1000 domains and tenants that change; \`review --format json\` has them all.`,
  );
});
