import { dirname, resolve } from "node:path";
import { formatFault } from "../../lib/fault";
import { incidentHtml } from "../../lib/report/incident/html";
import { incidentMarkdown } from "../../lib/report/incident/markdown";
import type { Console } from "../console";
import { readIncident } from "./incident-files";

/** What `mail-hygiene incident-report` is told. */
export interface IncidentReportOptions {
  readonly format: keyof typeof FORMATS;
}

const FORMATS = { markdown: incidentMarkdown, html: incidentHtml } as const;

/** `mail-hygiene incident-report`: an incident's file as a report. @returns the exit code */
export function incidentReport(path: string, { format }: IncidentReportOptions, console: Console): number {
  const absolute = resolve(console.folder, path);
  const incident = readIncident(absolute, path, dirname(absolute));
  if (!incident.ok) {
    for (const fault of incident.faults) console.err(`${path}: ${formatFault(fault)}\n`);
    return 1;
  }
  console.out(FORMATS[format](incident.value));
  return 0;
}
