import { ancestry, type DnsName } from "../lib/dns/name";
import type { Resolve } from "../lib/dns/resolve";
import { type SpfTree, spfTree } from "../lib/mail/spf/tree";
import type { SmtpAnswer } from "../lib/posture/evidence";
import { spfNamesBelow } from "../lib/posture/facts/below";
import { mtaStsOf } from "../lib/posture/facts/mta-sts";
import { mxOf } from "../lib/posture/facts/mx";
import { soleSpf } from "../lib/posture/facts/spf";
import type { Answer, MailPosture, Posture } from "../lib/posture/model";
import type { Ask } from "./ask";
import { observeAstray } from "./astray";
import { bimiFiles } from "./bimi/files";
import type { Authorities } from "./dns/authorities";
import { type FindFreeNames, freeNameFinder } from "./free-names";
import type { FetchFile } from "./https/fetch-file";
import type { FetchPolicy } from "./https/fetch-policy";
import { observeOutside } from "./outside";
import { observeOwn } from "./own-records";
import { senderNames } from "./sender-names";
import type { AskExchange } from "./smtp/exchanges";
import type { Subject } from "./subject";
import { unansweredOf } from "./unanswered";

/** How the live world is looked at. */
export interface LiveLookups {
  readonly ask: Ask;
  /** The same DNS, as the SPF engine asks it. */
  readonly resolve: Resolve;
  readonly fetchPolicy: FetchPolicy;
  /** Fetches logos and mark certificates. @default nobody looks at them */
  readonly fetchFile?: FetchFile;
  /** Asks the name servers of zones for serials. @default nobody asks them */
  readonly serials?: Authorities["serials"];
  /** Connects to mail exchanges. @default nobody connects */
  readonly askExchange?: AskExchange;
}

/**
 * The posture that the live world shows of these domains. What a server did not say is unknown, never absent. Of tenants
 * the DNS says nothing.
 */
export async function observePosture(subjects: readonly Subject[], eyes: LiveLookups): Promise<Posture> {
  const findFreeNames = freeNameFinder(eyes.resolve);
  const seen = await Promise.all(subjects.map((subject) => observeDomain(subject, eyes, findFreeNames)));
  return {
    source: "observed",
    domains: seen.map(({ mail }) => mail).sort((a, b) => (a.domain < b.domain ? -1 : 1)),
    tenants: [],
    outside: seen.flatMap(({ outside }) => outside),
  };
}

async function observeDomain(
  subject: Subject,
  { ask, resolve, fetchPolicy, fetchFile, serials, askExchange }: LiveLookups,
  findFreeNames: FindFreeNames,
): Promise<{ readonly mail: MailPosture; readonly outside: readonly Answer[] }> {
  const { domain, intent, demands } = subject;
  const own = await observeOwn(subject, ask);
  const bare: MailPosture = {
    domain,
    intent,
    records: own.records,
    unknown: own.unknown,
    ...(demands ? { demands } : {}),
    where: { address: domain },
  };
  const posture: Posture = { source: "observed", domains: [bare], tenants: [], outside: own.outside };
  const announced = mtaStsOf(bare, posture).records.length > 0;
  const [around, policy, spf, spfBelow, dnssec, astray, nameServers, smtp, files] = await Promise.all([
    observeOutside(bare, posture, ask),
    announced || subject.servesPolicy ? fetchPolicy(domain) : undefined,
    treeOf(bare, posture, resolve),
    Promise.all(spfNamesBelow(bare).map((name) => spfTree(name, resolve))),
    observeSigned(domain, ask),
    observeAstray(bare, posture, ask),
    serials?.(domain),
    askExchange && exchangesOf(bare, posture, askExchange),
    fetchFile && bimiFiles(bare, posture, fetchFile),
  ]);
  const names = spf && (await senderNames(spf, resolve));
  const where = { address: `https://mta-sts.${domain}/.well-known/mta-sts.txt` };
  const outside = [...own.outside, ...around];
  const followed = {
    ...bare,
    ...(spf ? { spf } : {}),
    ...(spfBelow.length > 0 ? { spfBelow } : {}),
    ...(policy ? { mtaStsPolicy: { ...policy, where } } : {}),
    ...(nameServers && nameServers.length > 0 ? { nameServers } : {}),
    ...(smtp ? { smtp } : {}),
    ...(names ? { senderNames: names } : {}),
    ...(files ? { bimiFiles: files } : {}),
  };
  const known = { ...posture, domains: [followed], outside };
  const freeNames = await findFreeNames(followed, known);
  return {
    mail: {
      ...followed,
      unanswered: unansweredOf(followed, known, outside),
      ...(freeNames.length > 0 ? { freeNames } : {}),
      ...(dnssec === undefined ? {} : { dnssec }),
      ...(astray.length > 0 ? { astray } : {}),
    },
    outside,
  };
}

/** The exchanges that senders try first; a domain with more than these is asked about no better. */
const MOST_EXCHANGES = 10;

async function exchangesOf(mail: MailPosture, posture: Posture, askExchange: AskExchange) {
  const hosts = mxOf(mail, posture).flatMap(({ record: { exchange } }) =>
    exchange === "." ? [] : [exchange],
  );
  const all = [...new Set(hosts)];
  const asked = all.slice(0, MOST_EXCHANGES);
  const left = all.slice(MOST_EXCHANGES).map((host): SmtpAnswer => {
    return { host, address: "", kind: "unreached", why: `not asked: of ${all.length} exchanges` };
  });
  return [...(await Promise.all(asked.map((host) => askExchange(host)))).flat(), ...left];
}

async function treeOf(mail: MailPosture, posture: Posture, resolve: Resolve): Promise<SpfTree | undefined> {
  return soleSpf(mail, posture) ? spfTree(mail.domain, resolve) : undefined;
}

/**
 * Is the zone signed? The resolver's AD bit says so. Without it, a DS record at the domain or above means that this
 * resolver does not validate, so that nobody knows.
 */
async function observeSigned(domain: DnsName, ask: Ask): Promise<boolean | undefined> {
  const asked = await ask(domain, "MX");
  if (asked.kind === "failure") return undefined;
  if (asked.authentic) return true;
  const above = [...ancestry(domain)].slice(0, -1);
  const signed = await Promise.all(above.map((name) => ask(name, "DS")));
  return signed.every((one) => one.kind === "answer" && one.count === 0) ? false : undefined;
}
