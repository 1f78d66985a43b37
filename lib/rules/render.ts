import { RULE_PACK_NAMES } from "../pack-names";
import { SOURCES } from "../posture/model";
import { RULES } from "./";
import { CONTROL_LIST_NAMES, CONTROL_LISTS, type ControlList, type ControlListName } from "./controls";
import { RULE_PACKS } from "./packs";
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
      const { title, rules } = RULE_PACKS[name];
      return `| \`${name}\` | ${title} | ${rules.length} |`;
    }),
    "",
    "A rule of a control list runs at the level of the unmet control, unless its own is worse.\n",
  ];
}

function renderControls(): readonly string[] {
  return CONTROL_LIST_NAMES.flatMap((name) => {
    const { title, url, controls }: ControlList = CONTROL_LISTS[name];
    return [
      `### ${title}\n`,
      `Published at <${url}>.\n`,
      "| control | asks for | unmet | rules |",
      "| --- | --- | --- | --- |",
      ...Object.entries(controls).map(([id, { asks, unmet }]) => {
        const rules = RULES.filter((rule) => controlsOf(rule, name).includes(id));
        return `| ${id} | ${asks} | ${unmet} | ${rules.map((rule) => link(rule.id)).join(", ")} |`;
      }),
      "",
    ];
  });
}

function controlsOf({ controls }: Rule, name: ControlListName): readonly string[] {
  return controls?.[name] ?? [];
}

function link(id: string): string {
  return `[${id}](#${id})`;
}

function renderRule(rule: Rule): string {
  const { id, title, why, level, sources, from = SOURCES } = rule;
  const controls = CONTROL_LIST_NAMES.flatMap((name) =>
    controlsOf(rule, name).map((control) => `${CONTROL_LISTS[name].issuer} ${control}`),
  );
  return [
    `### ${id}\n`,
    `${title[0]?.toUpperCase()}${title.slice(1)}: ${level}. ${from.length === SOURCES.length ? "" : `Only ${from.join(" and ")}. `}\n`.replace(
      / \n/,
      "\n",
    ),
    `${why}\n`,
    `${[...sources.map(renderSource), ...controls].join("; ")}.\n`,
  ].join("\n");
}

function renderSource({ name, url }: RuleSource): string {
  return url === undefined ? name : `[${name}](${url})`;
}
