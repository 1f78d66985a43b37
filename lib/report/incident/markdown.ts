import type { Incident } from "../../incident/incident";
import { inline } from "../review/markdown-text";
import { tellIncident } from "./told";

/** An incident as Markdown, for a ticket or a pull request. */
export function incidentMarkdown(incident: Incident): string {
  const { title, facts, found, timeline, stood, standing, left } = tellIncident(incident);
  return `${[
    `# ${inline(title)}`,
    table(["", ""], facts),
    "## What was found",
    ...found.map(
      ([what, values]) => `**${inline(what)}**\n\n${bullets(values.length > 0 ? values : ["none"])}`,
    ),
    `## ${inline(stood)}`,
    standing.length > 0 ? table(["step", "stands", "proof"], standing) : "Nobody has looked yet.",
    "## When what happened",
    table(["when", "what", "proof"], timeline),
    "## Left to people",
    bullets(left),
  ].join("\n\n")}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(head),
    line(head.map(() => "---")),
    ...rows.map((row) => line(row.map((cell) => inline(cell)))),
  ].join("\n");
}

function bullets(values: readonly string[]): string {
  return values.map((value) => `- ${inline(value)}`).join("\n");
}
