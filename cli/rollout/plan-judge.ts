import { declareEstate } from "../../lib/declare/estate";
import type { Estate } from "../../lib/estate/model";
import { formatFault } from "../../lib/fault";
import { formatPlace } from "../../lib/located-fault";
import type { Plan } from "../../lib/plan/plan";
import { readPlan } from "../../lib/plan/read-plan";
import { reviewBrief } from "../../lib/report/review/brief";
import { reviewContextOf } from "../../lib/review/context";
import { existingWords } from "../../lib/review/existing/words";
import { writtenBy } from "../../lib/review/existing/written";
import { type Allowance, reviewLimits } from "../../lib/review/limits";
import { reviewPlans } from "../../lib/review/review";
import { stopsOf } from "../../lib/review/words";
import { chooseRules } from "../../lib/rules/choose-rules";
import type { ExistingRecords } from "../../observe/existing/existing";
import type { RunBook } from "../../rollout/run-book";
import { type RunFolder, savedPlans } from "../../rollout/run-folder";
import { paintFor } from "../paint";
import { roleFinder } from "./role-finder";

/** What plans mean, and what speaks against applying them. */
interface Judgement {
  /** For people. */
  readonly text: string;
  /** Empty: nothing does. */
  readonly stops: readonly string[];
  /** Does a zone hold something already that nobody has allowed to be doubled? */
  readonly isInTheWay: boolean;
}

/** @param planned the stacks whose plans change something, of this round */
export type Judge = (folder: RunFolder, book: RunBook, planned: readonly string[]) => Promise<Judgement>;

/** Stacks whose entries are told; the others stand in `run.json`. */
const MOST_ENTRIES = 20;

/**
 * Judges plans as `review` does, by the limits and the rules of the estate, and looks before at what the zones hold
 * already where the plans create something.
 * @param estate whose stacks were planned; it has no problems
 */
export function planJudge(
  estate: Estate,
  allowances: readonly Allowance[],
  existing: Pick<ExistingRecords, "inTheWayOf">,
): Judge {
  return async (folder, book, planned) => {
    const declared = declareEstate(estate);
    const chosen = chooseRules(estate);
    if (!declared.ok || !chosen.ok) throw new Error("the estate has problems that its synth did not find");
    const roles = roleFinder(declared.domains);
    const plans = plansOf(folder, planned);
    const round = new Set(planned);
    const written = plans.filter(({ stack }) => round.has(stack)).map(writtenBy);
    const inTheWay = await existing.inTheWayOf(written);
    const told = written
      .flatMap(({ stack }, at) => {
        const found = inTheWay[at];
        return found ? [{ stack, ...existingWords(found, roles(stack)) }] : [];
      })
      .filter(({ messages }) => messages.length > 0);
    for (const { stack, messages } of told) book.noteExisting(stack, messages);
    const review = await reviewPlans(plans, {
      context: reviewContextOf(estate, declared.tenants),
      ...chosen.choice,
      today: new Date().toISOString().slice(0, 10),
      limits: reviewLimits(estate.review),
      allowances,
      existing: new Map(told.map(({ stack, messages }) => [stack, messages])),
    });
    const stopping = new Set(
      review.exceeded.flatMap(({ limit, subject, allowedBy }) =>
        limit === "existing" && allowedBy === undefined ? [subject] : [],
      ),
    );
    const entries = told.filter(({ stack, estate: lines }) => lines.length > 0 && stopping.has(stack));
    return {
      text: `${reviewBrief(review, paintFor(process.stdout))}${entriesText(entries, estate)}`,
      stops: review.passed ? [] : stopsOf(review),
      isInTheWay: stopping.size > 0,
    };
  };
}

/** The plans of a round, with those of stacks that stay as they are: what one publishes, others may rest on. */
function plansOf(folder: RunFolder, planned: readonly string[]): readonly Plan[] {
  const round = new Set(planned);
  return [...savedPlans(folder)].flatMap(({ stack, record, json }) => {
    if (!round.has(stack) && record.status !== "unchanged") return [];
    const read = readPlan(stack, json);
    if (read.ok) return [read.value];
    throw new Error(`the plan of ${stack} cannot be read: ${read.faults.map(formatFault).join("; ")}`);
  });
}

function entriesText(
  entries: readonly { readonly stack: string; readonly estate: readonly string[] }[],
  estate: Estate,
): string {
  const domains = new Map<string, Estate["domains"][number]>(estate.domains.map((one) => [one.name, one]));
  const shown = entries.slice(0, MOST_ENTRIES).map(({ stack, estate: lines }) => {
    const place = formatPlace(domains.get(stack)?.source([]) ?? {});
    const where = place === "" ? stack : `${stack} (${place})`;
    return `to take over what exists, in the entry of ${where}:\n${lines.map((line) => `  ${line}\n`).join("")}`;
  });
  const more = entries.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more; run.json has them all\n`] : [])].join("");
}
