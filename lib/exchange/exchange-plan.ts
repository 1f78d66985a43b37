import type { DnsName } from "../dns/name";
import type { Path } from "../fault";
import type { ExchangeKind, Values } from "./objects";

/** What a tenant's Exchange stack declares; every decision has been made. */
export interface ExchangePlan {
  /** Sorted by id. */
  readonly objects: readonly PlannedObject[];
  /** In which order rules are tried. Sorted by kind. */
  readonly orders: readonly PlannedOrder[];
  /** What people do, since no interface does. */
  readonly byHand: readonly HandStep[];
  /** Asked at each plan. Absent: it is not looked at. */
  readonly systemAlerts?: SystemAlertsCheck;
}

/** One object of Exchange. */
export interface PlannedObject {
  /** Its construct id, which is contract: `AntiSpam-default`. */
  readonly id: string;
  readonly kind: ExchangeKind;
  /** What is said of it, in the estate's spelling; what is not is left to Exchange, or its default. */
  readonly values: Values;
  /** Attributes that name another object of the plan: its id. */
  readonly names: Readonly<Record<string, string>>;
  /** Objects that it does not name and that have to be there first: their ids. @default none */
  readonly after?: readonly string[];
  /** Where it stands in the options. */
  readonly path: Path;
}

/** Are the alert policies that Microsoft made on, and does each tell somebody? No interface changes them. */
export interface SystemAlertsCheck {
  /** Who has to be told by each. Empty: anybody. */
  readonly recipients: readonly string[];
}

/** The order of rules of one kind. */
export interface PlannedOrder {
  readonly kind: ExchangeKind;
  /** Ids of objects, the first to be tried first; at least two. */
  readonly rules: readonly string[];
}

/** Something that a person does once, with the click and how to see that it was done. */
export interface HandStep {
  readonly title: string;
  readonly steps: readonly string[];
  /** How one sees that it was done. */
  readonly check: string;
}

/** What a plan has to know of the tenant. */
export interface ExchangeFacts {
  /** The tenant's first domain, e.g. `contoso.onmicrosoft.com`. */
  readonly initialDomain: DnsName;
  /** Its other accepted domains, sorted. */
  readonly domains: readonly DnsName[];
}
