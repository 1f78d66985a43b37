import { type Exposure, isUnread } from "./exposure";
import type { Incident } from "./incident";
import { KEEP_KEYS } from "./steps";

/** What a person asks of a containment. */
export interface Asked {
  /** Only evidence, without a sign that the user could see. @default false */
  readonly covert?: boolean;
  /** Is there to be a litigation hold? */
  readonly hold: boolean;
  /** Is Identity Protection told? That needs Entra ID P2. @default false */
  readonly confirmCompromised?: boolean;
  /** Where copies of the account's mail go. @default none are made */
  readonly evidence?: string;
  /** What may stay, as it is shown. */
  readonly keep?: Incident["keep"];
}

/**
 * A new incident.
 * @param account the user principal name
 * @param tenant its name in the estate
 * @param at now, RFC 3339, UTC
 */
export function newIncident(
  account: string,
  tenant: string,
  exposure: Exposure,
  asked: Asked,
  at: string,
): Incident {
  const noMailbox = isUnread(exposure, "mailbox");
  return {
    version: 1,
    account,
    tenant,
    opened: at,
    // One that could not be read may be there: its steps say so if it is not.
    hasMailbox: exposure.hasMailbox || noMailbox,
    ...(exposure.enabled ? {} : { wasBlocked: true }),
    ...(exposure.hold || noMailbox ? { wasHeld: true } : {}),
    ...said({ ...asked, keep: merged(rightsOf(exposure), asked.keep) }),
    found: { ...exposure.found, ...(exposure.unknown.length > 0 ? { "not known": exposure.unknown } : {}) },
    log: [{ at, what: "opened" }],
  };
}

/** An incident that is gone on with: a watch becomes a containment, and what may stay can be said later too. */
export function withAsked(incident: Incident, asked: Asked): Incident {
  const { covert: _, ...rest } = incident;
  return { ...rest, ...said({ ...asked, keep: merged(incident.keep, asked.keep) }) };
}

/** Rights that the account had are those of its work: what comes to them is the intruder's. */
function rightsOf({ found, unknown }: Exposure): Incident["keep"] {
  const mailboxRights = found["other mailboxes"] ?? [];
  const isKnown = !isUnread({ unknown }, "other mailboxes") && !isUnread({ unknown }, "mailbox");
  return isKnown && mailboxRights.length > 0 ? { mailboxRights } : undefined;
}

function said({ covert, hold, evidence, keep, confirmCompromised }: Asked): Partial<Incident> {
  return {
    ...(covert ? { covert: true } : {}),
    ...(hold ? {} : { hold: false }),
    ...(confirmCompromised ? { confirmCompromised: true } : {}),
    ...(evidence === undefined ? {} : { evidence }),
    ...(keep === undefined ? {} : { keep }),
  };
}

/** What may stay, one list a kind: what was said before, and what is said now. */
function merged(before: Incident["keep"], more: Incident["keep"]): Incident["keep"] {
  if (before === undefined || more === undefined) return more ?? before;
  return Object.fromEntries(
    KEEP_KEYS.flatMap((key) => {
      const all = [...new Set([...(before[key] ?? []), ...(more[key] ?? [])])];
      return all.length > 0 ? [[key, all]] : [];
    }),
  );
}
