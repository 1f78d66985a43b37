import { type DnsName, parseName } from "../../lib/dns/name";
import type { Resolve } from "../../lib/dns/resolve";
import { FaultError, formatFault } from "../../lib/fault";
import { checkHost, type SpfCheck } from "../../lib/mail/spf/check";
import { type SpfTree, spfTree } from "../../lib/mail/spf/tree";
import { spfJson } from "../../lib/report/spf-json";
import { spfText } from "../../lib/report/spf-text";
import type { Finding } from "../../lib/rules/finding";
import { spfFindings } from "../../lib/rules/spf-findings";
import { type Ask, askWith } from "../../observe/ask";
import { spfAstray } from "../../observe/astray";
import { resolverOf } from "../../observe/dns/resolve";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { paintFor } from "../paint";
import { type DnsOptions, openDns } from "./dns";

export interface SpfOptions extends DnsOptions {
  readonly ip?: string;
  readonly sender?: string;
  readonly helo?: string;
  readonly format: "terminal" | "json";
}

/**
 * `mail-hygiene spf`: everything that a domain's SPF record leads to, and what a receiver makes of one client.
 * @returns 0; 1 if a rule finds an error, there is no record, or the client does not pass; 3 if something did not answer
 */
export async function spf(domain: string, options: SpfOptions, console: Console): Promise<0 | 1 | 3> {
  const name = parseName(domain, "owner");
  if (!name.ok) throw new Misuse(name.faults.map(formatFault).join("; "));
  if (options.ip === undefined && (options.sender ?? options.helo) !== undefined) {
    throw new Misuse("--sender and --helo are those of a client: name it with --ip");
  }
  const { client } = openDns(options);
  try {
    const resolve = resolverOf(client);
    const tree = await spfTree(name.value, resolve);
    const findings = tree.end === "temperror" ? [] : await findingsAt(name.value, tree, askWith(client));
    const check = await checked(name.value, options, resolve);
    const paint = paintFor(process.stdout);
    const report = { tree, findings, ...(check ? { check } : {}) };
    console.out(options.format === "json" ? spfJson(report) : spfText(report, paint));
    if (check) return check.result === "pass" ? 0 : check.result === "temperror" ? 3 : 1;
    if (tree.end === "none" || findings.some(({ level }) => level === "error")) return 1;
    return tree.findings.some(({ temporary }) => temporary) ? 3 : 0;
  } finally {
    await client.close();
  }
}

/** What `verify` would find of SPF, if the domain stood in an estate. */
async function findingsAt(domain: DnsName, tree: SpfTree, ask: Ask): Promise<readonly Finding[]> {
  const answers = await Promise.all([ask(domain, "TXT"), ask(domain, "MX")]);
  const records = answers.flatMap((answer) => (answer.kind === "answer" ? answer.records : []));
  const astray = tree.end === "none" ? await spfAstray(domain, ask) : [];
  return spfFindings(
    domain,
    records.map((record) => ({ ...record, name: domain })),
    tree,
    astray,
  );
}

async function checked(domain: string, options: SpfOptions, resolve: Resolve): Promise<SpfCheck | undefined> {
  const { ip, sender = `postmaster@${domain}`, helo = domain } = options;
  if (ip === undefined) return undefined;
  try {
    return await checkHost({ ip, sender, helo, domain }, resolve);
  } catch (error) {
    if (error instanceof FaultError) throw new Misuse(error.message);
    throw error;
  }
}
