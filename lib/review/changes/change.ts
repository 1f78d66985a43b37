import type { DnsName } from "../../dns/name";
import type { DnsRecordType } from "../../dns/record";
import { elsewhereWords } from "../../posture/elsewhere";
import { answer } from "../../posture/lookup";
import type { MailPosture, Posture, UnknownRecord } from "../../posture/model";

/** `low`: nothing can be lost. `medium`: mail or sign-ins may fail. `high`: they will, or forgeries pass. */
export const RISKS = ["high", "medium", "low"] as const;
/** How much is at stake. */
export type Risk = (typeof RISKS)[number];

/** What changes for a domain or tenant, in a sentence that those who run mail understand. */
export interface Change {
  readonly text: string;
  readonly risk: Risk;
  /** What may happen, where the risk is not low. */
  readonly why?: string;
}

/** A domain before and after. */
export interface DomainBeforeAfter {
  readonly domain: DnsName;
  /** Absent: Terraform did not manage it, and nothing is known. */
  readonly before?: MailPosture;
  /** Empty where everything is deleted. */
  readonly after: MailPosture;
  readonly postures: Readonly<Record<"before" | "after", Posture>>;
  /** Every mail domain that the plans or the estate know. @default those of the postures */
  readonly mailDomains?: ReadonlySet<DnsName>;
  /** The plans show too little of it to hold rules against it. @default false: they are those of the domain */
  readonly isPart?: boolean;
  /** Has an outbound connector been validated that delivers this domain's mail? Absent: there is none. */
  readonly connectorValidated?: boolean;
}

/**
 * A domain before, as far as takeovers are concerned. One that Terraform did not manage is new. One of which the plans show
 * a part is there already, and what comes at its names comes into a world that they do not show.
 */
export function standingBefore({ before, after, isPart }: DomainBeforeAfter): MailPosture | undefined {
  return before ?? (isPart ? { ...after, records: [], unknown: [] } : undefined);
}

/** One mechanism of a domain. */
export interface Topic {
  readonly title: string;
  /** What the domain says, in a few words: `none` if nothing. */
  state(mail: MailPosture, posture: Posture): string;
  /** What changes; also asked where one side is not known. */
  changes(beforeAfter: DomainBeforeAfter): readonly Change[] | Promise<readonly Change[]>;
}

/** The state of what is not there. */
export const NOTHING = "none";

/** The state of a record that every domain has need of. */
export const NO_RECORD = "no record";

/** The state of what Terraform does not manage, and of which nothing is known. */
export const NOT_MANAGED = "not managed";

export function low(text: string): Change {
  return { text, risk: "low" };
}

export function medium(text: string, why: string): Change {
  return { text, risk: "medium", why };
}

export function high(text: string, why: string): Change {
  return { text, risk: "high", why };
}

/** The worst of some risks; low if there are none. */
export function worst(risks: readonly Risk[]): Risk {
  return RISKS.find((risk) => risks.includes(risk)) ?? "low";
}

/** `known after apply`, `published elsewhere: …`, or why else what stands at the name is not known; nothing if it is. */
export function unknownWords(posture: Posture, name: DnsName, type: DnsRecordType): string | undefined {
  const found = answer(posture, name, type);
  if (found.kind === "elsewhere") return elsewhereWords(found);
  const [hidden] = found.kind === "unknown" ? found.entries.filter(({ record }) => !record) : [];
  return hidden && UNKNOWN_WORDS[hidden.why ?? "known after apply"];
}

export const UNKNOWN_WORDS: Readonly<Record<UnknownRecord["why"], string>> = {
  "known after apply": "known after apply",
  "no answer": "no answer",
  sensitive: "sensitive, not shown",
  routed: "chosen by its host",
  unreadable: "not readable",
};

/** What a topic says of a side: `known after apply` where a value is not known, `not managed` of a side that is absent. */
export function stateOf(
  topic: Pick<Topic, "state">,
  mail: MailPosture | undefined,
  posture: Posture,
): string {
  return mail ? topic.state(mail, posture) : NOT_MANAGED;
}

/** A change from one state to the other at a low risk, if they differ. A new domain without the topic is no change. */
export function stateChange(topic: Topic, { before, after, postures }: DomainBeforeAfter): readonly Change[] {
  const [from, to] = [stateOf(topic, before, postures.before), stateOf(topic, after, postures.after)];
  return from === to || (!before && (to === NOTHING || to === NO_RECORD))
    ? []
    : [low(`${topic.title} ${from} → ${to}`)];
}

/** What is in one list and not in the other, each once. */
export function without<T>(list: readonly T[], others: readonly T[]): readonly T[] {
  const inOthers = new Set(others);
  return [...new Set(list)].filter((one) => !inOthers.has(one));
}
