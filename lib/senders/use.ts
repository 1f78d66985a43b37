import { closest } from "../closest";
import { type Fault, fail, ok, type Result } from "../fault";
import { isMapping } from "../mapping";
import { SENDERS, type SenderEntry } from "./catalogue";

/** A sender use with its catalogue entry. */
export interface NamedUse {
  readonly name: string;
  readonly entry: SenderEntry;
  /** The values as given; their types are not checked yet. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Where the values stand in the use: `["sendgrid"]`, or nowhere in the short form. */
  readonly path: readonly string[];
}

/** Reads `"mailchimp"` or `{ sendgrid: { … } }` up to the sender's name. */
export function readUse(use: unknown): Result<NamedUse> {
  if (typeof use === "string") return find(use, {}, []);
  const given = isMapping(use) ? use : {};
  const names = Object.keys(given);
  const [name] = names;
  if (name === undefined || names.length > 1) {
    return fail({
      message: "a sender is one name, or one name with its values",
      received: JSON.stringify(use),
      expected: "mailchimp, or { sendgrid: { account: u1234.wl001 } }",
      ...(names.length > 1 ? { fix: "write a list item for each sender" } : {}),
    });
  }
  const values = given[name];
  if (isMapping(values)) return find(name, values, [name]);
  const found = find(name, {}, [name]);
  const shape: Fault = {
    path: [name],
    message: "the values of a sender are an object",
    received: JSON.stringify(values),
    expected: "parameters by name",
    ...(values === null ? { fix: `write ${name} alone, or give its values` } : {}),
  };
  return fail(shape, ...(found.ok ? [] : found.faults));
}

function find(name: string, given: NamedUse["given"], path: readonly string[]): Result<NamedUse> {
  const entry = SENDERS.get(name);
  if (entry !== undefined) return ok({ name, entry, given, path });
  const meant = suggest(name);
  return fail({
    path,
    message: "unknown sender",
    received: JSON.stringify(name),
    ...(meant === undefined
      ? {
          expected: `one of ${[...SENDERS.keys()].join(", ")}`,
          fix: "declare it by hand: its selectors under dkim.selectors, its include under spf.include",
        }
      : { fix: `did you mean ${meant}?` }),
  });
}

function suggest(name: string): string | undefined {
  const names = new Map([...SENDERS.keys()].map((known) => [known, known]));
  for (const [known, { alsoCalled }] of SENDERS) for (const other of alsoCalled) names.set(other, known);
  const near = closest(name, names.keys());
  return near === undefined ? undefined : names.get(near);
}
