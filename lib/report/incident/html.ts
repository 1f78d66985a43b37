import type { Incident } from "../../incident/incident";
import { htmlText } from "../html";
import { tellIncident } from "./told";

/** An incident as a page that needs nothing else: no script, no picture, no address that is loaded. */
export function incidentHtml(incident: Incident): string {
  const { title, facts, found, timeline, stood, standing, left } = tellIncident(incident);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>body{font:16px sans-serif;margin:2em auto;max-width:60em}td,th{border:1px solid #999;padding:.3em;text-align:left;vertical-align:top;overflow-wrap:anywhere}table{border-collapse:collapse}</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
${table([], facts)}
<h2>What was found</h2>
${found.map(([what, values]) => `<h3>${htmlText(what)}</h3>\n${bullets(values.length > 0 ? values : ["none"])}`).join("\n")}
<h2>${htmlText(stood)}</h2>
${standing.length > 0 ? table(["step", "stands", "proof"], standing) : "<p>Nobody has looked yet.</p>"}
<h2>When what happened</h2>
${table(["when", "what", "proof"], timeline)}
<h2>Left to people</h2>
${bullets(left)}
</body>
</html>
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[], tag: "td" | "th") =>
    `<tr>${cells.map((cell) => `<${tag}>${htmlText(cell)}</${tag}>`).join("")}</tr>`;
  const top = head.length > 0 ? [row(head, "th")] : [];
  return `<table>\n${[...top, ...rows.map((cells) => row(cells, "td"))].join("\n")}\n</table>`;
}

function bullets(values: readonly string[]): string {
  return `<ul>\n${values.map((value) => `<li>${htmlText(value)}</li>`).join("\n")}\n</ul>`;
}
