import {
  BASELINES,
  type BaselineValue,
  type SayingBaseline,
  type ToldValue,
  type Wanted,
} from "./baselines/baseline";
import { BASELINE_VALUES } from "./baselines/values";
import { type ExchangeKind, objectFacts } from "./objects";
import { licenceOf } from "./plan/licences";

const NAMES = Object.keys(BASELINES) as SayingBaseline[];

/** Where the values of a kind stand under `protection`. */
const PLACES: Readonly<Partial<Record<ExchangeKind, string>>> = {
  "hosted-content-filter-policy": "antiSpam.default",
  "hosted-outbound-spam-filter-policy": "outboundSpam.default",
  "anti-phish-policy": "antiPhishing.default",
  "malware-filter-policy": "antiMalware.default",
  "safe-links-policy": "safeLinks.default",
  "safe-attachment-policy": "safeAttachments.default",
  "atp-policy-for-o365": "atpPolicyForO365",
  "hosted-connection-filter-policy": "connectionFilter",
  "remote-domain": "remoteDomains.default",
  "sharing-policy": "sharingPolicies.default",
  "external-in-outlook": "externalInOutlook",
  "transport-config": "transportConfig",
  "admin-audit-log-config": "adminAuditLogConfig",
  "organization-config": "organizationConfig",
};

/** Those that stand beside `protection`. */
const BESIDE: Readonly<Partial<Record<ExchangeKind, string>>> = {
  "dlp-compliance-policy": "dataLoss.policies.default",
  "dlp-compliance-rule": "dataLoss.policies.default.rules.default",
  "unified-audit-log-retention-policy": "auditRetention.policies.default",
  "report-submission-policy": "userReports",
};

/** The baselines of what Exchange holds as a part of a page of Markdown: value, control, licence. */
export function renderExchangeBaselines(): string {
  const kinds = [...new Set(BASELINE_VALUES.map(({ kind }) => kind))];
  return [
    INTRODUCTION,
    ...kinds.flatMap(renderKind),
    "### What they do not meet by themselves",
    "",
    ...NAMES.flatMap((name) => renderUnmet(name)),
  ].join("\n");
}

const INTRODUCTION = `## Exchange

\`exchange.protection.baseline\` selects the values of one column; what stands under \`protection\` wins over it, attribute by
attribute. Policies of your own take from it what they leave out. A value that needs a licence is left out unless
\`protection.licence\` has it. "told" is a value that the tenant tells: \`protection.sensitiveUsers\`, \`partnerDomains\`, \`notify\`;
without it the row is left out. A mail flow rule belongs to \`scuba\`: \`external-tag\` (MS.EXO.7.1v1).

${NAMES.map((name) => `- \`${name}\`: ${BASELINES[name].title}, <${BASELINES[name].source}>`).join("\n")}
`;

function renderKind(kind: ExchangeKind): readonly string[] {
  const rows = BASELINE_VALUES.filter((one) => one.kind === kind);
  return [
    `### ${BESIDE[kind] ?? `protection.${PLACES[kind] ?? kind}`}`,
    "",
    `\`${objectFacts(kind).noun}\``,
    "",
    `| attribute | ${NAMES.map((name) => `\`${name}\``).join(" | ")} | controls | licence |`,
    `| --- | ${NAMES.map(() => "---").join(" | ")} | --- | --- |`,
    ...rows.map(renderValue),
    "",
  ];
}

function renderValue(one: BaselineValue): string {
  const { kind, attribute, wanted, controls } = one;
  const cells = NAMES.map((name) => valueWords(wanted[name]));
  return `| \`${attribute}\` | ${cells.join(" | ")} | ${controls.join(", ")} | ${LICENCE_WORDS[licenceOf(kind, attribute)]} |`;
}

const LICENCE_WORDS = {
  "exchange-online": "",
  "defender-p1": "Defender P1",
  "defender-p2": "Defender P2",
  e5: "E5",
} as const;

const TOLD: Readonly<Record<ToldValue, string>> = {
  sensitiveUsers: "told",
  partnerDomains: "told",
  notify: "told",
  mailbox: "told",
  initialDomain: "the initial domain alone",
};

function valueWords(wanted: Wanted | undefined): string {
  if (wanted === undefined) return "";
  if (typeof wanted === "object" && "from" in wanted) return TOLD[wanted.from];
  if (typeof wanted !== "object") return `\`${String(wanted)}\``;
  if (wanted.length > 5) return `${wanted.length} types of Microsoft's`;
  return wanted.length === 0 ? "none" : wanted.map((member) => `\`${member}\``).join(", ");
}

function renderUnmet(name: SayingBaseline): readonly string[] {
  const unmet = Object.entries(BASELINES[name].unmet);
  if (unmet.length === 0) return [];
  return [
    `| \`${name}\` | why |`,
    "| --- | --- |",
    ...unmet.map(([control, why]) => `| ${control} | ${why} |`),
    "",
  ];
}
