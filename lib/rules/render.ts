import { RULE_PACK_NAMES } from "../pack-names";
import { SOURCES, type Source } from "../posture/model";
import { sourcesOf } from "../posture/tenant-parts";
import { RULES } from "./";
import { CONTROL_LIST_NAMES, CONTROL_LISTS, type ControlList, type ControlListName } from "./controls";
import { rulesOf } from "./not-judged";
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
    "A rule of a control list runs at the level of the unmet control, unless its own is worse. `check` and `verify` say which",
    "controls of the chosen packs they have not judged: those of the second tables, those whose rules read something that this",
    "source does not show, and parts of others. `-v` has a line for each. An error that",
    "only the list makes one is a goal: `check` and `verify` fail on it, `synth` and `review` tell it and do not stop, so that policies",
    "can start in report-only and DMARC at `none`.\n",
  ];
}

function renderControls(): readonly string[] {
  return CONTROL_LIST_NAMES.flatMap((name) => {
    const { title, url, scope, controls, notJudged }: ControlList = CONTROL_LISTS[name];
    return [
      `### ${title}\n`,
      `Published at <${url}>. Here: ${scope}.\n`,
      "| control | asks for | unmet | judged from | rules |",
      "| --- | --- | --- | --- | --- |",
      ...Object.entries(controls).map(([id, { asks, unmet, rest }]) => {
        const rules = rulesOf(name, id);
        const asked = rest ? `${asks}; not judged: ${rest.part} (${rest.look.how})` : asks;
        return `| ${id} | ${asked} | ${unmet} | ${sourceWords(rules)} | ${rules.map((rule) => link(rule.id)).join(", ")} |`;
      }),
      "",
      "Not judged by any rule:\n",
      "| control | asks for | look at |",
      "| --- | --- | --- |",
      ...Object.entries(notJudged).map(
        ([id, { asks, look }]) => `| ${id} | ${asks} | ${look.place}: ${look.how} |`,
      ),
      "",
    ];
  });
}

const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  declared: "estate",
  planned: "plan",
  observed: "live",
};

/** Where at least one of the rules finds what it reads. */
function sourceWords(rules: readonly Rule[]): string {
  return SOURCES.filter((source) =>
    rules.some(
      (rule) =>
        (rule.from ?? SOURCES).includes(source) &&
        (rule.of === "domain" || sourcesOf(rule.reads).includes(source)),
    ),
  )
    .map((source) => SOURCE_WORDS[source])
    .join(", ");
}

function controlsOf({ controls }: Rule, name: ControlListName): readonly string[] {
  return controls?.[name] ?? [];
}

function link(id: string): string {
  return `[${id}](#${id})`;
}

function renderRule(rule: Rule): string {
  const { id, title, why, level, sources, from = SOURCES } = rule;
  const isBelow = rule.of === "domain" && rule.below;
  const controls = CONTROL_LIST_NAMES.flatMap((name) =>
    controlsOf(rule, name).map((control) => `${CONTROL_LISTS[name].issuer} ${control}`),
  );
  return [
    `### ${id}\n`,
    `${title[0]?.toUpperCase()}${title.slice(1)}: ${level}. ${from.length === SOURCES.length ? "" : `Only ${from.join(" and ")}. `}${isBelow ? "Below the domain too. " : ""}\n`.replace(
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
