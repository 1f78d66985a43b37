import { stackNames } from "../lib/declare/stack-names";
import { mailDomains } from "../lib/domain/plan";
import type { RulePackName } from "../lib/pack-names";
import { findingsJson } from "../lib/report/findings-json";
import { findingsText } from "../lib/report/findings-text";
import { junit } from "../lib/report/junit";
import { sarif } from "../lib/report/sarif";
import { RULES } from "../lib/rules";
import { judge } from "../lib/rules/judge";
import { LEVELS, type Level } from "../lib/rules/rule";
import type { Console } from "./console";
import { openEstate } from "./open-estate";
import { paintFor } from "./paint";
import { refuse } from "./read-estate";
import { selectStacks } from "./select-stacks";

export interface CheckOptions {
  readonly domain?: readonly string[];
  readonly format: "terminal" | "json" | "sarif" | "junit";
  /** Instead of the estate's packs. */
  readonly pack?: readonly RulePackName[];
  /** The mildest level that fails. */
  readonly failOn: Level;
  /** Tell of each control that is not judged. @default false */
  readonly verbose?: boolean;
}

/** `mail-hygiene check`: what the rules find in what an estate declares. */
export async function check(
  path: string,
  options: CheckOptions,
  version: string,
  console: Console,
): Promise<0 | 1> {
  const opened = openEstate(path, console, (estate) => selectStacks(stackNames(estate), options.domain));
  if (!opened) return 1;
  const { estate, declared } = opened;
  const today = new Date().toISOString().slice(0, 10);
  const judged = judge(estate, declared, { today, ...(options.pack ? { packs: options.pack } : {}) });
  if (!judged.ok) return refuse(judged.problems, console);
  // A part of the estate cannot tell which suppressions nobody needs.
  const sifted = options.domain ? { ...judged, idle: [] } : judged;
  console.out(report());
  const failing = LEVELS.slice(0, LEVELS.indexOf(options.failOn) + 1);
  return sifted.findings.some(({ level }) => failing.includes(level)) ? 1 : 0;

  function report(): string {
    switch (options.format) {
      case "terminal":
        return findingsText(sifted, paintFor(process.stdout), options.verbose);
      case "json":
        return findingsJson(sifted.findings, sifted.notJudged);
      case "sarif":
        return sarif([...sifted.findings, ...sifted.accepted], {
          version,
          rules: RULES,
          file: path,
          notJudged: sifted.notJudged,
        });
      case "junit":
        return junit("mail-hygiene check", subjects(), sifted.notJudged);
    }
  }

  function subjects() {
    const names = [
      ...declared.domains.flatMap(({ declaration }) => mailDomains(declaration.plan)),
      ...new Set([...declared.tenants, ...declared.exchanges].map(({ name }) => name)),
    ];
    return names.map((subject) => ({
      subject,
      findings: sifted.findings.filter((finding) => finding.subject === subject),
    }));
  }
}
