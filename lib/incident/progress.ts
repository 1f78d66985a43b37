import { isMapping, type Mapping } from "../mapping";
import type { Exposure } from "./exposure";
import { copyName, type Incident, type LogEntry, stepsOf } from "./incident";
import { changesIn, texts } from "./plan-json";
import { STEPS, type Step } from "./steps";

/** How a step stands by a plan. */
export interface Standing {
  readonly step: Step;
  /** `done`: as it is to be. `back`: somebody came back by it. `open`: not done yet. */
  readonly is: "done" | "back" | "open";
  /** What proves it, where it is done. */
  readonly proof?: string;
  /** What is there again, where somebody came back. */
  readonly back: readonly string[];
}

/** What the log says of a step: how it stands, and what it does. */
export const STOOD = /^(done|open|came back): (.*)$/s;

/** How a step stands, as the log says it. */
export function entryOf({ step, is, proof, back }: Standing, at: string): LogEntry {
  switch (is) {
    case "done":
      return { at, what: `done: ${step.does}`, ...(proof === undefined ? {} : { proof }) };
    case "open":
      return { at, what: `open: ${step.does}` };
    case "back":
      return { at, what: `came back: ${step.does}`, proof: back.join("; ") };
  }
}

/** Does the log end with these, whenever that was? */
export function endsWith(log: readonly LogEntry[], entries: readonly LogEntry[]): boolean {
  const bare = (all: readonly LogEntry[]) => JSON.stringify(all.map(({ what, proof }) => [what, proof]));
  return bare(log.slice(-entries.length)) === bare(entries);
}

/** Steps that the log shows as done, and that the incident has no longer: to apply it would undo them. */
export function undoneBy(incident: Incident): readonly Step[] {
  const has = new Set(stepsOf(incident).map(({ id }) => id));
  const was = doneIn(incident);
  return STEPS.filter(({ id, does }) => was.has(does) && !has.has(id));
}

/** Does the log show anything done since a release last began to undo it? */
export function isContained({ log }: Incident): boolean {
  return doneIn({ log: log.slice(log.findLastIndex(({ what }) => what === RELEASING) + 1) }).size > 0;
}

/** What the log says before a release undoes anything. */
export const RELEASING = "release begins";

/** What the steps do that the log shows as done at some time. */
function doneIn({ log }: Pick<Incident, "log">): ReadonlySet<string> {
  return new Set(
    log.flatMap(({ what }) => {
      const [, is, does = ""] = STOOD.exec(what) ?? [];
      return is === undefined || is === "open" ? [] : [does];
    }),
  );
}

/** How many resources a plan in JSON takes away. */
export function endsIn(planJson: string): number {
  return changesIn(planJson).filter(({ change }) => {
    const actions = isMapping(change) && Array.isArray(change.actions) ? change.actions : [];
    return actions.includes("delete") || actions.includes("forget");
  }).length;
}

/** Steps whose release switches on again what they switched off, and what that is called among what was found. */
const SWITCHED: Readonly<Record<string, string>> = {
  m365_mailbox_protocols: "protocols",
  m365_user_devices: "registered devices",
};

/**
 * What was on when the incident was opened, and that the release which a plan in JSON shows does not switch on again: a run
 * that was killed had switched it off, and could not note it.
 */
export function leftOff(planJson: string, { found, keep = {} }: Incident): readonly string[] {
  const changes = changesIn(planJson);
  return Object.entries(SWITCHED).flatMap(([type, called]) => {
    const change = changes.find((one) => one.type === type);
    const inner = isMapping(change?.change) ? change.change : {};
    const before = isMapping(inner.before) ? inner.before : undefined;
    if (before === undefined) return [];
    const step = STEPS.find((one) => one.type === type);
    const kept = step?.keep === undefined ? [] : (keep[step.keep] ?? []);
    const known = new Set([...texts(before.removed), ...texts(before.present), ...kept, "not known"]);
    return (found[called] ?? []).filter((one) => !known.has(one));
  });
}

/** By step, the Guid of the rule of mail flow that a run made which was killed before it could note it. */
export function madeBefore(id: string, { found }: Pick<Exposure, "found">): Readonly<Record<string, string>> {
  const there = found["mail flow rules"] ?? [];
  return Object.fromEntries(
    STEPS.flatMap(({ id: step }) => {
      const name = copyName(id, step);
      const line = name === undefined ? undefined : there.find((one) => one.endsWith(` ${name}`));
      const [, guid, rest] = /^([0-9a-f-]{36}) (.*)$/i.exec(line ?? "") ?? [];
      return guid !== undefined && rest === name ? [[step, guid]] : [];
    }),
  );
}

/** How the steps of an incident stand by a plan in JSON, in their order. */
export function standingIn(planJson: string, incident: Incident): readonly Standing[] {
  const changes = changesIn(planJson);
  return stepsOf(incident).map((step): Standing => {
    const change = changes.find(
      ({ type, name }) => type === step.type && (step.type !== "m365_transport_rule" || name === step.id),
    );
    const inner = isMapping(change?.change) ? change.change : {};
    const before = isMapping(inner.before) ? inner.before : undefined;
    const actions = Array.isArray(inner.actions) ? inner.actions : [];
    if (before === undefined) return { step, is: "open", back: [] };
    if (actions.every((action) => action === "no-op"))
      return { step, is: "done", proof: proofOf(step, before), back: [] };
    const back = backOf(before);
    return { step, is: "back", back: back.length > 0 ? back : [`${step.does}: it is no longer so`] };
  });
}

function proofOf({ proof }: Step, state: Mapping): string {
  if (proof !== undefined) {
    const unseen =
      typeof state.sign_ins_unknown === "string"
        ? `; sign-ins since are not seen: ${state.sign_ins_unknown}`
        : "";
    return `${proof} ${String(state[proof] ?? "is not known")}${unseen}`;
  }
  if (typeof state.account_enabled === "boolean") return `accountEnabled ${state.account_enabled}`;
  if (typeof state.enabled === "boolean") return `LitigationHoldEnabled ${state.enabled}`;
  const removed = texts(state.removed);
  return `none left${removed.length > 0 ? `; ended: ${removed.join("; ")}` : ", none was there"}`;
}

/** What of a state should not be there. */
function backOf(state: Mapping): readonly string[] {
  return [
    ...texts(state.present),
    ...texts(state.sign_ins).map((one) => `signed in since: ${one}`),
    ...(state.account_enabled === true ? ["the account may sign in again"] : []),
    ...(state.enabled === false ? ["the hold is off"] : []),
    ...(typeof state.restricted_again === "string"
      ? [`it is stopped from sending since: ${state.restricted_again}`]
      : []),
    ...(typeof state.risk_state === "string" && state.risk_state !== "confirmedCompromised"
      ? [`its risk is ${state.risk_state}`]
      : []),
    ...(typeof state.changed_again_at === "string"
      ? [`the password was changed again at ${state.changed_again_at}`]
      : []),
  ];
}
