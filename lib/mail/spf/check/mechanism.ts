import { AddressSet } from "../../../dns/address-set";
import type { Asking } from "../../../dns/asking";
import { isNameWithin } from "../../../dns/name";
import { type DnsAnswer, type DnsData, recordsOf } from "../../../dns/resolve";
import type { SpfHost } from "../record";
import type { Identity } from "./identity";
import { beyondLimit, type SpfLimits } from "./limits";
import { queryName, targetName } from "./name";
import { noAnswer, type SpfProblem } from "./problem";
import type { Questions } from "./query";
import type { CheckedStep } from "./trace";
import { validatedNames } from "./validated-names";

/** What the evaluation of one term came to. */
export interface MechanismResult extends Pick<CheckedStep, "outcome" | "record"> {
  readonly problems?: readonly SpfProblem[];
}

/** A term's surroundings. */
export interface MechanismContext {
  readonly identity: Identity;
  readonly limits: SpfLimits;
  readonly questions: Questions;
  /** The domain that publishes the term. */
  readonly domain: string;
}

/** `a` (RFC 7208 §5.3). */
export function* checkA(term: SpfHost, target: string, around: MechanismContext): Asking<MechanismResult> {
  const name = targetName(target);
  if (name === undefined) return matchIf(false);
  const { version } = around.identity;
  const type = version === "ip4" ? "A" : "AAAA";
  return atAddresses(term, name, yield* around.questions.own(name, type), around);
}

/** `mx` (§5.4): the exchanges in order of preference, without falling back on the domain's own addresses. */
export function* checkMx(term: SpfHost, target: string, around: MechanismContext): Asking<MechanismResult> {
  const { identity, limits, questions, domain } = around;
  const name = targetName(target);
  if (name === undefined) return matchIf(false);
  const answer = yield* questions.own(name, "MX");
  if (answer.kind === "failure") return temperror(noAnswer(domain, name, "MX", answer));
  for (const [count, exchange] of exchangesOf(recordsOf<"MX">(answer)).entries()) {
    if (count >= limits.names) {
      return { outcome: "permerror", problems: [beyondLimit("names", limits.names, domain)] };
    }
    const type = identity.version === "ip4" ? "A" : "AAAA";
    const taken = atAddresses(term, exchange, yield* questions.further(exchange, type), around);
    if (taken.outcome !== "no match") return taken;
  }
  return matchIf(false);
}

/** The exchanges that can be asked for, in order of preference; the null MX names none. */
export function exchangesOf(records: readonly DnsData["MX"][]): readonly string[] {
  return records
    .toSorted((a, b) => a.preference - b.preference)
    .flatMap(({ exchange }) => queryName(exchange) ?? []);
}

/** `exists` (§5.7): an A record, also for a client with an IPv6 address. */
export function* checkExists(target: string, around: MechanismContext): Asking<MechanismResult> {
  const name = targetName(target);
  if (name === undefined) return matchIf(false);
  const answer = yield* around.questions.own(name, "A");
  if (answer.kind === "failure") return temperror(noAnswer(around.domain, name, "A", answer));
  return matchIf(answer.kind === "records");
}

/** `ptr` (§5.5). */
export function* checkPtr(target: string, around: MechanismContext): Asking<MechanismResult> {
  const name = targetName(target);
  if (name === undefined) return matchIf(false);
  const names = yield* validatedNames(around.identity, around.limits.names, around.questions);
  return matchIf(names.some((validated) => isNameWithin(validated, name)));
}

function atAddresses(
  term: SpfHost,
  name: string,
  answer: DnsAnswer<"A" | "AAAA">,
  { identity, domain }: MechanismContext,
): MechanismResult {
  const { version, ip } = identity;
  if (answer.kind === "failure") {
    return temperror(noAnswer(domain, name, version === "ip4" ? "A" : "AAAA", answer));
  }
  const cidr = version === "ip4" ? term.cidr4 : term.cidr6;
  return matchIf(
    recordsOf<"A" | "AAAA">(answer).some((address) => AddressSet.block(version, address, cidr).has(ip)),
  );
}

function matchIf(matches: boolean): MechanismResult {
  return { outcome: matches ? "match" : "no match" };
}

function temperror(problem: SpfProblem): MechanismResult {
  return { outcome: "temperror", problems: [problem] };
}
