import type { Incident } from "../../incident/incident";
import { STOOD } from "../../incident/progress";
import { KEEP_KEYS } from "../../incident/steps";

/** What a report of an incident says, before it is Markdown or HTML. All texts may be of strangers. */
export interface ToldIncident {
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  /** What was found when it was opened: what it is, and each of it. */
  readonly found: readonly (readonly [string, readonly string[]])[];
  /** When, what, and what proves it. */
  readonly timeline: readonly (readonly [string, string, string])[];
  /** The heading of `standing`: of when it is. */
  readonly stood: string;
  /** How each step stood when it was last looked at. */
  readonly standing: readonly (readonly [string, string, string])[];
  readonly left: readonly string[];
}

/** What no program does. */
const LEFT = [
  "Tell the legal department; a litigation hold may have to be announced to others.",
  "Talk about the case where the intruder is not: another tenant, a telephone.",
  "Look at mailboxes that the account could open, and at who else has its password elsewhere.",
  "Look at what was sent from the account, and warn who received it.",
  "An access token that was out when sessions were ended worked for up to an hour.",
];

/** An incident as it is told. */
export function tellIncident(incident: Incident): ToldIncident {
  const {
    account,
    tenant,
    opened,
    covert = false,
    hold = true,
    released,
    evidence,
    keep,
    found,
    log,
  } = incident;
  const last = log.findLast(({ what }) => STOOD.test(what))?.at;
  return {
    title: `Incident ${opened.slice(0, 10)}: ${account}`,
    facts: [
      ["account", account],
      ["tenant", tenant],
      ["opened", opened],
      ["manner", covert ? "watched without a sign" : "contained"],
      ["copies of mail go to", evidence ?? "nobody"],
      ...(hold ? [] : [["litigation hold", "none, as it was told"] as const]),
      ...KEEP_KEYS.flatMap((key) => (keep?.[key] ?? []).map((one) => [`may stay: ${key}`, one] as const)),
      ["released", released ?? "not yet"],
    ],
    found: Object.entries(found),
    timeline: log.map(({ at, what, proof = "" }) => [at, what, proof]),
    standing: log
      .filter(({ at }) => at === last)
      .flatMap(({ what, proof = "" }) => {
        const [, is, does] = STOOD.exec(what) ?? [];
        return is === undefined || does === undefined ? [] : [[does, is, proof] as const];
      }),
    stood:
      released === undefined
        ? `How each step stands${last === undefined ? "" : `, looked at ${last}`}`
        : "How each step stood before the release",
    left: [
      ...LEFT,
      ...(released === undefined ? ["Release the account, and give the user a new password."] : []),
    ],
  };
}
