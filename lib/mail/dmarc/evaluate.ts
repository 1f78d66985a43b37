import { isNameWithin } from "../../dns/name";
import type { Resolve } from "../../dns/resolve";
import { type DmarcWalk, recordInForce, walkDmarc } from "./discover";
import { effectivePolicy, type PolicyScope } from "./policy";
import type { Alignment, DmarcDisposition, DmarcRecord } from "./record";

/** A domain that SPF or DKIM vouches for, held against the author's. */
export interface Identifier {
  readonly by: "spf" | "dkim";
  readonly domain: string;
}

/** How an identifier stands to the author's domain. */
interface AlignedIdentifier extends Identifier {
  readonly aligned: boolean;
  /** Nobody answered for a name that decides it. */
  readonly isUnknown?: boolean;
  readonly mode: Alignment;
  /** In words. */
  readonly why: string;
}

/** What a receiver makes of a message by DMARC (RFC 9989 §5.3). */
export interface DmarcCheck {
  readonly result: "pass" | "fail" | "none" | "temperror";
  readonly author: string;
  /** The record that holds, and where it stands. */
  readonly policyDomain?: string;
  readonly record?: string;
  /** What the record asks for where mail fails. */
  readonly disposition?: DmarcDisposition;
  readonly organization: string;
  readonly identifiers: readonly AlignedIdentifier[];
  /** Records at the author's domain that do not count. */
  readonly ignored?: string;
  /** Names that were asked for without an answer. */
  readonly unanswered: readonly string[];
}

const EMPTY = "a DMARC record without a policy that can be read and without rua, which asks for nothing";

/** Walks for alignment that one message may cause. */
const MOST_WALKS = 10;

/**
 * Evaluates DMARC.
 * @param author the domain of From, in A-labels
 * @param passed the domains for which SPF passed, and those of signatures that verify
 */
export async function evaluateDmarc(
  author: string,
  passed: readonly Identifier[],
  resolve: Resolve,
): Promise<DmarcCheck> {
  const walk = await walkDmarc(author, resolve);
  const { organization, ignored, unanswered } = walk;
  const found = recordInForce(author, walk.met);
  const modes = { spf: found?.record.aspf ?? "relaxed", dkim: found?.record.adkim ?? "relaxed" } as const;
  const walks = new Map<string, Promise<DmarcWalk>>();
  const identifiers: AlignedIdentifier[] = [];
  for (const identifier of passed) {
    identifiers.push(await align(identifier, walk, modes[identifier.by], walks, resolve));
  }
  const base = {
    author,
    organization,
    identifiers,
    unanswered,
    ...(ignored === undefined ? {} : { ignored }),
  };
  if (!found) return { result: unanswered.includes(author) ? "temperror" : "none", ...base };
  if (found.isEmpty) return { result: "none", ...base, ignored: EMPTY };
  const isAligned = identifiers.some(({ aligned }) => aligned);
  const isOpen = unanswered.includes(author) || identifiers.some(({ isUnknown }) => isUnknown);
  const disposition = await dispositionOf(found.record, found.domain, author, resolve);
  return {
    result: isAligned ? "pass" : isOpen || disposition === undefined ? "temperror" : "fail",
    ...base,
    policyDomain: found.domain,
    record: found.text,
    ...(disposition === undefined ? {} : { disposition }),
  };
}

/** @returns absent where nobody answers whether the author's domain exists, and that decides */
async function dispositionOf(
  record: DmarcRecord,
  policyDomain: string,
  author: string,
  resolve: Resolve,
): Promise<DmarcDisposition | undefined> {
  if (policyDomain === author) return effectivePolicy(record, "domain");
  const { subdomainPolicy = record.policy, nonExistentPolicy = subdomainPolicy } = record;
  if (nonExistentPolicy === subdomainPolicy) return effectivePolicy(record, "subdomain");
  const answer = await resolve(author, "A");
  if (answer.kind === "failure") return undefined;
  const scope: PolicyScope = answer.kind === "nxdomain" ? "non-existent" : "subdomain";
  return effectivePolicy(record, scope);
}

async function align(
  identifier: Identifier,
  author: DmarcWalk,
  mode: Alignment,
  walks: Map<string, Promise<DmarcWalk>>,
  resolve: Resolve,
): Promise<AlignedIdentifier> {
  const { domain } = identifier;
  const answer = (aligned: boolean, why: string, isUnknown = false): AlignedIdentifier => ({
    ...identifier,
    aligned,
    mode,
    why,
    ...(isUnknown ? { isUnknown } : {}),
  });
  if (domain === author.start) return answer(true, `is the author's domain ${author.start}`);
  if (mode === "strict") return answer(false, `is not ${author.start} itself, which its record asks for`);
  const { organization } = author;
  if (!isNameWithin(domain, organization)) {
    const isUnknown = author.unanswered.length > 0 && isRelated(domain, author.start);
    return answer(false, `is not within ${organization}, the author's organization`, isUnknown);
  }
  if (!walks.has(domain) && walks.size >= MOST_WALKS) {
    return answer(false, "was not looked at: too many domains", true);
  }
  const walked = walks.get(domain) ?? walkDmarc(domain, resolve);
  walks.set(domain, walked);
  const other = await walked;
  if (other.organization === organization)
    return answer(true, `is of the same organization, ${organization}`);
  return answer(false, `is of another organization, ${other.organization}`, other.unanswered.length > 0);
}

/** Could a record that nobody answered for make them one organization? Only if they share more than the top. */
function isRelated(one: string, other: string): boolean {
  const [first, second] = [one.split("."), other.split(".")];
  return first.at(-1) === second.at(-1) && first.at(-2) === second.at(-2);
}
