import { parseName } from "../dns/name";
import type { Resolve } from "../dns/resolve";
import { type ArcCheck, checkArc } from "../mail/arc/chain";
import { checkDkim, type DkimCheck } from "../mail/dkim/signature";
import { type DmarcCheck, evaluateDmarc, type Identifier } from "../mail/dmarc/evaluate";
import { fieldsNamed, type MessageParts, unfolded } from "../mail/header-fields";
import { checkHost, type SpfCheck } from "../mail/spf/check";
import { targetName } from "../mail/spf/check/name";
import { propertyOf } from "./authentication-results";
import { type Author, authorOf, domainOf } from "./author";
import { type Said, type Statements, statementsOf } from "./said";
import { type Trust, type Way, wayOf } from "./way";

/** What the reader knows of a message besides the message. */
export interface MessageOptions {
  readonly trust: Trust;
  /** The client's address, where the message does not tell. */
  readonly ip?: string;
  /** What the client called itself in HELO. */
  readonly helo?: string;
  /** MAIL FROM: an address, or nothing for the null sender. */
  readonly mailFrom?: string;
}

/** SPF evaluated again, or why it cannot be. */
type SpfJudgement =
  | {
      readonly done: true;
      /** The domain that was asked about: of MAIL FROM, else of HELO. */
      readonly domain: string;
      readonly identity: "mailfrom" | "helo";
      readonly ip: string;
      readonly check: SpfCheck;
    }
  | { readonly done: false; readonly why: string };

/** Everything that can be told of a received message. */
export interface MessageReport {
  readonly author: Author;
  readonly mailFrom?: { readonly address: string; readonly from: string };
  readonly way: Way;
  readonly statements: Statements;
  readonly spf: SpfJudgement;
  readonly dkim: readonly DkimCheck[];
  readonly arc: ArcCheck;
  /** Absent where there is no author's domain. */
  readonly dmarc?: DmarcCheck;
  /** Why the message passed or failed, in one sentence. */
  readonly verdict: string;
  /** Where what can be trusted in the header differs from what is found now. */
  readonly differences: readonly string[];
  readonly oddities: readonly string[];
}

/**
 * Reads a message as its receiver has it: its way, what was said of it, and SPF, DKIM, ARC and DMARC evaluated again.
 * @param resolve the DNS as it is now, or as it is given
 */
export async function judgeMessage(
  message: MessageParts,
  options: MessageOptions,
  resolve: Resolve,
): Promise<MessageReport> {
  const { fields, oddities } = message;
  const way = wayOf(fields, options.trust);
  const statements = statementsOf(fields, way, options.trust);
  const author = authorOf(fields);
  const mailFrom = mailFromOf(message, options, statements);
  const time = way.border?.received?.time;
  const spf = await judgeSpf(way, options, mailFrom?.address, resolve);
  const [dkim, arc] = [await checkDkim(message, resolve, time), await checkArc(message, resolve, time)];
  const identifiers: Identifier[] = [
    ...(spf.done && spf.check.result === "pass" ? [{ by: "spf" as const, domain: spf.domain }] : []),
    ...dkim.flatMap(({ result, signature }) =>
      result === "pass" && signature ? [{ by: "dkim" as const, domain: signature.domain }] : [],
    ),
  ];
  const dmarc = author.ok ? await evaluateDmarc(author.domain, identifiers, resolve) : undefined;
  const found = { author, spf, dkim, ...(dmarc ? { dmarc } : {}) };
  return {
    way,
    statements,
    arc,
    ...found,
    ...(mailFrom ? { mailFrom } : {}),
    verdict: verdictOf(found),
    differences: differencesOf(found, statements),
    oddities,
  };
}

/** MAIL FROM as it is given, as the last host wrote it down, or its domain as an authority that can be trusted names it. */
function mailFromOf(
  { fields }: MessageParts,
  { mailFrom }: MessageOptions,
  { results }: Statements,
): MessageReport["mailFrom"] {
  if (mailFrom !== undefined) return { address: mailFrom, from: "given" };
  const paths = fieldsNamed(fields, "Return-Path");
  const [first] = paths;
  const path = first && paths.length === 1 ? pathIn(unfolded(first.body.slice(0, 4096))) : undefined;
  const domain = results
    .filter(({ isTrusted }) => isTrusted)
    .flatMap(({ says }) => says.results.filter(({ method }) => method === "spf"))
    .flatMap((result) => propertyOf(result, "smtp.mailfrom") ?? [])[0];
  // Anybody can write a Return-Path; where an authority says otherwise, that counts.
  if (path !== undefined && (domain === undefined || domainOf(path) === domainOf(domain) || path === "")) {
    return { address: path, from: "Return-Path" };
  }
  if (domain === undefined) return undefined;
  return { address: domain.includes("@") ? domain : `postmaster@${domain}`, from: "Authentication-Results" };
}

/** The address of a Return-Path (RFC 5322 §3.6.7). Exchange Online writes it without angle brackets. */
function pathIn(text: string): string | undefined {
  return /<([^<>]*)>/.exec(text)?.[1] ?? /^\s*([^\s<>@]+@[^\s<>@]+)\s*$/.exec(text)?.[1];
}

