import { ancestry, type DnsName } from "../lib/dns/name";
import type { Resolve } from "../lib/dns/resolve";
import { type SpfTree, spfTree } from "../lib/mail/spf/tree";
import { spfNamesBelow } from "../lib/posture/facts/below";
import { mtaStsOf } from "../lib/posture/facts/mta-sts";
import { soleSpf } from "../lib/posture/facts/spf";
import type { Answer, MailPosture, Posture } from "../lib/posture/model";
import type { Ask } from "./ask";
import { observeAstray } from "./astray";
import { type FindFreeNames, freeNameFinder } from "./free-names";
import type { FetchPolicy } from "./https/fetch-policy";
import { observeOutside } from "./outside";
import { observeOwn } from "./own-records";
import type { Subject } from "./subject";
import { unansweredOf } from "./unanswered";

/** How the live world is looked at. */
export interface LiveLookups {
  readonly ask: Ask;
  /** The same DNS, as the SPF engine asks it. */
  readonly resolve: Resolve;
  readonly fetchPolicy: FetchPolicy;
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
  { ask, resolve, fetchPolicy }: LiveLookups,
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
  const [around, policy, spf, spfBelow, dnssec, astray] = await Promise.all([
    observeOutside(bare, posture, ask),
    announced || subject.servesPolicy ? fetchPolicy(domain) : undefined,
    treeOf(bare, posture, resolve),
    Promise.all(spfNamesBelow(bare).map((name) => spfTree(name, resolve))),
    observeSigned(domain, ask),
    observeAstray(bare, posture, ask),
  ]);
  const where = { address: `https://mta-sts.${domain}/.well-known/mta-sts.txt` };
  const outside = [...own.outside, ...around];
  const followed = {
    ...bare,
    ...(spf ? { spf } : {}),
    ...(spfBelow.length > 0 ? { spfBelow } : {}),
    ...(policy ? { mtaStsPolicy: { ...policy, where } } : {}),
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
