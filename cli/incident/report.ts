import { resolve } from "node:path";
import { formatFault } from "../../lib/fault";
import { parseIncident } from "../../lib/incident/incident";
import { incidentHtml } from "../../lib/report/incident/html";
import { incidentMarkdown } from "../../lib/report/incident/markdown";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { readTextFile } from "../read-file";

/** What `mail-hygiene incident-report` is told. */
export interface IncidentReportOptions {
  readonly format: string;
}

const FORMATS = { markdown: incidentMarkdown, html: incidentHtml } as const;
/** More is no incident. */
const MOST = 1_000_000;

/** `mail-hygiene incident-report`: an incident's file as a report. @returns the exit code */
export function incidentReport(path: string, { format }: IncidentReportOptions, console: Console): number {
  if (format !== "markdown" && format !== "html") {
    throw new Misuse(`--format ${format}: expected ${Object.keys(FORMATS).join(" | ")}`);
  }
  const incident = parseIncident(readTextFile(resolve(console.folder, path), path, { most: MOST }));
  if (!incident.ok) {
    for (const fault of incident.faults) console.err(`${path}: ${formatFault(fault)}\n`);
    return 1;
  }
  console.out(FORMATS[format](incident.value));
  return 0;
}
