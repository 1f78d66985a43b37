import { RULE_PACK_NAMES } from "../pack-names";
import { SOURCES } from "../posture/model";
import { RULES } from "./";
import { RULE_PACKS, type RulePack } from "./packs";
import type { Rule, RuleSource } from "./rule";

/** The rules as a page of Markdown: the packs, which control each rule serves, and every rule. */
export function renderRules(): string {
  return [
    INTRODUCTION,
    ...renderPacks(),
    ...renderControls(),
    "## The rules\n",
    ...RULES.map(renderRule),
  ].join("\n");
}

const INTRODUCTION = `# Rules

<!-- Rendered from lib/rules; a test holds that this page is current. -->

A rule is a fact about mail that can be held against what an estate declares, what a Terraform plan would change, and
what the live DNS says. \`mail-hygiene check\`, \`review\` and \`verify\` run the same rules; \`synth\` stops at errors.

| level | meaning |
| --- | --- |
| error | mail is lost, refused or forgeable now, or receivers ignore what was meant |
| warning | a control is not met |
| note | worth knowing |

\`\`\`yaml
rules:
  packs: [recommended, scuba]
  suppress:
    - rule: dmarc-policy-none
      domains: ["*.contoso.com", contoso.net]
      reason: the roll-out of the spring
      until: 2027-03-31
\`\`\`

A suppression without \`domains\` holds for all, one without \`until\` for good. The last day counts, by UTC; synth reads no
clock and takes no notice of it. \`check\` tells suppressions that nothing needs any more.
`;

function renderPacks(): readonly string[] {
  return [
    "## Packs\n",
    "| pack | what it holds to | rules |",
    "| --- | --- | --- |",
    ...RULE_PACK_NAMES.map((name) => {
      const { title, rules }: RulePack = RULE_PACKS[name];
      return `| \`${name}\` | ${title} | ${rules.length} |`;
    }),
    "",
  ];
}

function renderControls(): readonly string[] {
  return (["scuba", "cis", "bulk-sender"] as const).flatMap((name) => {
    const pack: RulePack = RULE_PACKS[name];
    const controls = new Map<string, string[]>();
    for (const { rule, controls: served = [] } of pack.rules) {
      for (const control of served) controls.set(control, [...(controls.get(control) ?? []), rule.id]);
    }
    return [
      `### ${pack.title}\n`,
      "| control | rules |",
      "| --- | --- |",
      ...[...controls].map(([control, ids]) => `| ${control} | ${ids.map(link).join(", ")} |`),
      "",
    ];
  });
}

function link(id: string): string {
  return `[${id}](#${id})`;
}

function renderRule(rule: Rule): string {
  const { id, title, why, level, sources, from = SOURCES } = rule;
  return [
    `### ${id}\n`,
    `${title[0]?.toUpperCase()}${title.slice(1)}: ${level}. ${from.length === SOURCES.length ? "" : `Only ${from.join(" and ")}. `}\n`.replace(
      / \n/,
      "\n",
    ),
    `${why}\n`,
    `${sources.map(renderSource).join("; ")}.\n`,
  ].join("\n");
}

function renderSource({ name, url }: RuleSource): string {
  return url === undefined ? name : `[${name}](${url})`;
}
