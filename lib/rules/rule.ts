import type { Advice } from "../advice";
import type { DnsRecord } from "../dns/record";
import type { Fault } from "../fault";
import type { RulePackName } from "../pack-names";
import type { MailPosture, Posture, Source, TenantPart, TenantPosture, Where } from "../posture/model";
import type { Controls } from "./controls";

/**
 * `error`: mail is lost, refused or forgeable now, or receivers ignore what was meant. `warning`: a control is not met.
 * `note`: worth knowing.
 */
export type Level = "error" | "warning" | "note";
/** Every level, the worst first. */
export const LEVELS = ["error", "warning", "note"] as const satisfies readonly Level[];

/** The worse of two levels. */
export function worst(one: Level, other: Level): Level {
  return LEVELS.indexOf(one) < LEVELS.indexOf(other) ? one : other;
}

/** What a rule leans on, besides the controls that it meets. */
export interface RuleSource {
  /** E.g. `RFC 7208 §4.5`, `Microsoft Learn: set up SPF`. */
  readonly name: string;
  readonly url?: string;
}

interface RuleFacts {
  /** Lower case with hyphens; also the name of its file: `spf-multiple-records`. */
  readonly id: string;
  /** The fact that a finding states: `several SPF records at one name`. */
  readonly title: string;
  /** One paragraph: what happens to mail, and why that matters. */
  readonly why: string;
  readonly level: Level;
  readonly sources: readonly RuleSource[];
  /** The controls that are unmet where the rule finds something. Packs are made of them. */
  readonly controls?: Controls;
  /** Is it in the pack `recommended`? Others may see differently what only a control list asks for. @default true */
  readonly recommended?: boolean;
  /** Which postures can show it. @default all */
  readonly from?: readonly Source[];
}

/** A rule over one mail domain. The posture around it answers questions about other names. */
export interface DomainRule extends RuleFacts {
  readonly of: "domain";
  /**
   * Does it judge what a record says, whatever the domain is for? Then it holds for records at names below a mail domain too.
   * @default only what stands at mail domains is judged
   */
  readonly below?: true;
  /** @param packs that chose the rule, where what is asked differs between their lists */
  check(mail: MailPosture, posture: Posture, packs: readonly RulePackName[]): readonly Hit[];
}

/** A rule over one tenant. */
export interface TenantRule extends RuleFacts {
  readonly of: "tenant";
  /** What of the tenant it reads: a posture that does not know this is not judged by the rule. */
  readonly reads: TenantPart;
  /** Attributes of that kind that it reads: of an object that does not show one of them the rule's controls are not judged. */
  readonly asks?: readonly string[];
  /** @param packs that chose the rule, where what is asked differs between their lists */
  check(tenant: TenantPosture, posture: Posture, packs: readonly RulePackName[]): readonly Hit[];
}

/** A fact that can be held against a posture. */
export type Rule = DomainRule | TenantRule;

/** `{ name: "mfa-all", several: "policies only report" }`: with others, `2 policies only report: mfa-all, …`. */
export interface Alike {
  readonly name: string;
  readonly several: string;
}

/** One violation: a fault (message, received, expected, fix) with its place and, where it can be computed, its fix. */
export interface Hit extends Pick<Fault, "message" | "received" | "expected" | "fix"> {
  /** @default the domain or tenant itself */
  readonly where?: Where;
  /** The records that would be right instead. */
  readonly instead?: readonly DnsRecord[];
  /** Where a rule may say the same of many objects: the object's name, and what is said of several. */
  readonly alike?: Alike;
  /** @default the rule's */
  readonly level?: Level;
  /** Of a rule that meets several controls: those that are unmet here. @default all of them */
  readonly unmet?: readonly string[];
}

/** Says of a domain rule what the literal cannot: that it is one. */
export function domainRule(rule: Omit<DomainRule, "of">): DomainRule {
  return { of: "domain", ...rule };
}

/** A rule over tenants; see {@link domainRule}. */
export function tenantRule(rule: Omit<TenantRule, "of">): TenantRule {
  return { of: "tenant", ...rule };
}

/** What was found under a rule while a tenant was planned. */
export function advised({ advice = [] }: TenantPosture, rule: Advice["rule"]): readonly Hit[] {
  return advice.filter((one) => one.rule === rule).map(({ rule: _, ...hit }) => hit);
}

/** A fault of a record as a hit: the same received, expected and fix, under a message that says whose record it is. */
export function hitOf({ received, expected, fix }: Fault, message: string, where: Where): Hit {
  return {
    message,
    ...(received === undefined ? {} : { received }),
    ...(expected === undefined ? {} : { expected }),
    ...(fix === undefined ? {} : { fix }),
    where,
  };
}
