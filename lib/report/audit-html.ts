import { counted } from "../counted";
import { displayName } from "../dns/name";
import { type Finding, formatFinding } from "../rules/finding";
import type { NotJudged } from "../rules/not-judged";
import { LEVELS } from "../rules/rule";
import { summary } from "./findings-text";
import { htmlText } from "./html";
import { type Score, shareOf } from "./score";

/** What an audit found, for people who read it in a browser. */
export interface AuditPage {
  readonly domains: readonly string[];
  /** Names of tenants that were read. @default none */
  readonly tenants?: readonly string[];
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  readonly scores: readonly Score[];
  /** Questions that stayed without an answer, a line each. */
  readonly unanswered: readonly string[];
}

/**
 * A page that stands alone: it loads nothing, runs nothing, and has no time in it, so that the same findings are the same
 * octets. Domains with what is worst come first.
 */
export function auditHtml({
  domains,
  tenants = [],
  findings,
  notJudged,
  scores,
  unanswered,
}: AuditPage): string {
  const title = htmlText(
    `Audit of ${[
      ...(domains.length > 0 || tenants.length === 0 ? [counted(domains.length, "domain")] : []),
      ...(tenants.length > 0 ? [counted(tenants.length, "tenant")] : []),
    ].join(" and ")}`,
  );
  const byDomain = new Map<string, Finding[]>([...domains, ...tenants].map((subject) => [subject, []]));
  for (const finding of findings) {
    const own = byDomain.get(finding.subject);
    if (own) own.push(finding);
    else byDomain.set(finding.subject, [finding]);
  }
  const sorted = [...byDomain].sort(([a, one], [b, other]) => worse(one, other) || (a < b ? -1 : 1));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p>${htmlText(summary(findings))}</p>
${scoreTable(scores)}${listed("No answer", unanswered)}
${sorted.map(([domain, own]) => section(domain, own)).join("\n")}
${listed(
  "Not judged",
  notJudged.map(
    ({ list, control, asks, part, look, why }) =>
      `${list} ${control}: ${part ?? asks}${why === undefined ? "" : `; ${why}`} (${look.how})`,
  ),
)}</body>
</html>
`;
}

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}" +
  "table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #ccc}" +
  "li{margin:.3rem 0}b.error{color:#a00}b.warning{color:#850}b.note{color:#456}" +
  "h2{margin:1.5rem 0 .3rem;font-size:1.1rem}code{overflow-wrap:anywhere}";

function worse(one: readonly Finding[], other: readonly Finding[]): number {
  for (const level of LEVELS) {
    const [a, b] = [one, other].map((all) => all.filter((finding) => finding.level === level).length);
    if (a !== b) return (b ?? 0) - (a ?? 0);
  }
  return 0;
}

function scoreTable(scores: readonly Score[]): string {
  const rows = scores
    .filter(({ judged }) => judged > 0)
    .map(
      (score) =>
        `<tr><td>${htmlText(score.list)}</td><td>${score.met} of ${score.judged}</td><td>${shareOf(score)} %</td></tr>\n`,
    );
  if (rows.length === 0) return "";
  return `<table>\n<tr><th>list</th><th>controls met</th><th>share</th></tr>\n${rows.join("")}</table>\n`;
}

function section(domain: string, findings: readonly Finding[]): string {
  const title = `<h2>${htmlText(displayName(domain))}</h2>`;
  if (findings.length === 0) return `${title}\n<p>no findings</p>`;
  const lines = findings.map(
    (finding) =>
      `<li><b class="${finding.level}">${finding.level}</b> <code>${htmlText(finding.rule)}</code> ${htmlText(formatFinding(finding))}</li>`,
  );
  return `${title}\n<ul>\n${lines.join("\n")}\n</ul>`;
}

function listed(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<h2>${title}</h2>\n<ul>\n${lines.map((line) => `<li>${htmlText(line)}</li>`).join("\n")}\n</ul>\n`;
}
