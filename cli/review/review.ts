import { counted } from "../../lib/counted";
import type { RulePackName } from "../../lib/pack-names";
import { reviewJson } from "../../lib/report/review/json";
import { reviewMarkdown } from "../../lib/report/review/markdown";
import { reviewText } from "../../lib/report/review/terminal";
import { sarif } from "../../lib/report/sarif";
import { NO_CONTEXT, type ReviewContext, reviewContextOf, stacksGone } from "../../lib/review/context";
import { declaredPlans, notPlanned } from "../../lib/review/declared-plans";
import { reviewLimits } from "../../lib/review/limits";
import { reviewPlans } from "../../lib/review/review";
import type { Review } from "../../lib/review/subject";
import { RULES } from "../../lib/rules";
import { chooseRules, type RuleChoice } from "../../lib/rules/choose-rules";
import { packRules } from "../../lib/rules/packs";
import { parseAllowances } from "../allowances";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { type OpenedEstate, openEstate } from "../open-estate";
import { paintFor } from "../paint";
import { refuse } from "../read-estate";
import { readPlans } from "./read-plans";

export interface ReviewOptions {
  readonly estate?: string;
  /** The estate of the base branch. */
  readonly base?: string;
  readonly format: "terminal" | "markdown" | "json" | "sarif";
  /** Where the run is that `latest` means. */
  readonly out: string;
  readonly allow?: readonly string[];
}

/** `mail-hygiene review`: what plans change for mail and sign-ins, and whether something stops them. */
export async function review(
  paths: readonly string[],
  options: ReviewOptions,
  version: string,
  console: Console,
): Promise<0 | 1> {
  if (paths.length === 0 && options.base === undefined) {
    throw new Misuse("no plan named: mail-hygiene review latest, or review <plan...>");
  }
  const allowances = parseAllowances(options.allow);
  const opened = options.estate === undefined ? undefined : openEstate(options.estate, console);
  if (options.estate !== undefined && !opened) return 1;
  const base = options.base === undefined ? undefined : openEstate(options.base, console);
  if (options.base !== undefined && !base) return 1;
  const choice = choose(opened, base, console);
  const { plans, problems, unplanned, removed, existing } = readPlans(paths.map(named), console.folder);
  for (const problem of problems) console.err(`${problem}\n`);
  if (problems.length > 0) console.err(`${counted(problems.length, "problem")}; nothing was reviewed\n`);
  if (!choice || problems.length > 0) return 1;
  const unseen = opened && !base ? notPlanned(opened.declared.domains) : [];
  if (unseen.length > 0) {
    console.err(
      `not reviewed, since no plan of Terraform shows them: ${unseen.join(", ")}; give --base <estate of the base branch>, or see npx cdk diff\n`,
    );
  }
  const declared = base && opened ? declaredPlans(base.declared.domains, opened.declared.domains) : [];
  const result = await reviewPlans([...plans, ...declared], {
    context: opened ? contextOf(opened) : NO_CONTEXT,
    ...choice,
    today: new Date().toISOString().slice(0, 10),
    // A change does not allow itself.
    limits: reviewLimits((base ?? opened)?.estate.review),
    allowances,
    ...(base ? { base: contextOf(base) } : {}),
    existing,
    absent: {
      unplanned,
      // Without the estate of the base branch nobody knows which change took them out: it may be this one.
      ...(base && opened
        ? { gone: stacksGone(base.estate, opened.estate), left: removed }
        : { gone: removed }),
    },
  });
  console.out(report(result, options, { version, file: options.estate ?? paths[0] ?? "" }));
  return result.passed ? 0 : 1;

  /** `latest` is the youngest run, as for --resume; a file of that name is `./latest`. */
  function named(path: string): string {
    return path === "latest" ? options.out : path;
  }
}

function contextOf({ estate, declared }: OpenedEstate): ReviewContext {
  return reviewContextOf(estate, declared.tenants);
}

/** With the estate of the base branch its suppressions count, and the packs of both: a change does not accept its own findings. */
function choose(
  opened: OpenedEstate | undefined,
  base: OpenedEstate | undefined,
  console: Console,
): RuleChoice | undefined {
  const choices: RuleChoice[] = [];
  for (const one of [opened, base]) {
    if (!one) continue;
    const chosen = chooseRules(one.estate);
    if (!chosen.ok) {
      refuse(chosen.problems, console);
      return undefined;
    }
    choices.push(chosen.choice);
  }
  if (choices.length === 0) return { rules: packRules(["recommended"]), suppressions: [] };
  const packs = [opened, base].flatMap((one): readonly RulePackName[] =>
    one ? (one.estate.rules.packs ?? ["recommended"]) : [],
  );
  return { rules: packRules([...new Set(packs)]), suppressions: choices.at(-1)?.suppressions ?? [] };
}

function report(
  result: Review,
  { format }: ReviewOptions,
  about: { readonly version: string; readonly file: string },
): string {
  switch (format) {
    case "terminal":
      return reviewText(result, paintFor(process.stdout));
    case "markdown":
      return reviewMarkdown(result);
    case "json":
      return reviewJson(result);
    case "sarif": {
      const findings = result.subjects.flatMap(({ findings: { added, unchanged } }) => [
        ...added,
        ...unchanged,
      ]);
      return sarif([...findings, ...result.accepted], { ...about, rules: RULES });
    }
  }
}
