import type { FirstEstate } from "../../lib/estate/first-estate";
import { type Fault, fail, formatFault, type Result, settle } from "../../lib/fault";
import { CLOUD_NAMES } from "../../lib/microsoft/clouds";
import type { Console, Terminal } from "../console";
import { Misuse } from "../misuse";
import {
  ADDED_BEFORE,
  cloudQuestion,
  DOMAIN,
  EGRESS,
  HOST,
  HOST_OF_GROUP,
  MX_HOST,
  parkedQuestion,
  type Question,
  RESOURCE_GROUP,
  reportsQuestion,
  SINCE,
  type Since,
  TENANT,
} from "./questions";
import { faultsOf } from "./trial";

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
  /** What is answered so far, and passed. */
  const known: { -readonly [Key in keyof FirstEstate]?: FirstEstate[Key] } = {};
  const domain = await inquiry.answer(
    held(DOMAIN, (answer) => ({ domain: answer })),
    options.domain,
  );
  if (domain) known.domain = domain;
  const tenant = await inquiry.answer(
    held(TENANT, ({ initialDomain, prefix, clouds: [cloud = "worldwide"] }) => ({
      ...known,
      tenant: { initialDomain, prefix, cloud },
    })),
    options.tenant,
  );
  const isOpen = options.cloud !== undefined || (tenant && tenant.usual === undefined);
  const cloud = isOpen
    ? await inquiry.answer(cloudQuestion(tenant?.clouds ?? CLOUD_NAMES), options.cloud)
    : tenant?.usual;
  if (tenant && cloud) {
    known.tenant = { initialDomain: tenant.initialDomain, prefix: tenant.prefix, cloud };
  }
  const isGroupGiven = options.host === undefined && options.resourceGroup !== undefined;
  const host = await inquiry.answer(isGroupGiven ? HOST_OF_GROUP : HOST, options.host);
  const resourceGroup =
    host === "azure"
      ? await inquiry.answer(
          held(RESOURCE_GROUP, (answer) => ({ ...known, zone: { host, resourceGroup: answer } })),
          options.resourceGroup,
        )
      : undefined;
  if (host !== undefined && host !== "azure" && options.resourceGroup !== undefined) {
    inquiry.refuse(RESOURCE_GROUP, { message: `zones at ${host} have no resource group` });
  }
  if (host && (host !== "azure" || resourceGroup !== undefined)) known.zone = { host, resourceGroup };
  // Whose host it is cannot be told before the domain and the cloud are known.
  const isTold = known.domain !== undefined && known.tenant !== undefined;
  const since = await knownSince(options, inquiry, (question) =>
    isTold ? held(question, (answer) => ({ ...known, mxHost: undefined, ...answer })) : question,
  );
  if (since && isTold) Object.assign(known, { mxHost: undefined, ...since });
  // Without the domain others are asked about all the same, for their faults.
  const reports = await inquiry.answer(
    held(reportsQuestion(domain), (answer) => ({ ...known, reports: answer })),
    options.reports,
  );
  if (reports) known.reports = reports;
  const egress = await inquiry.answer(
    held(EGRESS, (answer) => ({ ...known, egress: answer })),
    options.onPremises,
  );
  if (egress) known.egress = egress;
  const silent = parkedQuestion(domain);
  const parked = await inquiry.answer(
    // One of them may be called as what stands in for the domain.
    domain ? held(silent, (answer) => ({ ...known, parked: answer })) : silent,
    options.parked,
  );
  const { zone } = known;
  if (!domain || !known.tenant || !zone || !since || !reports || !egress || !parked) return undefined;
  return { domain, tenant: known.tenant, zone, ...since, reports, egress, parked };
}

/** A question whose answer is held against the estate that it makes too, as that will be read and judged. */
function held<T>(question: Question<T>, estate: (answer: T) => Partial<FirstEstate>): Question<T> {
  return {
    ...question,
    read(answer) {
      const read = question.read(answer);
      return read.ok ? settle(faultsOf(estate(read.value)), () => read.value) : read;
    },
  };
}

/** Both options may be given: the day is for the tenant's further domains then. */
async function knownSince(
  { addedBefore, mx }: InitOptions,
  inquiry: Inquiry,
  held: (question: Question<Since>) => Question<Since>,
): Promise<Since | undefined> {
  if (addedBefore === undefined && mx === undefined) return inquiry.answer(held(SINCE), undefined);
  const day = addedBefore === undefined ? {} : await inquiry.answer(held(ADDED_BEFORE), addedBefore);
  const host = mx === undefined ? {} : await inquiry.answer(held(MX_HOST), mx);
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
  async answer<T>(
    question: Question<T>,
    given: string | readonly string[] | undefined,
  ): Promise<T | undefined> {
    if (given !== undefined) {
      const read = readGiven(question, given);
      if (read.ok) return read.value;
      // Right by itself, as was seen before anybody was asked, and wrong beside an answer.
      if (this.terminal) return this.ask(question, this.terminal, read.faults);
      this.refuse(question, ...read.faults);
      return undefined;
    }
    if (this.terminal) return this.ask(question, this.terminal);
    if (question.otherwise !== undefined) return this.answer(question, question.otherwise);
    this.missing.push(`${question.option} is missing: ${lowerFirst(question.text)}`);
    return undefined;
  }

  refuse({ option }: Pick<Question<unknown>, "option">, ...faults: readonly Fault[]): void {
    this.wrong.push(
      ...faults.map((fault) => `${option.replace(/ .*/, "")}: ${formatFault({ ...fault, path: [] })}`),
    );
  }

  /** Asks until there is an answer that can be read. */
  private async ask<T>(
    { text, otherwise, read }: Question<T>,
    terminal: Terminal,
    faults: readonly Fault[] = [],
  ): Promise<T | undefined> {
    const fallback = otherwise === undefined ? "" : ` [${otherwise || NONE}]`;
    for (let before = lines(faults); !this.isOver; ) {
      const answer = await terminal.ask(`${before}${text}${fallback}: `);
      if (answer === undefined) {
        this.isOver = true;
        break;
      }
      const isFallback = answer === "" || (otherwise === "" && answer.toLowerCase() === NONE);
      const result = read(isFallback ? (otherwise ?? "") : answer);
      if (result.ok) return result.value;
      before = lines(result.faults);
    }
    return undefined;
  }
}

/** What stands for the empty answer, where that is one. */
const NONE = "none";

function lines(faults: readonly Fault[]): string {
  return faults.map((fault) => `  ${formatFault({ ...fault, path: [] })}\n`).join("");
}

/** Reads what an option gives, of those that may be repeated each value. */
function readGiven<T>({ read }: Question<T>, given: string | readonly string[]): Result<T> {
  if (typeof given === "string") return read(given.trim());
  // An unset variable of a shell is not the same as no option.
  if (given.some((one) => /^[\s,]*$/.test(one))) {
    return fail({ message: "empty", expected: "a value, or the option left out" });
  }
  return read(given.join(" "));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
