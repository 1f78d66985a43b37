import type { FirstEstate } from "../../lib/estate/first-estate";
import { type Fault, formatFault } from "../../lib/fault";
import type { Console, Terminal } from "../console";
import { Misuse } from "../misuse";
import {
  ADDED_BEFORE,
  cloudQuestion,
  DOMAIN,
  EGRESS,
  HOST,
  MX_HOST,
  parkedQuestion,
  type Question,
  RESOURCE_GROUP,
  reportsQuestion,
  SINCE,
  type Since,
  TENANT,
} from "./questions";

/** As the command line has them; commander names them. */
export interface InitOptions {
  readonly domain?: string;
  readonly tenant?: string;
  readonly cloud?: string;
  readonly host?: string;
  readonly resourceGroup?: string;
  readonly addedBefore?: string;
  readonly mx?: string;
  readonly reports?: readonly string[];
  readonly onPremises?: readonly string[];
  readonly parked?: readonly string[];
}

/**
 * What makes a first estate: from options, and where these leave something open, from the person at the terminal.
 * @returns `undefined` where the person ended it
 * @throws Misuse with all that is wrong and, without a terminal, all that is missing
 */
export async function answersTo(
  options: InitOptions,
  { terminal }: Pick<Console, "terminal">,
): Promise<FirstEstate | undefined> {
  // First without the person: nobody is asked before an option is known to be wrong.
  const silent = new Inquiry(undefined);
  const estate = await inquire(options, silent);
  const lacking = terminal ? [] : silent.missing;
  if (silent.wrong.length + lacking.length > 0) {
    throw new Misuse([...silent.wrong, ...lacking, "nothing was written"].join("\nmail-hygiene: "));
  }
  return estate ?? inquire(options, new Inquiry(terminal));
}

async function inquire(options: InitOptions, inquiry: Inquiry): Promise<FirstEstate | undefined> {
  const domain = await inquiry.answer(DOMAIN, options.domain);
  const tenant = await inquiry.answer(TENANT, options.tenant);
  const isOpen = tenant && (tenant.clouds.length > 1 || options.cloud !== undefined);
  const cloud = isOpen
    ? await inquiry.answer(cloudQuestion(tenant.clouds), options.cloud)
    : tenant?.clouds[0];
  const host = await inquiry.answer(HOST, options.host);
  const resourceGroup =
    host === "azure" ? await inquiry.answer(RESOURCE_GROUP, options.resourceGroup) : undefined;
  if (host !== undefined && host !== "azure" && options.resourceGroup !== undefined) {
    inquiry.refuse(RESOURCE_GROUP, { message: `zones at ${host} have no resource group` });
  }
  const since = await knownSince(options, inquiry);
  // Without the domain others are asked about all the same, for their faults.
  const reports = await inquiry.answer(reportsQuestion(domain), options.reports?.join(" "));
  const egress = await inquiry.answer(EGRESS, options.onPremises?.join(" "));
  const parked = await inquiry.answer(parkedQuestion(domain), options.parked?.join(" "));
  if (!domain || !tenant || !cloud || !host || !since || !reports || !egress || !parked) return undefined;
  if (host === "azure" && resourceGroup === undefined) return undefined;
  const { initialDomain, prefix } = tenant;
  return {
    domain,
    tenant: { initialDomain, prefix, cloud },
    zone: { host, resourceGroup },
    ...since,
    reports,
    egress,
    parked,
  };
}

/** Both options may be given: the day is for the tenant's further domains then. */
async function knownSince({ addedBefore, mx }: InitOptions, inquiry: Inquiry): Promise<Since | undefined> {
  if (addedBefore === undefined && mx === undefined) return inquiry.answer(SINCE, undefined);
  const day = addedBefore === undefined ? {} : await inquiry.answer(ADDED_BEFORE, addedBefore);
  const host = mx === undefined ? {} : await inquiry.answer(MX_HOST, mx);
  return day && host && { ...day, ...host };
}

/** Gathers answers: those that options give, then those of the person. */
class Inquiry {
  /** What is wrong with options, a line each. */
  readonly wrong: string[] = [];
  /** What no option gives and nobody could be asked, a line each. */
  readonly missing: string[] = [];
  private isOver = false;

  constructor(private readonly terminal: Terminal | undefined) {}

  /** @returns `undefined` where there is no answer, which is noted, or the person has ended it */
  async answer<T>(question: Question<T>, given: string | undefined): Promise<T | undefined> {
    if (given !== undefined) return this.take(question, given);
    if (this.terminal) return this.ask(question, this.terminal);
    if (question.otherwise !== undefined) return this.take(question, question.otherwise);
    this.missing.push(`${question.option} is missing: ${lowerFirst(question.text)}`);
    return undefined;
  }

  refuse({ option }: Pick<Question<unknown>, "option">, ...faults: readonly Fault[]): void {
    this.wrong.push(
      ...faults.map((fault) => `${option.replace(/ .*/, "")}: ${formatFault({ ...fault, path: [] })}`),
    );
  }

  private take<T>(question: Question<T>, given: string): T | undefined {
    const read = question.read(given.trim());
    if (read.ok) return read.value;
    this.refuse(question, ...read.faults);
    return undefined;
  }

  /** Asks until there is an answer that can be read. */
  private async ask<T>({ text, otherwise, read }: Question<T>, terminal: Terminal): Promise<T | undefined> {
    const fallback = otherwise === undefined ? "" : ` [${otherwise || "none"}]`;
    for (let before = ""; !this.isOver; ) {
      const answer = await terminal.ask(`${before}${text}${fallback}: `);
      if (answer === undefined) {
        this.isOver = true;
        break;
      }
      const result = read(answer || (otherwise ?? ""));
      if (result.ok) return result.value;
      before = result.faults.map((fault) => `  ${formatFault({ ...fault, path: [] })}\n`).join("");
    }
    return undefined;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
