import { CORE_SCHEMA, dump, load, YAMLException } from "js-yaml";
import * as v from "valibot";
import { fail, type Result } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { read } from "../schema/explain";
import { flag, text, textLike, texts } from "../schema/scalars";
import { closed, list, may, named } from "../schema/shapes";
import { KEEP_KEYS, type KeepKey, STEPS, type Step } from "./steps";

/** What was done, and what proves it. */
export interface LogEntry {
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly what: string;
  readonly proof?: string;
}

/** An account that somebody else has taken over, and what is done about it. One is a file, and a stack. */
export interface Incident {
  readonly version: 1;
  /** The user principal name. */
  readonly account: string;
  /** The tenant's name in the estate. */
  readonly tenant: string;
  /** When it was opened, RFC 3339, UTC. One-time acts are done once for it. */
  readonly opened: string;
  /** Is the intruder to see nothing? Then only evidence is kept. @default false */
  readonly covert?: boolean;
  /** Has the account a mailbox in Exchange Online? */
  readonly hasMailbox: boolean;
  /** Was its sign-in blocked before? Then a release does not permit it. @default false */
  readonly wasBlocked?: boolean;
  /** Was its mailbox on hold before? Then no release ends that. @default false */
  readonly wasHeld?: boolean;
  /** Is there to be a litigation hold? @default true */
  readonly hold?: boolean;
  /** Does the release end the hold? @default false */
  readonly endHold?: boolean;
  /** Is Identity Protection told? That needs Entra ID P2. @default false */
  readonly confirmCompromised?: boolean;
  /** Does the release let the account send again, if Exchange has stopped it? @default false */
  readonly releaseSender?: boolean;
  /** Where copies of its mail go. @default none are made */
  readonly evidence?: string;
  /** What may stay, as it is shown. */
  readonly keep?: Readonly<Partial<Record<KeepKey, readonly string[]>>>;
  /** When it was released, RFC 3339, UTC. */
  readonly released?: string;
  /** What was there when it was opened, by what it is. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  readonly log: readonly LogEntry[];
}

/** Accounts and addresses: what provider m365 takes too. */
const ADDRESS = /^[^\s@\p{Cc}\p{Cf}]+@[^\s@\p{Cc}\p{Cf}]+$/u;
const address = textLike(ADDRESS, "an address such as alex@contoso.com");
const instant = textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "a time in UTC such as 2026-11-28T03:00:00Z");
const keep = closed(
  Object.fromEntries(KEEP_KEYS.map((key) => [key, may(texts)])) as Record<
    KeepKey,
    ReturnType<typeof may<typeof texts>>
  >,
);

const IncidentSchema = agrees<Incident>()(
  closed({
    version: v.literal(1),
    account: address,
    tenant: text,
    opened: instant,
    covert: may(flag),
    hasMailbox: flag,
    wasBlocked: may(flag),
    wasHeld: may(flag),
    hold: may(flag),
    endHold: may(flag),
    confirmCompromised: may(flag),
    releaseSender: may(flag),
    evidence: may(address),
    keep: may(keep),
    released: may(instant),
    found: named(texts),
    log: list(closed({ at: instant, what: text, proof: may(text) })),
  }),
);

/** Is a text an account's or a mailbox's name as an incident can have it? */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** Reads an incident's file: what it says, or everything that is wrong with it. */
export function parseIncident(yaml: string): Result<Incident> {
  let value: unknown;
  try {
    // Times stay texts.
    value = load(yaml, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    // Its message quotes the lines around, which may be those of another file than the one that was meant.
    const { reason, mark } = error;
    return fail({ message: `not YAML: ${reason}${mark ? ` (${mark.line + 1}:${mark.column + 1})` : ""}` });
  }
  const version = isMapping(value) ? value.version : undefined;
  if (typeof version === "number" && version > 1) {
    const message = `made by a newer mail-hygiene, got ${version}; expected 1: take that version to go on with it`;
    return fail({ path: ["version"], message });
  }
  return read(IncidentSchema, value, []);
}

/** An incident as its file. */
export function formatIncident(incident: Incident): string {
  return dump(incident, { lineWidth: 120, schema: CORE_SCHEMA });
}

/** What an incident is called: its day, and the account's name as far as a file and a stack can have it. */
export function incidentId({ account, opened }: Pick<Incident, "account" | "opened">): string {
  const local = account.slice(0, account.indexOf("@")).toLowerCase();
  const name = local
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40);
  return `${opened.slice(0, 10)}-${name || "account"}`;
}

/** What the rule of mail flow is called that makes copies for evidence; undefined for a step that makes none. */
export function copyName(id: string, step: string): string | undefined {
  if (step === "CopyOut") return `Incident ${id} out`;
  return step === "CopyIn" ? `Incident ${id} in` : undefined;
}

/** The steps of an incident, in order. */
export function stepsOf(incident: Incident): readonly Step[] {
  const { covert, hasMailbox, hold = true, evidence } = incident;
  return STEPS.filter(
    (step) =>
      (step.asked === undefined || incident[step.asked] === true) &&
      (!covert || step.covert === true) &&
      (hasMailbox || step.mailbox !== true) &&
      (hold || step.id !== "Hold") &&
      (evidence !== undefined || !step.id.startsWith("Copy")),
  );
}
