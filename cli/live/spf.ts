import { parseName } from "../../lib/dns/name";
import type { Resolve } from "../../lib/dns/resolve";
import { FaultError, formatFault } from "../../lib/fault";
import { checkHost, type SpfCheck } from "../../lib/mail/spf/check";
import { spfTree } from "../../lib/mail/spf/tree";
import { spfJson } from "../../lib/report/spf-json";
import { spfText } from "../../lib/report/spf-text";
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
 * @returns 0; 1 for a record that is at fault or a client that does not pass; 3 if something did not answer
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
    const check = await checked(name.value, options, resolve);
    const paint = paintFor(process.stdout);
    console.out(options.format === "json" ? spfJson(tree, check) : spfText(tree, check, paint));
    if (check ? check.result === "temperror" : tree.end === "temperror") return 3;
    const isFine = check ? check.result === "pass" : tree.findings.length === 0;
    return isFine ? 0 : 1;
  } finally {
    await client.close();
  }
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
