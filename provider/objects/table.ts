import type { Fault } from "../../lib/fault";
import type { ExchangeObject, Parameters } from "../exchange/types";
import type { Diagnostic } from "../plugin/index";
import type { Licence, ObjectAttribute } from "./attribute";
import type { AttributeValue } from "./codec/codec";

/** Values of a configuration: null is not set, undefined not known (yet). */
export type GivenValues = Readonly<Record<string, AttributeValue | null | undefined>>;

/** What holds across attributes. Asked at plan, before anything is sent. */
export type CrossRule = (values: GivenValues) => Iterable<Fault>;

/** Which cmdlets: those of Exchange Online, or those of Security & Compliance. Objects of the same name are not the same. */
export const SERVICES = ["exchange", "purview"] as const;
export type Service = (typeof SERVICES)[number];

interface Described {
  /** What the cmdlets call it: `SafeLinksPolicy`. */
  readonly noun: string;
  /** What it is called where the noun is another's already: `GlobalQuarantinePolicy`, of `QuarantinePolicy`. */
  readonly called?: string;
  /** What `Get-` is told, to give these and no others. */
  readonly asked?: Parameters;
  /** One sentence for whoever looks for the resource. */
  readonly about: string;
  /** Whose cmdlets it has; `chosen`, if its attribute `service` says so. @default exchange */
  readonly service?: Service | "chosen";
  /** By the attribute's name in Terraform. */
  readonly attributes: Readonly<Record<string, ObjectAttribute>>;
  readonly rules?: readonly CrossRule[];
  /** What else `Set-` needs for these changes. */
  readonly alongside?: (changes: Parameters, after: GivenValues) => Parameters;
  /** Microsoft's page. */
  readonly source: string;
  /** What the tenant must have bought for all of it, in words. */
  readonly licence?: string;
  /** The same, as an estate says it. @default what every mailbox has */
  readonly needs?: Licence;
  /** Role groups whose members may change it. */
  readonly role?: string;
  /** How long until a change works, for whoever waits for it. */
  readonly effect?: string;
  /** What else must be known, a sentence each. */
  readonly notes?: readonly string[];
  /** A configuration as in the reference; expressions of Terraform are in `${…}`. */
  readonly example: Readonly<Record<string, AttributeValue>>;
}

/** There is exactly one: it is adopted, only what is given is managed, and destroy leaves it as it is. */
export interface SingletonTable extends Described {
  readonly kind: "singleton";
  /** What `Set-` wants as its Identity. Left out: no Identity is sent. */
  readonly identity?: string;
  /** Not there before `New-` was run once: what that is told. */
  readonly made?: Parameters;
  /** What else has to be set with these changes, as the tenant is, and what is missing. */
  readonly completed?: (changes: Parameters, row: ExchangeObject) => Completion;
}

/** An object as it is planned, among those that there are. */
export interface Planned {
  readonly values: GivenValues;
  /** What it is known by; undefined for one that is to be made. */
  readonly id: string | undefined;
  /** All of its kind. */
  readonly rows: readonly ExchangeObject[];
  /** What `Get-` gives of another kind. */
  ask(noun: string): Promise<readonly ExchangeObject[]>;
}

/** What a change needs beside itself. */
interface Completion {
  readonly parameters: Parameters;
  /** What could not be found out. */
  readonly missing?: string;
}

/** Made by `New-`, changed by `Set-`, removed by `Remove-`, known by its Guid. */
export interface ObjectTable extends Described {
  readonly kind: "object" | "rule";
  /** Names of those that every tenant has: they are adopted, and left as they are on destroy. */
  readonly builtIn?: readonly string[];
  /** For what is only adopted: what has to be done first where it is not there. On destroy it is switched off. */
  readonly absent?: string;
  /** What only the tenant says: asked at plan, where there is something to change. */
  readonly atPlan?: (planned: Planned) => Promise<readonly Diagnostic[]>;
  /** What `Remove-` takes beside the Identity. @default Confirm: false */
  readonly removal?: Parameters;
  /** The property that says which one it is, whatever else changes. @default Guid */
  readonly knownBy?: "Guid" | "Identity";
}

export type Table = SingletonTable | ObjectTable;

/** The service that an object of a table is at. @param values of the object */
export function serviceOf(
  { service = "exchange" }: Pick<Table, "service">,
  values: { readonly service?: unknown },
): Service {
  if (service !== "chosen") return service;
  return SERVICES.find((one) => one === values.service) ?? "exchange";
}

/** `purview/Service Assurance User`: the service, and what follows the slash; undefined where it names no service. */
export function atService(id: string): { readonly service: Service; readonly rest: string } | undefined {
  const slash = id.indexOf("/");
  const service = SERVICES.find((one) => one === id.slice(0, slash));
  const rest = id.slice(slash + 1);
  return service === undefined || rest === "" ? undefined : { service, rest };
}

/** `SafeLinksPolicy`: what a table is about, in one word. */
export function titleOf({ noun, called = noun }: Pick<Table, "noun" | "called">): string {
  return called;
}

/** `m365_safe_links_policy` of `SafeLinksPolicy`. */
export function typeName(table: Pick<Table, "noun" | "called">): string {
  const words = titleOf(table)
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2");
  return `m365_${words.toLowerCase()}`;
}
