import { visibleLine } from "../../../lib/visible";
import { CloudError } from "../../http/cloud-error";
import {
  type Diagnostic,
  DiagnosticError,
  isUnknown,
  list,
  PartialState,
  set,
  str,
  UNKNOWN,
} from "../../plugin/index";
import { unlessGone } from "../found";
import { resource } from "../m365";
import { type Calling, user } from "./account";

/** One thing by which an account is reached, or mail leaves it. */
export interface Entry {
  /** What the service knows it by. */
  readonly id: string;
  /** What people know it by; text of strangers is shown by {@link closedList} only. */
  readonly text: string;
}

/** A kind of such things. */
export interface Way<E extends Entry> {
  readonly description: string;
  /** What one of them is, after "an account has": `an inbox rule`. */
  readonly one: string;
  readonly keep: string;
  /** All there are now that work. @throws CloudError */
  readonly read: (upn: string, calling: Calling) => Promise<readonly E[]>;
  /** Ends one. One that is gone is no error. @throws CloudError, DiagnosticError */
  readonly close: (upn: string, entry: E, calling: Calling) => Promise<unknown>;
  /** Puts back what was switched off, by its id; left out where nothing may come back by itself. */
  readonly reopen?: (upn: string, id: string, calling: Calling) => Promise<unknown>;
}

/** A list is short enough to be read, whatever an intruder wrote into it. */
const LONGEST = 300;
/** How often is what is still there ended again: some go only after others. */
const ROUNDS = 4;
/** Under which the ids of what was switched off are remembered. */
const CLOSED = "closed";

/**
 * A resource that keeps a list empty but for what may stay. What is there besides stands in `present`, which is planned to be
 * empty: whatever comes back is a change in the next plan.
 */
export function closedList<E extends Entry>(way: Way<E>) {
  const read = async (upn: string, keep: readonly string[] | null, calling: Calling) => {
    const kept = new Set((keep ?? []).map((one) => one.toLowerCase()));
    const all = await way.read(upn, calling);
    return all.filter((entry) => ![entry.id, shown(entry)].some((name) => kept.has(name.toLowerCase())));
  };

  return resource({
    description: way.description,
    identity: "user_principal_name",
    attributes: {
      user_principal_name: user,
      keep: set(str(), { optional: true, description: `${way.keep}, by its id or as present shows it.` }),
      present: set(str(), {
        computed: true,
        description: "What is there and may not be. Planned to be empty: whatever stands here goes.",
      }),
      removed: list(str(), {
        computed: true,
        description: "What was ended, in order, since this resource was made.",
      }),
    },

    async modifyPlan({ user_principal_name: upn, keep }, { client, prior, warn, signal }) {
      const allowed = given(keep);
      if (prior !== undefined) {
        for (const text of prior.present) {
          warn({
            summary: `${visibleLine(prior.user_principal_name)} has ${way.one} again: ${text}`,
            path: ["present"],
          });
        }
        const same = prior.present.length === 0 && JSON.stringify(allowed) === JSON.stringify(prior.keep);
        return same ? undefined : { values: { present: [], removed: UNKNOWN } };
      }
      if (client !== undefined && !isUnknown(upn) && allowed !== undefined) {
        for (const entry of await read(upn, allowed, { client, signal, warn })) {
          warn({
            summary: `${visibleLine(upn)} has ${way.one}, which will go: ${shown(entry)}`,
            path: ["present"],
          });
        }
      }
      return { values: { present: [], removed: UNKNOWN } };
    },

    async create(plan, context) {
      const done: E[] = [];
      const left = await empty(plan.user_principal_name, plan.keep, context, done);
      // No state: a tainted resource would be destroyed first, and destroy opens again what it may.
      if (left.error !== undefined) throw left.error;
      remember(context.private, done, []);
      return { ...plan, present: [], removed: done.map(shown) };
    },

    async read(state, { client, signal, warn }) {
      const entries = await unlessGone(read(state.user_principal_name, state.keep, { client, signal, warn }));
      return entries === null ? null : { ...state, present: entries.map(shown) };
    },

    async update(plan, context) {
      const done: E[] = [];
      const left = await empty(plan.user_principal_name, plan.keep, context, done);
      remember(context.private, done, remembered(context.private.get(CLOSED)));
      const state = {
        ...plan,
        present: left.entries.map(shown),
        removed: [...context.prior.removed, ...done.map(shown)],
      };
      if (left.error !== undefined) throw new PartialState(state, ...asDiagnostics(left.error));
      return state;
    },

    async delete({ user_principal_name: upn }, context) {
      const { reopen } = way;
      if (reopen === undefined) return;
      for (const id of remembered(context.private.get(CLOSED))) {
        await unlessGone(reopen(upn, id, context));
      }
    },

    async import(upn, context) {
      const entries = await unlessGone(read(upn, null, context));
      return entries && { user_principal_name: upn, keep: null, present: entries.map(shown), removed: [] };
    },
  });

  /** Ends all that may not be, and looks whether it has. `done` receives what is gone. */
  async function empty(upn: string, keep: readonly string[] | null, calling: Calling, done: E[]) {
    const { clock } = calling.client;
    let entries = await read(upn, keep, calling);
    let failures: unknown[] = [];
    for (let round = 1; entries.length > 0 && round <= ROUNDS; round += 1) {
      failures = [];
      for (const entry of entries) {
        try {
          await way.close(upn, entry, calling);
        } catch (error) {
          if (calling.signal.aborted) throw error;
          failures.push(new DiagnosticError({ summary: `${shown(entry)}: ${messageOf(error)}` }));
        }
      }
      let after = await read(upn, keep, calling);
      // A service that has not caught up with itself is looked at once more before anything is ended twice.
      if (failures.length === 0 && after.length > 0) {
        await clock.pause(1000 * round, calling.signal);
        after = await read(upn, keep, calling);
      }
      const ids = new Set(after.map(({ id }) => id));
      done.push(...entries.filter(({ id }) => !ids.has(id)));
      entries = after;
    }
    return { entries, ...(entries.length > 0 && { error: stillThere(upn, entries, failures) }) };
  }

  function stillThere(upn: string, entries: readonly E[], failures: readonly unknown[]): DiagnosticError {
    const [first, ...rest] = failures.flatMap(asDiagnostics);
    const summary = `${visibleLine(upn)} still has ${way.one}: ${entries.map(shown).join("; ")}`;
    const detail = "What else was to go is gone. Apply again; what is done stays done.";
    return new DiagnosticError({ summary, detail }, ...(first ? [first, ...rest] : []));
  }
}

/** An entry as one line that anybody may read. */
export function shown({ text }: Entry): string {
  const line = visibleLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

type Remembering = { set(key: string, value: readonly string[]): void };

function remember(store: Remembering, done: readonly Entry[], before: readonly string[]): void {
  store.set(CLOSED, [...new Set([...before, ...done.map(({ id }) => id)])]);
}

function remembered(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
}

function given(value: unknown): readonly string[] | null | undefined {
  if (value === null) return null;
  if (!Array.isArray(value)) return undefined;
  const known = value.filter((one) => typeof one === "string");
  return known.length === value.length ? known : undefined;
}

function messageOf(error: unknown): string {
  if (error instanceof CloudError || error instanceof DiagnosticError) return error.message;
  return error instanceof Error ? error.message : String(error);
}

function asDiagnostics(error: unknown): readonly [Diagnostic, ...Diagnostic[]] {
  const [first, ...rest] = error instanceof DiagnosticError ? error.diagnostics : [];
  return first === undefined ? [{ summary: messageOf(error) }] : [first, ...rest];
}
