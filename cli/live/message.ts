import { resolve as resolvePath } from "node:path";
import { canonicalIp4, canonicalIp6 } from "../../lib/dns/address";
import type { Resolve } from "../../lib/dns/resolve";
import { formatFault } from "../../lib/fault";
import { readMessage } from "../../lib/mail/header-fields";
import { judgeMessage, type MessageOptions, type MessageReport, trustedHost } from "../../lib/message";
import { messageJson } from "../../lib/report/message-json";
import { messageText } from "../../lib/report/message-text";
import { resolverOf } from "../../observe/dns/resolve";
import { parseNetwork } from "../../observe/reach";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { paintFor } from "../paint";
import { readOctets, readStandardInput } from "../read-file";
import { type DnsOptions, openDns } from "./dns";
import { givenDns } from "./given-dns";

export interface MessageCommandOptions extends DnsOptions {
  /** Host names, addresses and networks that are the reader's own. */
  readonly trust?: readonly string[];
  readonly ip?: string;
  readonly helo?: string;
  readonly mailFrom?: string;
  /** Files that stand for the DNS. */
  readonly dns?: readonly string[];
  readonly format: "terminal" | "json";
  readonly verbose?: boolean;
}

/** In octets: the largest message that Exchange Online takes is 150 MB. */
const MOST_OF_MESSAGE = 160 * 1024 * 1024;

/** 0: passes DMARC; 1: does not, or the file is no message; 3: something that decides did not answer. */
export type MessageExit = 0 | 1 | 3;

/** `mail-hygiene message`: the way of one received message, what was said of it, and why it passed or failed. */
export async function message(
  file: string,
  options: MessageCommandOptions,
  console: Console,
): Promise<MessageExit> {
  const given = optionsOf(options);
  const octets =
    file === "-"
      ? readStandardInput(MOST_OF_MESSAGE)
      : readOctets(resolvePath(console.folder, file), file, { most: MOST_OF_MESSAGE });
  const read = readMessage(octets);
  if (!read.ok) {
    for (const fault of read.faults) console.err(`${file}: ${formatFault(fault)}\n`);
    return 1;
  }
  const report = await withDns(options, console, (lookUp) => judgeMessage(read.value, given, lookUp));
  console.out(
    options.format === "json"
      ? messageJson(report)
      : messageText(report, paintFor(process.stdout), options.verbose),
  );
  return exitOf(report);
}

function exitOf({ dmarc }: MessageReport): MessageExit {
  if (dmarc?.result === "temperror") return 3;
  if (dmarc?.result === "none") return dmarc.identifiers.some(({ aligned }) => aligned) ? 0 : 1;
  return dmarc?.result === "pass" ? 0 : 1;
}

async function withDns<T>(
  options: MessageCommandOptions,
  { folder }: Console,
  work: (resolve: Resolve) => Promise<T>,
): Promise<T> {
  if (options.dns) return work(givenDns(options.dns, folder));
  const { client } = openDns(options);
  try {
    return await work(resolverOf(client));
  } finally {
    await client.close();
  }
}

function optionsOf({ trust = [], ip, helo, mailFrom }: MessageCommandOptions): MessageOptions {
  const problems: string[] = [];
  const hosts: string[] = [];
  const networks: MessageOptions["trust"]["networks"][number][] = [];
  for (const text of trust) {
    const network = parseNetwork(text);
    const host = network.ok ? undefined : trustedHost(text);
    if (network.ok) networks.push(network.value);
    else if (host !== undefined) hosts.push(host);
    else {
      const got = JSON.stringify(text);
      problems.push(
        `--trust: neither a host nor a network, got ${got}; expected such as mail.contoso.com or 203.0.113.0/24`,
      );
    }
  }
  const address = ip === undefined ? undefined : (canonicalIp4(ip) ?? canonicalIp6(ip));
  if (ip !== undefined && address === undefined) {
    problems.push(`--ip: not an address, got ${JSON.stringify(ip)}; expected such as 203.0.113.25`);
  }
  const sender = mailFrom?.replace(/^<|>$/g, "");
  if (sender !== undefined && sender !== "" && !sender.includes("@")) {
    problems.push(
      `--mail-from: not an address, got ${JSON.stringify(mailFrom)}; expected such as bounce@contoso.com, or "" for none`,
    );
  }
  if (problems.length > 0) throw new Misuse(problems.join("\n"));
  return {
    trust: { hosts, networks },
    ...(address === undefined ? {} : { ip: address }),
    ...(helo === undefined ? {} : { helo }),
    ...(sender === undefined ? {} : { mailFrom: sender }),
  };
}