async function judgeSpf(
  way: Way,
  options: MessageOptions,
  mailFrom: string | undefined,
  resolve: Resolve,
): Promise<SpfJudgement> {
  const client = way.border?.received?.from;
  const ip = options.ip ?? client?.ip;
  if (ip === undefined) {
    return {
      done: false,
      why: way.border ? "the host that took the message in does not say from where" : NO_BORDER,
    };
  }
  if (options.ip === undefined && way.isInside) {
    return { done: false, why: "the message never left Microsoft's hosts: nobody asks SPF there" };
  }
  const helo = targetName(options.helo ?? client?.name ?? "");
  const sender = mailFrom === undefined || mailFrom === "" ? undefined : mailFrom;
  if (mailFrom === undefined) {
    return {
      done: false,
      why: "neither Return-Path nor a result that can be trusted tells MAIL FROM; give it with --mail-from",
    };
  }
  const domain = sender === undefined ? helo : targetName(domainOf(sender));
  if (domain === undefined)
    return { done: false, why: "MAIL FROM has no domain that the DNS can be asked about" };
  const check = await checkHost(
    { ip, helo: helo ?? "unknown.invalid", sender: sender ?? `postmaster@${domain}`, domain },
    resolve,
  );
  return { done: true, domain, identity: sender === undefined ? "helo" : "mailfrom", ip, check };
}

const NO_BORDER =
  "no host on the way is known for one to be trusted: name your own with --trust, or the client's address with --ip";

type Found = Pick<MessageReport, "author" | "spf" | "dkim" | "dmarc">;

/** Why the message passed or failed. */
function verdictOf({ author, spf, dkim, dmarc }: Found): string {
  if (!author.ok || !dmarc)
    return `DMARC cannot be evaluated: ${author.ok ? "there is no author" : author.why}.`;
  const aligned = dmarc.identifiers.filter(({ aligned: isAligned }) => isAligned);
  const reasons = [spfReason(spf, dmarc), dkimReason(dkim, dmarc)].join("; ");
  switch (dmarc.result) {
    case "pass":
      return `Passes DMARC for ${author.domain}: ${aligned.map(passText).join("; ")}.`;
    case "fail":
      return `Fails DMARC, and ${dmarc.policyDomain} asks for ${dmarc.disposition}: ${reasons}.`;
    case "none": {
      const without = dmarc.ignored === undefined ? "has no DMARC record" : `has ${dmarc.ignored}`;
      const would =
        aligned.length > 0 ? `would pass: ${aligned.map(passText).join("; ")}` : `would fail: ${reasons}`;
      return `${author.domain} ${without}, so nobody is asked to refuse anything; the message ${would}.`;
    }
    case "temperror":
      return `DMARC cannot be told: not all that decides it was answered (${[...dmarc.unanswered].join(", ") || author.domain}); ${reasons}.`;
  }
}

function passText({ by, domain, why }: DmarcCheck["identifiers"][number]): string {
  const what = by === "spf" ? `SPF passes for ${domain}` : `a DKIM signature of ${domain} verifies`;
  return `${what}, which ${why}`;
}

function spfReason(spf: SpfJudgement, dmarc: DmarcCheck): string {
  if (!spf.done) return `SPF was not evaluated, since ${spf.why}`;
  if (spf.check.result !== "pass") return `SPF is ${spf.check.result} for ${spf.domain} from ${spf.ip}`;
  const own = dmarc.identifiers.find(({ by }) => by === "spf");
  return `SPF passes for ${spf.domain}, which ${own?.why ?? "does not align"}`;
}

function dkimReason(dkim: readonly DkimCheck[], dmarc: DmarcCheck): string {
  if (dkim.length === 0) return "there is no DKIM signature";
  const passed = dmarc.identifiers.filter(({ by }) => by === "dkim");
  const texts = dkim.flatMap(({ result, signature, why }) => {
    const who = signature ? `the signature of ${signature.domain}` : "a signature";
    if (result !== "pass") return [`${who} does not count: ${why}`];
    const own = passed.find(({ domain }) => domain === signature?.domain);
    return [`${who} verifies, but ${own?.why ?? "does not align"}`];
  });
  const shown = [...new Set(texts)];
  const more = shown.length > 3 ? `; ${shown.length - 3} more signatures` : "";
  return `${shown.slice(0, 3).join("; ")}${more}`;
}

/** Where those who can be trusted said otherwise: the DNS, or the message, has changed since, or one of the two errs. */
function differencesOf({ spf, dkim, dmarc }: Found, { results }: Statements): readonly string[] {
  const trusted = results.filter(
    (said): said is Said<Statements["results"][number]["says"]> => said.isTrusted,
  );
  const differences: string[] = [];
  const compare = (method: string, now: string | undefined, same: (said: string, now: string) => boolean) => {
    const said = trusted.flatMap(({ says }) => says.results.filter((result) => result.method === method));
    const [first] = said;
    if (!first || now === undefined || said.some(({ result }) => same(result, now))) return;
    differences.push(`${method} was ${first.result} then, and is ${now} now`);
  };
  const equal = (said: string, now: string) => said === now;
  compare("spf", spf.done ? spf.check.result : undefined, (said, now) =>
    equal(said === "hardfail" ? "fail" : said, now),
  );
  const isSigned = dkim.some(({ result }) => result === "pass") ? "pass" : (dkim[0]?.result ?? "none");
  compare("dkim", isSigned, (said, now) => (said === "pass") === (now === "pass"));
  compare("dmarc", dmarc?.result, (said, now) => equal(said === "bestguesspass" ? "none" : said, now));
  return differences;
}

/** A name that the reader trusts, or what is wrong with it. */
export function trustedHost(text: string): string | undefined {
  const name = parseName(text, "owner");
  return name.ok && name.value.includes(".") ? name.value : undefined;
}
